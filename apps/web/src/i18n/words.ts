import type { en } from './en.ts';
import type { InterfaceLanguage } from './languages.ts';

export type InterfaceWords = typeof en;

/** The words of each language, a script of its own: a page begins with one. */
export const WORDS: Readonly<
  Record<InterfaceLanguage, () => Promise<Readonly<Record<keyof InterfaceWords, object>>>>
> = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
};
