// The few words that files for people need. They follow the map's language: whoever reads the file reads the map.
import type { Relation } from '../map/relation.ts';

export interface Words {
  readonly question: string;
  readonly contributors: string;
  readonly relation: Readonly<Record<Relation, string>>;
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
}

const en: Words = {
  question: 'Question:',
  contributors: 'Contributors:',
  relation: { thesis: 'Thesis', support: 'Support', rebut: 'Rebuttal', undercut: 'Undercut' },
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
};

const zh: Words = {
  question: '问题：',
  contributors: '参与者：',
  relation: { thesis: '论题', support: '支持', rebut: '反驳', undercut: '削弱推理' },
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
};

export const wordsFor = (language: string): Words => (/^zh\b/.test(language) ? zh : en);

/** The day in UTC, as 2026-01-15; empty for a moment that no calendar holds. */
export function dateOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
