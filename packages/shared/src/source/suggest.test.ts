import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LABELLED } from '../../testing/labelled.ts';
import { markedTexts } from '../../testing/markedTexts.ts';
import { toTheEnd } from '../../testing/toTheEnd.ts';
import type { SpeechMark } from '../map/tables/editions.ts';
import { LONGEST } from '../map/text.ts';
import { passageAt } from './passage.ts';
import { OwnRule, type Rule } from './rule.ts';
import { RULES, rulesOf } from './rules.ts';
import { sentences } from './sentences.ts';
import { suggest, Suggestion } from './suggest.ts';
import { items } from './suggestRows.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}
const wordsOf = (text: string, { start, end }: Span): string => [...text].slice(start, end).join('');

/** A line for each suggestion: how deep, what it is, `>` where it supports, and its words. */
const outline = (text: string, marks: readonly SpeechMark[] = [], rules: readonly Rule[] = RULES): string[] =>
  suggest(text, marks, rules).map(
    (one) => `${'  '.repeat(one.depth)}${one.role}${one.link ? ' >' : ''}: ${wordsOf(text, one)}`,
  );

/** A talk in five parts, built as talks are: headings that ask, items in a paragraph, and a turn within a sentence. */
const TALK = `晚报讯(记者 李木)社区图书馆昨天办了一场座谈。
下面是馆长的发言。
这个冬天,借书的人比去年多了一倍。我想就“夜间开馆”谈几点想法。
首先,什么是夜间开馆?
夜间开馆就是让图书馆开到晚上十点。隔壁城市的做法各有特色,如无人值守、志愿者轮班等。
其二,我们开放了什么?
一是开放了阅览室。桌椅和灯都换过了,冬天也有暖气。二是开放了儿童角。与阅览室一样,周末也开。三是开放了自习室。一共六十个座位,用手机就能预约。图书馆并不是把所有房间都打开了。这样做是为了让更多人有地方读书,但古籍库仍然只在白天接待读者。
其三,谁得了好处?
晚归的人有了去处,孩子有了写作业的地方。
其四,别的城市也这样吗?
邻近的三座城市都在这样做。书店、学校和我们走到了一起。
一是人手到位。志愿者排好了班。二是经费落实。街道出一半;企业捐一半;读者不用付钱。三是安全。门口有人值班。四是交通。末班车推迟了半小时。五是未来的打算。从人手看,还缺十个人,从经费看,只够三年。
总之,夜间开馆已经从一次试验变成了居民的习惯。它让图书馆更像客厅。
其五,为什么要让居民自己来管
居民最清楚自己什么时候需要读书。`;

