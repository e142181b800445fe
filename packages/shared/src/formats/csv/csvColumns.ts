// The columns of our CSV file, and the words by which other people's files name them. One row says one thing; which columns
// it fills depends on its kind:
//   title, question, about  of the map: text; the title has the language of the map, too
//   claim       text, language, relation: thesis, or premise of the argument it is `under`
//   argument    relation: support, rebut or undercut of what it is `under`; scheme
//   reference   one more use, as a premise of the argument it is `under`, of the claim it `refers to`
//   comment     text, on the claim it is `under`
//   rewording   who last reworded the claim it is `under`, and when
//   wording     text that waits beside the claim it is `under`
//   quotation   text, of the edition it `refers to`, on which the claim it is `under` rests; relation: how it does; number:
//               which edition and paragraph that is; reason: the rule that suggested it
//   gloss       text, language: a translation of the quotation it is `under`
//   anchor      where the quotation it is `under` stands in the edition it `refers to`; relation: how well its words do
//   source      text: its title; url, language
//   edition     text, of the source it is `under`; reason
//   mark        text: who speaks from `start` on in the edition it is `under`; milliseconds of the recording
//   removal     the source it is `under` is no longer offered for quoting
//   person      text: the name; relation: the role
// Where the map shows strengths, rows of claims have more columns (SCORE_COLUMNS), which are not read back: a figure, or
// unsettled, or hidden; and how, when and of which version of the map it was counted.
// Offsets count code points; numbers are for people only. Rows without a kind are claims, as other people's tables have them.
import type { Direction } from '../../map/tables/arguments.ts';

export const COLUMNS = [
  'kind',
  'id',
  'number',
  'relation',
  'under',
  'refers to',
  'text',
  'language',
  'author',
  'author id',
  'created',
  'order',
  'scheme',
  'url',
  'start',
  'end',
  'prefix',
  'suffix',
  'reason',
  'milliseconds',
] as const;
export type Column = (typeof COLUMNS)[number];

/** [G15] */
export const SCORE_COLUMNS = [
  'strength',
  'strength method',
  'strength prior',
  'strength relevance prior',
  'strength prior weight',
  'strength counted',
  'strength map version',
] as const;
export type ScoreColumn = (typeof SCORE_COLUMNS)[number];

const MADE = ['id', 'author', 'author id', 'created'] as const;

/** The columns that say something in a row of this kind, beside the kind itself and the number. */
const USES = {
  title: ['text', 'language'],
  question: ['text'],
  about: ['text'],
  claim: [...MADE, 'text', 'language', 'relation', 'under', 'order'],
  argument: [...MADE, 'relation', 'under', 'order', 'scheme'],
  reference: [...MADE, 'relation', 'under', 'refers to', 'order', 'text'],
  comment: [...MADE, 'text', 'under'],
  rewording: [...MADE, 'under'],
  wording: [...MADE, 'text', 'under'],
  quotation: [
    ...MADE,
    'text',
    'relation',
    'under',
    'refers to',
    'start',
    'end',
    'prefix',
    'suffix',
    'reason',
  ],
  gloss: ['author', 'author id', 'created', 'text', 'language', 'under'],
  anchor: ['relation', 'under', 'refers to', 'start', 'end'],
  source: [...MADE, 'text', 'language', 'url'],
  edition: [...MADE, 'text', 'under', 'reason'],
  mark: ['text', 'under', 'start', 'milliseconds'],
  removal: [...MADE, 'under'],
  person: ['id', 'text', 'relation', 'created'],
} as const satisfies Record<string, readonly Column[]>;
export type Kind = keyof typeof USES;

export const isKind = (word: string): word is Kind => Object.hasOwn(USES, word);

const silent = new Map(
  Object.entries(USES).map(([kind, used]) => {
    const saying = new Set<Column>([...used, 'kind', 'number']);
    return [kind, COLUMNS.filter((column) => !saying.has(column))];
  }),
);

/** Columns that mean nothing in a row of this kind. */
export const silentIn = (kind: Kind): readonly Column[] => silent.get(kind) ?? [];

/** Other names of columns, as `plainWord` leaves them. */
const NAMES: Partial<Record<Column, string>> = {
  kind: '种类',
  id: 'key node claimid nodeid 编号 标识',
  number: 'no # 序号',
  relation: 'type stance direction 关系 类型 立场',
  under: 'parent parentid target to 上级 上级编号 父级 目标',
  text: 'claim content statement 主张 内容 论点 文本',
  language: 'lang 语言',
  author: 'by creator speaker 作者 发言人',
  created: 'createdat date time 时间 日期 创建时间',
  scheme: '论证型式',
};

/** Without case, full-width letters and what stands between words. */
export const plainWord = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-‐()]/g, '');

const byWord = new Map<string, Column>(
  COLUMNS.flatMap((column) =>
    [plainWord(column), ...(NAMES[column]?.split(' ') ?? [])].map((word): [string, Column] => [word, column]),
  ),
);

export const columnOf = (heading: string): Column | undefined => byWord.get(plainWord(heading));

const scoreWords: ReadonlySet<string> = new Set(SCORE_COLUMNS.map(plainWord));

/** Whether the column is known, and left: strengths are counted, never read. */
export const isScore = (heading: string): boolean => scoreWords.has(plainWord(heading));

/** What a row says of itself: a relation, or that it goes together with what it is under. */
export type Relating = Direction | 'undercut' | 'joint' | 'thesis';

const RELATING: Readonly<Record<Relating, string>> = {
  support: 'support supports supporting pro for + 支持 赞成 正方',
  rebut: 'rebut rebuts rebuttal con against attack attacks oppose opposes objection − - 反驳 反对 攻击 反方',
  undercut: 'undercut undercuts 削弱推理 削弱',
  joint: 'premise joint together & 前提 共同前提 合起来才成立',
  thesis: 'thesis root 论题 主论点',
};
const relatingByWord = new Map(
  Object.entries(RELATING).flatMap(([relating, words]) =>
    words.split(' ').map((word): [string, Relating] => [plainWord(word) || word, relating as Relating]),
  ),
);

export const relatingOf = (cell: string): Relating | undefined =>
  relatingByWord.get(plainWord(cell) || cell.trim());
