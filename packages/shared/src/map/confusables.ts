// Out of confusables.txt of Unicode 13 (UTS #39, https://www.unicode.org/Public/security/13.0.0/confusables.txt; Unicode
// licence), as the npm package unhomoglyph 1.0.6 carries it: letters and digits of Latin, Greek, Cyrillic, Armenian,
// Cherokee, Han and Kana that look like one or two others. What compatibility decomposition tells is left out, and rn for m,
// which lookalikes.ts sees to.

/** `shape:characters that look like it`, parted by spaces. */
const GROUPS =
  '2:ꝚƧꙄ 3:ꞫȜƷꝪЗӠ 4:Ꮞ 5:Ƽ 6:бᏮ 8:ȣȢ 9:Ꝯ A:ΑАᎪ AA:Ꜳ AE:ÆӔ AO:Ꜵ AU:Ꜷ AV:ꜸꜺ AY:Ꜽ B:ꞴΒВᏴ C:СᏟ D:Ꭰ E:ΕЕᎬ F:ꞘϜ G:ԌᏀᏳ ' +
  'H:ΗНᎻ J:ꞲͿЈᎫ K:ΚКᏦ L:Ꮮ M:ΜϺМᎷ N:Ν O:0〇ΟОՕ OE:Œ OO:ꝎꚘ P:ΡРᏢ R:ƦᎡᏒ S:ЅՏᏕᏚ T:ΤТᎢ T3:Ꜩ U:Ս V:ѴᏙ W:ԜᎳᏔ X:ꞳΧХ Y:ΥУҮᎩᎽ ' +
  'Z:ΖᏃ a:ɑαа aa:ꜳ ae:æӕ ao:ꜵ au:ꜷ av:ꜹꜻ ay:ꜽ b:ƄЬᏏ bl:Ы c:ᴄсꮯ d:ԁᏧ dz:ʣ dȝ:ʤ dʑ:ʥ e:ꬲеҽ f:ꬵꞙẝք fŋ:ʩ g:ɡᶃƍց h:һհᏂ ' +
  'i:ıɪɩιіꙇӏꭵᎥ j:ϳј l:1IƖǀΙІӀ lO:Ю ll:ǁ ls:ʪ lz:ʫ lȝ:ɮ n:ոռ o:ᴏᴑꬽοσоօ oe:œ oo:ꝏꚙ oᴇ:ɶ p:ρр q:ԛգզ r:ꭇꭈᴦгꮁ s:ꜱƽѕꮪ ' +
  'tf:ꝷ ts:ʦ tȝ:ꜩ tɕ:ʨ tʃ:ʧ u:ꞟᴜꭎꭒʋυս ue:ᵫ uo:ꭣ v:ᴠνѵꮩ w:ɯᴡѡԝաꮃ x:х y:ɣᶌʏỿꭚγуү z:ᴢꮓ Þ:Ϸ ß:ꞵβᏰ þ:ƿϸ ĸ:ᴋκкꮶ ƅ:ьꮟ ƅi:ы ' +
  'Ɔ:ↃϽ Ə:Ә Ɛ:ԐᏋ ƨ:ᴤꙅ Ʃ:Σ ƫ:Ꮏ ǝ:əә ǝo:ᴔ Ƕ:Ԋ ȝ:ʒꝫӡ ȷ:յ ɂ:ꭾ Ʌ:ΛЛ ɋ:ᶐ ɔ:ↄᴐͻ ɔe:ꭢ ɜ:ᴈз ɢ:ԍꮐᏻ ɰ:պ ɸ:φф ʀ:ꭱꮢ ʃ:ꭍ ʌ:ᴧ ' +
  'ʍ:ᴍмꮇ ʘ:Ꙩ ʙ:вᏼ ʚ:ꞝ ʜ:нꮋ ʟ:ꮮ ˉb:ъ Γ:ГᎱ Π:П Φ:ФՓ Ψ:Ѱ π:ᴨп ς:ϛ χ:ꭓꭕ ψ:ѱ ω:ꞷꙍ И:Ͷ Ъl:Ꙑ л:ᴫ љ:ꭠ Ѡ:Ꮗ Ҷ:Ӌ ҷ:ӌ ՙ:ʿ ᴀ:ꭺ ' +
  'ᴅ:ꭰ ᴇ:ꭼ ᴊ:ꭻ ᴎ:ͷи ᴘ:ᴩꮲ ᴙ:я ᴛ:τтꭲ ẟ:δծ Ⱶ:ͰᎨᎰ ⱶ:ꮀ へ:ヘ ー:ꟷ一 㖈:䎛 㘽:㦳 㩁:搉 㫚:曶 㬵:胶 㬺:幐 㬻:䐠 㮣:槩 䀹:鿃 䀿:晣 䑃:朦 䚶:訞 二:ニ 亻:イ ' +
  '併:倂 値:值 八:ハ 力:カ 卜:ト 口:ロ囗 啓:啟 土:士 塡:填 墫:壿 夕:タ 媯:嬀 工:エ 帡:帲 戶:戸 晚:晩 朌:肦 朏:胐 朐:胊 朓:脁 朘:脧 朣:膧 杮:柿 榝:樧 溈:潙 研:硏 絕:絶 胼:腁 ' +
  '蒍:蔿 蘷:虁 訮:詽 讆:讏 豜:豣 赿:趆 跥:跺 躗:躛 軿:輧 郎:郞 鎭:鎮 隷:隸 鹂:鹃 黑:黒 Ꙍ:Ꞷ ꜧ:ꞕ Ꜿ:Ͽ ꜿ:ͽ Ꝺ:ꝺ Ꞓ:Є ꞓ:ɛεєԑꮛ';

/** A character to what it looks like. */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  GROUPS.split(' ').flatMap((group) => {
    const [shape = '', characters = ''] = group.split(':');
    return [...characters].map((character) => [character, shape] as const);
  }),
);