describe('[P-02] suggestions', () => {
  it('hold the five parts of a talk, their items, and what turns against what was said', () => {
    expect(outline(TALK)).toEqual([
      'point: 我想就“夜间开馆”谈几点想法',
      '  question: 什么是夜间开馆?',
      '  question: 我们开放了什么?',
      '    point: 开放了阅览室',
      '    point: 开放了儿童角',
      '    point: 开放了自习室',
      '      contrast: 古籍库仍然只在白天接待读者',
      '  question: 谁得了好处?',
      '  question: 别的城市也这样吗?',
      '    point: 人手到位',
      '    point: 经费落实',
      '    point: 安全',
      '    point: 交通',
      '    point: 未来的打算',
      '  conclusion: 夜间开馆已经从一次试验变成了居民的习惯',
      '  question: 为什么要让居民自己来管',
    ]);
  });

  it('name their rule, the words that fired, their paragraph and what they are beneath', () => {
    const text = '𠮷野家很挤。\n座位太少。例如，中午要等半小时。';
    expect(suggest(text, [])).toEqual([
      {
        ...{ id: 'zh.example@7', rule: 'zh.example', role: 'point', start: 7, end: 11 },
        ...{ cues: [{ start: 12, end: 14 }], depth: 0, beneath: null, link: null, block: 2, speaker: null },
      },
      {
        ...{ id: 'zh.example@15', rule: 'zh.example', role: 'example', start: 15, end: 22 },
        ...{ cues: [{ start: 12, end: 14 }], depth: 1, beneath: 'zh.example@7', link: 'support', block: 2 },
        speaker: null,
      },
    ]);
  });

  it('support by reasons and examples next to what they are of, and by nothing else', () => {
    expect(outline('票价应当降低。因为车厢空着。')).toEqual(['point: 票价应当降低', '  reason >: 车厢空着']);
    expect(outline('票价应当降低。\n因为车厢空着。')).toEqual(['reason: 车厢空着']);
    expect(outline('票价为什么要降？因为车厢空着。')).toEqual(['reason: 车厢空着']);
    expect(outline('因为车厢空着，所以票价应当降低。')).toEqual([
      '  reason >: 车厢空着',
      'conclusion: 票价应当降低',
    ]);
    expect(outline('票价太高。但是，因为油价上涨，车费降不下来。')).toEqual([
      '  reason >: 油价上涨',
      'contrast: 车费降不下来',
    ]);
    expect(outline('有的城免票。比如，甲城免了。再比如，乙城也免了。')).toEqual([
      'point: 有的城免票',
      '  example >: 甲城免了',
      '  example >: 乙城也免了',
    ]);
    expect(outline('Fares fell because oil is cheap. However, the trains are full.')).toEqual([
      'point: Fares fell',
      '  reason >: oil is cheap',
      '  contrast: the trains are full',
    ]);
  });

  it('take 虽然 A，但是 B for B, which A concedes', () => {
    expect(outline('图书馆虽然旧，但是座位很多。')).toEqual([
      '  concession: 图书馆虽然旧',
      'point: 座位很多',
    ]);
    expect(outline('尽管雨下得很大，比赛没有取消。')).toEqual([
      '  concession: 雨下得很大',
      'point: 比赛没有取消',
    ]);
    expect(outline('The match went on, although it rained.')).toEqual([
      'point: The match went on',
      '  concession: it rained',
    ]);
  });

  it.each([
    '中国是第一大经济体。第二次世界大战结束了。第一，他先到。',
    '最后他走了。最后，他关了灯。',
    '他不但会唱，而且会跳。Not only is it cheap, but it is fast.',
    '结果表明它有效。可见光很弱。根据记录，去年更冷。但愿如此。',
    '难道我们不冷吗？但是，难道没有别的办法？',
    '小店也送饭（例如面馆，但是不送汤）。',
    'First class is full. The second attempt failed. Finally he left. So far so good.',
    '其实他知道。事实上，门开着。',
    '',
    '\n\n',
  ])('[3.2] are not misled: %s', (text) => {
    expect(outline(text)).toEqual([]);
  });
});

describe('[P-01] what is counted', () => {
  const parts = (text: string): string[] => items(text, { start: 0, end: [...text].length }).map((item) => wordsOf(text, item)); // prettier-ignore

  it('is cut into items within one sentence, and nothing of it is lost', () => {
    const text = '𠮷有三点：一是便宜；二是干净，也安静；三是近。';
    expect(parts(text)).toEqual(['一是便宜；', '二是干净，也安静；', '三是近。']);
    expect(parts('首先要便宜；其次要近。')).toEqual(['首先要便宜；', '其次要近。']);
    expect(parts('First, it is near; second, it is cheap.')).toEqual([
      'First, it is near; ',
      'second, it is cheap.',
    ]);
    expect(parts('一是便宜。')).toEqual([]);
    expect(items(text, { start: 0, end: 999 })).toEqual([]);
  });

  it('hangs beneath the sentence that announces it', () => {
    expect(outline('校服有两个好处：一是省钱；二是整齐，因为都一样。所以我赞成校服。')).toEqual([
      'point: 校服有两个好处',
      '  point: 省钱',
      '  point: 整齐',
      '    reason >: 都一样',
      'conclusion: 我赞成校服',
    ]);
    expect(outline('There are two reasons. First, it is cheap. Second, it is near.')).toEqual([
      'point: There are two reasons',
      '  point: it is cheap',
      '  point: it is near',
    ]);
  });

  it('opens a level by headings that count, ask, or are marked as such', () => {
    expect(
      outline(
        '一、好处\n（一）省钱\n不用买。\n（二）省时\n因此人人早起。\n二、坏处\n1. 单调\n2. 不合身\n三、结论',
      ),
    ).toEqual(
      ['point: 好处', '  point: 省钱', '  point: 省时', '    conclusion: 人人早起', 'point: 坏处', '  point: 单调', '  point: 不合身', 'point: 结论'], // prettier-ignore
    );
    expect(outline('第一部分 过去\n但是过去很短。\n第二部分 将来')).toEqual([
      'point: 过去',
      '  contrast: 过去很短',
      'point: 将来',
    ]);
    expect(outline('# 城市\n## 一、树\n## 二、水\n水够吗？\n因此要省水。\n# 乡村')).toEqual([
      'point: 城市',
      '  point: 树',
      '  point: 水',
      '    question: 水够吗？',
      '      conclusion: 要省水',
      'point: 乡村',
    ]);
  });

  it('stands beside what was counted before in the same way, paragraph by paragraph', () => {
    expect(outline('一是旧书。\n二是新书。\n一是学生。\n二是老人。')).toEqual([
      'point: 旧书',
      'point: 新书',
      'point: 学生',
      'point: 老人',
    ]);
  });

  it('goes on after what is counted within it, and ends before what concludes it', () => {
    const text =
      '首先，要有书。首先买旧书，其次买新书。\n其次，要有人。一是馆员；二是读者。\n最后，要有钱。\n总之，三样都要。';
    expect(outline(text)).toEqual([
      'point: 要有书',
      '  point: 买旧书',
      '  point: 买新书',
      'point: 要有人',
      '  point: 馆员',
      '  point: 读者',
      'point: 要有钱',
      'conclusion: 三样都要',
    ]);
  });
});

