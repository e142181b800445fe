// What a format may not hold, each kind with its words: English for one thing and for several, and Chinese; `#` is the number.
// A new kind is a line here. Tables of one feature may share one.
type Words = readonly [one: string, several: string, chinese: string];
type Kinds = Readonly<Record<string, Words>>;

/** What is not there any more. */
export const LOSSES = {
  // Removed, or beneath something removed.
  removed: ['# removed item', '# removed items', '已删除的内容 # 处'],
  // Edits that waited for a moderator, or were decided by one.
  proposals: ['# proposal', '# proposals', '提议 # 项'],
  comments: ['# comment', '# comments', '讨论 # 条'],
  // Who wrote something.
  authors: ['the author of # item', 'the authors of # items', '# 处的作者'],
  // Participants who wrote nothing of what is there.
  people: [
    '# participant who wrote nothing here',
    '# participants who wrote nothing here',
    '没有留下文字的参与者 # 人',
  ],
  // When something was written.
  times: ['the time of # item', 'the times of # items', '# 处的时间'],
  // Who last changed a wording, and when.
  rewordings: ['who last reworded # claim', 'who last reworded # claims', '# 条主张的改写者'],
  // The language of a claim that is not the map's.
  languages: ['the language of # claim', 'the languages of # claims', '# 条主张的语言'],
  // Wordings that stood beside a claim.
  beside: ['the other wordings of # claim', 'the other wordings of # claims', '# 条主张的并存措辞'],
  question: ['the question', 'the question', '问题'],
  about: ['the description', 'the description', '简介'],
  // Who may read, who may edit, and how it is moderated.
  settings: [
    'the settings of access and moderation',
    'the settings of access and moderation',
    '访问与审核的设置',
  ],
  // What members were allowed to do; their names stay.
  roles: ['the role of # member', 'the roles of # members', '# 名成员的角色'],
  // The name of an argumentation scheme.
  schemes: ['# argumentation scheme', '# argumentation schemes', '论证型式 # 个'],
  // Passages that claims rest on.
  quotations: ['# quotation', '# quotations', '引文 # 处'],
  // Notes on a text.
  annotations: ['# note on a text', '# notes on texts', '原文批注 # 条'],
  // What people were asked to mark, each without seeing the others' marks.
  rounds: ['# round of annotation', '# rounds of annotation', '独立标注 # 轮'],
  // Who has finished that.
  finishes: ['that # annotator has finished', 'that # annotators have finished', '# 位标注者做完的记录'],
  // Translations of quotations.
  glosses: ['# translation of a quotation', '# translations of quotations', '引文的翻译 # 处'],
  // Where quotations stand in a later edition.
  anchors: [
    'where # quotation stands in a later edition',
    'where # quotations stand in a later edition',
    '# 处引文在新版本里的位置',
  ],
  // Which rules suggested quotations.
  suggestions: [
    'the rule that suggested # quotation',
    'the rules that suggested # quotations',
    '建议 # 处引文的规则',
  ],
  // The words, and the authors, of claims that were merged into others.
  mergers: [
    '# claim that was merged into another',
    '# claims that were merged into others',
    '并入其他主张的主张 # 条',
  ],
  // Of claims, and of people.
  sides: ['the side of # claim or person', 'the sides of # claims or people', '主张或人所属的一方 # 处'],
  // Its phases, sides, hands and extra time.
  debate: ['# entry of the debate', '# entries of the debate', '辩论记录 # 条'],
  // Who looked behind whose pseudonym.
  reveals: [
    '# note that someone looked behind a pseudonym',
    '# notes that someone looked behind a pseudonym',
    '查看化名背后实名的记录 # 条',
  ],
  // What someone asked those who decide to look at.
  flags: ['# flag', '# flags', '举报 # 条'],
  // Which rules read an outline off the texts.
  rules: [
    '# change to the rules of suggestion',
    '# changes to the rules of suggestion',
    '对建议规则的改动 # 处',
  ],
  // Which reasons a moderator may give.
  reasons: [
    '# change to the reasons of moderation',
    '# changes to the reasons of moderation',
    '对审核理由的改动 # 处',
  ],
  // Whose trust a moderator took back.
  trusts: ['whether # person needs a moderator', 'whether # people need a moderator', '# 人是否免审'],
  // What was voted on, and how.
  votes: ['# entry of the votes and polls', '# entries of the votes and polls', '投票记录 # 条'],
  // By what people are graded, and how they were.
  grades: ['# entry of the grades', '# entries of the grades', '评分记录 # 条'],
  // Who may not write, and why.
  mutes: ['who was muted, # entry', 'who was muted, # entries', '禁言记录 # 条'],
  // Texts that nothing quotes.
  sources: ['# source', '# sources', '出处 # 个'],
  // Of sources, that are none of the web.
  addresses: [
    '# source address that is none of the web',
    '# source addresses that are none of the web',
    '不是网址的出处地址 # 个',
  ],
  // What speaks for or against what.
  relations: ['# relation', '# relations', '论证关系 # 个'],
  // A further use of a claim.
  references: ['# further use of a claim', '# further uses of claims', '主张的再次使用 # 处'],
  history: ['the history', 'the history', '历史'],
  // A text of which only the beginning is there.
  truncated: [
    'the end of # text that is too long',
    'the ends of # texts that are too long',
    '过长文字的末尾 # 处',
  ],
  // Edges to what the file does not have.
  dangling: [
    '# link to something that is not in the file',
    '# links to things that are not in the file',
    '指向文件里没有的内容的连线 # 条',
  ],
  // AIF's MA.
  rephrases: ['# rephrasing', '# rephrasings', '换一种说法 # 处'],
  // AIF's PA.
  preferences: ['# preference', '# preferences', '偏好 # 个'],
  // AIF's speech acts, beyond who said a claim and when.
  locutions: ['# speech act', '# speech acts', '言语行为 # 个'],
  // Headings and boxes around claims.
  groups: ['# group', '# groups', '分组 # 个'],
  // Where things stood in the picture.
  layout: ['the positions in the picture', 'the positions in the picture', '图上的位置'],
  // What rode along unseen, and no longer fits what the file shows.
  carried: [
    '# hidden entry that no longer fits',
    '# hidden entries that no longer fit',
    '已对不上的隐藏内容 # 处',
  ],
  // Fields or sections that this version does not know.
  unknown: ['# unknown entry', '# unknown entries', '本站不认识的内容 # 处'],
} as const satisfies Kinds;

