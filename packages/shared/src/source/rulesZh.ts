// Chinese words that tell how a text is built, and how often they were right.
// 其实 and 事实上 have no rule: of the times they began a clause in 72 talks, none told how it relates to the one before.
import type { Measured, Rule } from './rule.ts';

type Of = Measured['of'];
const talks = (precision: number, n: number): Measured => ({ corpus: 'talks', of: 'relation', precision, n });
const school = (precision: number, n: number): Measured => ({
  corpus: 'school-essays',
  of: 'relation',
  precision,
  n,
});
const essays = (of: Of, precision: number, base: number): Measured => ({
  corpus: 'translated-essays',
  of,
  precision,
  n: null,
  base,
});
const alone = (word: string, of: Of, precision: number, n: number | null): Measured => ({
  corpus: 'translated-essays',
  of,
  precision,
  n,
  word,
});

/** Of sentences that hold a claim, or a premise, in the essays. */
const [CLAIMS, PREMISES] = [0.29, 0.48];
const REASONS = [talks(0.82, 452), essays('premise', 0.77, PREMISES)];
const ENUMERATORS = [talks(0.08, 185), essays('claim', 0.57, CLAIMS)];

export const RULES_ZH: readonly Rule[] = [
  {
    id: 'zh.contrast',
    language: 'zh',
    role: 'contrast',
    words: '但是 但 然而 不过 可是 相反， 反之， 与此相反 尽管如此 话虽如此'.split(' '),
    unless: '但凡 但愿 不过是 不过如此 可是否'.split(' '),
    where: 'clause-initial',
    measured: [
      talks(0.91, 893),
      school(0.86, 1075),
      essays('claim', 0.39, CLAIMS),
      alone('但是', 'claim', 0.3, null),
      alone('但', 'claim', 0.31, null),
      alone('然而', 'claim', 0.27, null),
    ],
    as: 'relation',
  },
  {
    id: 'zh.reason',
    language: 'zh',
    role: 'reason',
    words: '因为 由于 这是因为 这是由于 原因是 原因在于'.split(' '),
    where: 'clause-initial',
    measured: REASONS,
    as: 'relation',
  },
  {
    id: 'zh.explanation',
    language: 'zh',
    role: 'reason',
    words: '之所以…是因为 之所以…是由于'.split(' '),
    where: 'in-clause',
    measured: REASONS,
    as: 'relation',
  },
  {
    id: 'zh.conclusion',
    language: 'zh',
    role: 'conclusion',
    words: '因此 所以 因而 故而 由此可见 由此看来 可见，'.split(' '),
    unless: '所以然 所以说 因此而'.split(' '),
    where: 'clause-initial',
    measured: [
      talks(0.8, 619),
      school(0.84, 266),
      essays('claim', 0.7, CLAIMS),
      alone('所以', 'claim', 0.64, 73),
      alone('因此', 'claim', 0.57, 370),
    ],
    as: 'relation',
  },
  {
    id: 'zh.summary',
    language: 'zh',
    role: 'conclusion',
    words: '总之 总而言之 综上所述 综上， 总的来说 总的来看 总的说来 一言以蔽之'.split(' '),
    where: 'sentence-initial',
    measured: [
      talks(0.8, 619),
      school(0.84, 266),
      essays('claim', 0.7, CLAIMS),
      alone('总而言之', 'claim', 0.96, 106),
      alone('总之', 'claim', 0.88, 149),
    ],
    as: 'relation',
  },
  {
    id: 'zh.example',
    language: 'zh',
    role: 'example',
    words: '例如 比如 比如说 譬如 譬如说 举例来说 举个例子 又如， 又比如 再如， 再比如 据统计 以…为例'.split(
      ' ',
    ),
    where: 'clause-initial',
    measured: [
      talks(0.69, 101),
      school(1, 32),
      essays('premise', 0.77, PREMISES),
      alone('例如', 'premise', 0.96, 264),
      alone('比如', 'premise', 0.95, 43),
    ],
    as: 'relation',
  },
  {
    id: 'zh.addition',
    language: 'zh',
    role: 'addition',
    words: '此外 除此之外 另外， 而且 同时， 更重要的是 最重要的是 再说， 况且'.split(' '),
    where: 'clause-initial',
    measured: [talks(0.73, 154), essays('premise', 0.77, PREMISES)],
    as: 'relation',
  },
  {
    id: 'zh.concession',
    language: 'zh',
    role: 'concession',
    words: '虽然 虽说 尽管 固然 诚然'.split(' '),
    unless: ['尽管如此'],
    where: 'in-clause',
    measured: [alone('虽然', 'claim', 0.56, 59)],
    as: 'relation',
  },
  {
    id: 'zh.stance',
    language: 'zh',
    role: 'point',
    words: '我认为 我们认为 我相信 我坚信 我主张 我们主张 在我看来 我的看法是 我的观点是'.split(' '),
    where: 'anywhere',
    measured: [essays('claim', 0.74, CLAIMS)],
    as: 'outline',
  },
  {
    id: 'zh.enumerator',
    language: 'zh',
    role: 'point',
    words:
      '首先 其次 再次 最后， 第{n}， 第{n}点 第{n}是 其{n}， 其{n}是 第{n}个原因是 第{n}个理由是 第{n}个方面'.split(
        ' ',
      ),
    where: 'clause-initial',
    measured: ENUMERATORS,
    as: 'outline',
  },
  {
    id: 'zh.item',
    language: 'zh',
    role: 'point',
    words: '{n}是 {n}则 {n}来，'.split(' '),
    unless: '一是一 一则新闻 一则消息'.split(' '),
    where: 'clause-initial',
    measured: ENUMERATORS,
    as: 'outline',
  },
  {
    id: 'zh.side',
    language: 'zh',
    role: 'point',
    words: '一方面 另一方面'.split(' '),
    where: 'clause-initial',
    measured: ENUMERATORS,
    as: 'outline',
  },
  {
    id: 'zh.heading',
    language: 'zh',
    role: 'point',
    words: '{n}、 （{n}） ({n}) {n}. {n}． 第{n}部分 第{n}章 第{n}节 第{n}篇 #'.split(' '),
    where: 'line-initial',
    measured: null,
    as: 'outline',
  },
  {
    id: 'zh.question',
    language: 'zh',
    role: 'question',
    words: ['？', '?'],
    where: 'line-final',
    measured: null,
    as: 'outline',
  },
];