describe('whose words they are', () => {
  const speakers = (text: string, marks: readonly SpeechMark[] = []) =>
    suggest(text, marks).map((one) => [wordsOf(text, one), one.speaker, one.link]);

  it('tells who speaks, and never takes the words of one to support those of another', () => {
    const text = '票价太高。\n因此应当降价。\n我同意。因为人人坐车。';
    const marks = [
      { start: 0, speaker: '甲', time: null },
      { start: text.indexOf('我'), speaker: '乙', time: null },
    ];
    expect(speakers(text, marks).map(([words, who]) => [words, who])).toEqual([
      ['应当降价', '甲'],
      ['我同意', '乙'],
      ['人人坐车', '乙'],
    ]);
    const across = [{ start: 0, speaker: '甲', time: null }, { start: 5, speaker: '乙', time: null }]; // prettier-ignore
    expect(speakers('票价太高。因为油价上涨。', across)).toEqual([['油价上涨', '乙', null]]);
  });

  it('leaves what is quoted to whom it is quoted from', () => {
    expect(speakers('渔民说：“鱼少多了。因为网眼太小。”但是，没有人听。')).toEqual([
      ['鱼少多了', '渔民', null],
      ['网眼太小', '渔民', 'support'],
      ['没有人听', null, null],
    ]);
    expect(speakers('“但是，纸袋也耗水。”王教授指出。')).toEqual([['纸袋也耗水', '王教授', null]]);
    expect(speakers('他说：“但是，纸袋也耗水。”')).toEqual([['纸袋也耗水', null, null]]);
    expect(speakers('Ann Lee said, “However, paper needs water.”')).toEqual([
      ['paper needs water', 'Ann Lee', null],
    ]);
  });
});

describe('[P-08] rules of a map', () => {
  it('fire when they are its owner’s, and do not when they are off', () => {
    const own = OwnRule.parse({
      ...{
        id: 'own.aim',
        language: 'zh',
        role: 'point',
        words: ['目标是', '第{n}步'],
        where: 'clause-initial',
      },
      ...{ measured: null, as: 'outline' },
    });
    const text = '我们的目标是什么？目标是人人有书读。因此，要多开馆。';
    expect(outline(text)).toEqual(['conclusion: 要多开馆']);
    expect(outline(text, [], rulesOf({ own: [own], off: ['因此'] }))).toEqual(['point: 人人有书读']);
    expect(outline('第一步买书。第二步开馆。', [], rulesOf({ own: [own], off: [] }))).toEqual([
      'point: 买书',
      'point: 开馆',
    ]);
    expect(outline(TALK, [], [])).toEqual([]);
  });
});

