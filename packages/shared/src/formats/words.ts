// The few words that files for people need. They follow the map's language: whoever reads the file reads the map.
import type { Bearing } from '../map/tables/quotations.ts';
import type { Relation } from '../map/relation.ts';

export interface Words {
  readonly question: string;
  readonly contributors: string;
  readonly sources: string;
  readonly relation: Readonly<Record<Relation, string>>;
  readonly bearing: Readonly<Record<Bearing, string>>;
  readonly colon: string;
  readonly comma: string;
  readonly together: string;
  readonly version: (version: number) => string;
  readonly aimedAt: (number: string) => string;
  readonly scheme: (name: string) => string;
  /** Title of what an argument comes to that speaks against `target`. */
  readonly against: (argument: string, target: string) => string;
  readonly see: (number: string) => string;
  readonly comment: (author: string) => string;
  readonly continued: (letter: string) => string;
  readonly continuing: (letter: string, number: string) => string;
  /** Behind a quotation: the title and the number of its source, and how the claim rests on it. */
  readonly cited: (title: string, number: number, bearing: string) => string;
}

const en: Words = {
  question: 'Question:',
  contributors: 'Contributors:',
  sources: 'Sources',
  relation: { thesis: 'Thesis', support: 'Support', rebut: 'Rebuttal', undercut: 'Undercut' },
  bearing: { verbatim: 'verbatim', paraphrase: 'paraphrase', inference: 'inference', disputes: 'disputed' },
  colon: ':',
  comma: ', ',
  together: ', together',
  version: (version) => `version ${version}`,
  aimedAt: (number) => `, aimed at the inference of ${number}`,
  scheme: (name) => ` (${name})`,
  against: (argument, target) => `${argument} against ${target}`,
  see: (number) => `→ see ${number}`,
  comment: (author) => (author ? `Comment by ${author}:` : 'Comment:'),
  continued: (letter) => `→ continued in ${letter}`,
  continuing: (letter, number) => `${letter} (continues ${number})`,
  cited: (title, number, bearing) => `— ${title} (${number}), ${bearing}`,
};

const zh: Words = {
  question: '问题：',
  contributors: '参与者：',
  sources: '资料来源',
  relation: { thesis: '论题', support: '支持', rebut: '反驳', undercut: '削弱推理' },
  bearing: { verbatim: '原话', paraphrase: '转述', inference: '推断', disputes: '质疑原文' },
  colon: '：',
  comma: '、',
  together: '，合起来才成立',
  version: (version) => `第 ${version} 版`,
  aimedAt: (number) => `，针对 ${number} 的推理`,
  scheme: (name) => `（${name}）`,
  against: (argument, target) => `${argument} 反对 ${target}`,
  see: (number) => `→ 见 ${number}`,
  comment: (author) => (author ? `${author} 评论：` : '评论：'),
  continued: (letter) => `→ 续见 ${letter}`,
  continuing: (letter, number) => `${letter}（接 ${number}）`,
  cited: (title, number, bearing) => `—— ${title}（${number}），${bearing}`,
};

/** Every language that files are written in. */
export const ALL_WORDS: readonly (Words & { readonly language: string })[] = [
  { ...en, language: 'en' },
  { ...zh, language: 'zh' },
];

export const wordsFor = (language: string): Words => (/^zh\b/.test(language) ? zh : en);

/** The day in UTC, as 2026-01-15; empty for a moment that no calendar holds. */
export function dateOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