/** What is there, but not as it was. */
export const REPAIRS = {
  // Written as rebuttals of what the argument supports.
  undercuts: [
    '# undercut written as a rebuttal',
    '# undercuts written as rebuttals',
    '削弱推理改写成反驳 # 处',
  ],
  // Joint premises written as reasons of their own.
  joint: [
    '# joint argument written as separate reasons',
    '# joint arguments written as separate reasons',
    '合起来才成立的理由拆开来写 # 处',
  ],
  // Line breaks and white space, or signs the format has no place for.
  texts: [
    '# text with simpler line breaks or signs',
    '# texts with simpler line breaks or signs',
    '换行或符号有简化的文字 # 处',
  ],
  // Made unique.
  titles: ['# duplicate title made unique', '# duplicate titles made unique', '重复的标题加以区分 # 处'],
  // Of people, made unique or readable.
  names: ['# name changed to be readable', '# names changed to be readable', '改得可读的名字 # 个'],
  // Kept as a reference.
  cycles: ['# circle kept as a reference', '# circles kept as references', '循环改成引用 # 处'],
  // Ids given twice, made unique.
  duplicates: ['# duplicate id made unique', '# duplicate ids made unique', '重复的编号加以区分 # 处'],
  // A premise or a conclusion that an argument lacked, put in as a claim without words.
  unstated: [
    '# missing premise or conclusion put in',
    '# missing premises or conclusions put in',
    '补上缺少的前提或结论 # 处',
  ],
  // An argument with several conclusions, made one for each.
  conclusions: [
    '# further conclusion made an argument of its own',
    '# further conclusions made arguments of their own',
    '多出的结论另立论证 # 处',
  ],
  // Support for an argument, aimed at what the argument speaks to.
  aims: [
    '# support for an argument aimed at its conclusion',
    '# supports for arguments aimed at their conclusions',
    '对论证的支持改指其结论 # 处',
  ],
  // From claim to claim with no argument between, read as support.
  edges: ['# plain link read as support', '# plain links read as support', '没有说明的连线当作支持 # 条'],
  // A claim without words.
  blank: ['# claim without words', '# claims without words', '没有文字的主张 # 条'],
  // Signs that no database can hold, taken out.
  cleaned: [
    '# text freed of signs that cannot be stored',
    '# texts freed of signs that cannot be stored',
    '去掉无法保存的符号的文字 # 处',
  ],
  // Longer than a claim may be; the whole is kept as a source.
  'long-texts': [
    '# long text cut, kept whole as a source',
    '# long texts cut, kept whole as sources',
    '过长的文字截短，全文留作出处 # 处',
  ],
  // A quotation that its source does not have, kept as a comment.
  unanchored: [
    '# quotation not found in its source, kept as a comment',
    '# quotations not found in their sources, kept as comments',
    '在出处里找不到的引文，留作讨论 # 处',
  ],
  // A source of which only the quoted passages are known.
  'quoted-sources': [
    '# source known by its quoted passages only',
    '# sources known by their quoted passages only',
    '只知道被引段落的出处 # 个',
  ],
} as const satisfies Kinds;