describe('any text', () => {
  it('[P-04] [P-06] has the same suggestions each time: passages in a tree, none of which attacks', () => {
    const marks = [{ start: 0, speaker: '甲', time: null }, { start: 20, speaker: '乙', time: null }]; // prettier-ignore
    fc.assert(
      fc.property(markedTexts, (text) => {
        const found = suggest(text, marks);
        expect(suggest(text, marks)).toEqual(found);
        const ids = new Map(found.map((one) => [one.id, one]));
        expect(ids.size).toBe(found.length);
        for (const one of found) {
          expect(Suggestion.parse(one)).toEqual(one);
          for (const span of [one, ...one.cues]) expect(passageAt(text, span.start, span.end).ok).toBe(true);
          const over = one.beneath === null ? undefined : ids.get(one.beneath);
          expect(one.depth).toBe(over ? over.depth + 1 : 0);
          if (one.link) expect([one.link, one.beneath !== null, /reason|example/.test(one.role)]).toEqual(['support', true, true]); // prettier-ignore
        }
        for (const sentence of sentences(text))
          for (const item of items(text, sentence))
            expect(passageAt(text, item.start, item.end).ok).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('[P-06] has no word of a rule whose second half goes on in a sign that clings to it', () => {
    expect(outline('之所以人人能读，是因为代码公开。')).toHaveLength(2);
    expect(outline('之所以人人能读，是因为\u0301代码公开。')).toEqual([]);
  });

  it('[P-04] of ours has no attack either', () => {
    const links = [TALK, ...LABELLED.map(({ text }) => text)].flatMap((text) => suggest(text, []));
    expect(new Set(links.map(({ link }) => link))).toEqual(new Set(['support', null]));
    expect(links.filter(({ role, link }) => role === 'contrast' && link !== null)).toEqual([]);
  });

  it('has no suggestion that is too long for a claim', () => {
    const long = '长'.repeat(LONGEST.claim - 1);
    expect(suggest(`因此，${long}句。`, [])).toHaveLength(1);
    expect(suggest(`因此，${long}句子。`, [])).toEqual([]);
    expect(suggest(`${long}句子。例如，短句子。`, []).map(({ beneath, link }) => [beneath, link])).toEqual([[null, null]]); // prettier-ignore
  });

  it('comes to an end, whatever is repeated in it', () => {
    for (const words of [
      '因为',
      '虽然',
      '一是，',
      '1.\n',
      '“',
      '（',
      '之所以',
      '但是，',
      'I think ',
      '我认为，',
      '以',
    ])
      expect(toTheEnd(() => suggest(words.repeat(5_000), []).length)).toBeLessThan(5_000);
  });
});

/** Of what each rule suggests for our labelled texts, the share that people take. It may rise. */
const FLOORS: Readonly<Record<string, number>> = {
  'zh.example': 8 / 9,
  'zh.contrast': 4 / 5,
  'en.reason': 4 / 6,
  'en.contrast': 2 / 3,
  'en.conclusion': 2 / 3,
};

it('[P-07] rules are as right on our labelled sentences as they were', () => {
  const tally = new Map<string, { right: number; all: number }>();
  for (const { text, taken } of LABELLED)
    for (const one of suggest(text, [])) {
      const { right, all } = tally.get(one.rule) ?? { right: 0, all: 0 };
      const isRight = taken.includes(`${one.role}: ${wordsOf(text, one)}`);
      tally.set(one.rule, { right: right + Number(isRight), all: all + 1 });
    }
  const shares = [...tally].map(
    ([rule, { right, all }]) => [rule, right / all, `${right} of ${all}`] as const,
  );
  console.log(shares.map(([rule, , counted]) => `${rule.padEnd(16)} ${counted}`).join('\n'));
  const found = LABELLED.flatMap(({ text, taken }) => {
    const lines = new Set(suggest(text, []).map((one) => `${one.role}: ${wordsOf(text, one)}`));
    return taken.map((line) => [line, lines.has(line)] as const);
  });
  expect(found.filter(([, is]) => !is).map(([line]) => line)).toEqual([]);
  for (const { id, where } of RULES.filter(({ where }) => !where.startsWith('line-')))
    expect([id, where, tally.has(id)]).toEqual([id, where, true]);
  for (const [rule, share] of shares) expect([rule, share >= (FLOORS[rule] ?? 1)]).toEqual([rule, true]);
});
