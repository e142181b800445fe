// The words of a map set as a document, beside those of words.ts; in the map's language, as there.
import type { Bearing } from '../../map/tables/quotations.ts';
import type { Relation } from '../../map/relation.ts';

export interface DocumentWords {
  readonly picture: string;
  readonly outline: string;
  readonly sources: string;
  readonly legend: string;
  readonly fact: Readonly<Record<'date' | 'version' | 'address' | 'contributors', string>>;
  readonly bearing: Readonly<Record<Bearing, string>>;
  /** What a relation says, as a sentence for the legend. */
  readonly meaning: Readonly<Record<Relation | 'joint' | 'reference', string>>;
  readonly joint: string;
  readonly reference: string;
  /** Words in the marks that this language puts around what someone said. */
  readonly quoted: (words: string) => string;
  /** The nth text of a source, where it has several. */
  readonly edition: (nth: number) => string;
  /** What became of the words of a quotation in a later text, as `edition` names it. */
  readonly changedIn: (edition: string) => string;
  readonly goneIn: (edition: string) => string;
  /** Behind a translation; an empty name for nobody. */
  readonly translated: (author: string) => string;
  /** The claims that rest on a passage. */
  readonly for: (numbers: readonly string[]) => string;
  /** For the link that goes past the head, for who reads by ear or keyboard. */
  readonly skip: string;
  /** To see the picture as large as it is drawn, not as large as the window. */
  readonly fullSize: string;
  readonly page: (page: number, of: number) => string;
  readonly marking: {
    readonly claims: (count: number) => string;
    readonly comments: (count: number) => string;
    readonly comment: string;
    /** A relation, and the number of what it speaks to. */
    readonly of: (relation: string, number: string) => string;
    readonly mark: string;
    /** Of the criteria, and what it is at most. */
    readonly sum: (most: number) => string;
    readonly remarks: string;
  };
}

const en: DocumentWords = {
  picture: 'Picture',
  outline: 'Outline',
  sources: 'Sources',
  legend: 'Legend',
  fact: { date: 'Date', version: 'Version', address: 'Address', contributors: 'Contributors' },
  bearing: { verbatim: 'Verbatim', paraphrase: 'Paraphrase', inference: 'Inference', disputes: 'Disputed' },
  meaning: {
    thesis: 'what the map argues about',
    support: 'speaks for the claim above it',
    rebut: 'speaks against the claim above it',
    undercut: 'doubts that the conclusion follows, even if the reason is true',
    joint: 'premises that count only together',
    reference: 'the claim stands elsewhere and is used here once more',
  },
  joint: 'Joint premises',
  reference: 'Reference',
  quoted: (words) => `“${words}”`,
  edition: (nth) => `edition ${nth}`,
  changedIn: (edition) => `changed in ${edition}`,
  goneIn: (edition) => `gone in ${edition}`,
  translated: (author) => (author ? ` (translated by ${author})` : ' (translation)'),
  for: (numbers) => `for ${numbers.join(', ')}`,
  skip: 'Skip to the outline',
  fullSize: 'Full size',
  page: (page, of) => `${page} / ${of}`,
  marking: {
    claims: (count) => (count === 1 ? '1 claim' : `${count} claims`),
    comments: (count) => (count === 1 ? '1 comment' : `${count} comments`),
    comment: 'Comment',
    of: (relation, number) => `${relation} → ${number}`,
    mark: 'Mark',
    sum: (most) => `Sum, of ${most}`,
    remarks: 'Remarks',
  },
};

const zh: DocumentWords = {
  picture: '论证图',
  outline: '大纲',
  sources: '资料来源',
  legend: '图例',
  fact: { date: '日期', version: '版本', address: '网址', contributors: '参与者' },
  bearing: { verbatim: '原话', paraphrase: '转述', inference: '推断', disputes: '质疑原文' },
  meaning: {
    thesis: '整幅图要论证的主张',
    support: '为上面的主张提供理由',
    rebut: '反对上面的主张',
    undercut: '即使理由成立，结论也未必成立',
    joint: '几个前提合起来才成立',
    reference: '该主张写在别处，这里再次用到',
  },
  joint: '联合前提',
  reference: '引用',
  quoted: (words) => `“${words}”`,
  edition: (nth) => `第 ${nth} 版`,
  changedIn: (edition) => `${edition}里已改动`,
  goneIn: (edition) => `${edition}里已删去`,
  translated: (author) => (author ? `（${author} 译）` : '（译文）'),
  for: (numbers) => `见 ${numbers.join('、')}`,
  skip: '跳到大纲',
  fullSize: '按原大小显示',
  page: (page, of) => `${page} / ${of}`,
  marking: {
    claims: (count) => `${count} 条主张`,
    comments: (count) => `${count} 条讨论`,
    comment: '讨论',
    of: (relation, number) => `${relation} → ${number}`,
    mark: '评分',
    sum: (most) => `总分（满分 ${most}）`,
    remarks: '评语',
  },
};

export const documentWordsFor = (language: string): DocumentWords => (/^zh\b/.test(language) ? zh : en);

/** Told apart without colour and without the word. */
export const RELATION_SIGNS: Readonly<Record<Relation, string>> = {
  thesis: '●',
  support: '+',
  rebut: '−',
  undercut: '↗',
};
