import type { later } from './en.later.ts';
import type { en } from './en.ts';
import type { InterfaceLanguage } from './languages.ts';

export type InterfaceWords = typeof en & typeof later;

/** The words of each language, a script of its own: a page begins with one. */
export const WORDS: Readonly<
  Record<InterfaceLanguage, () => Promise<Readonly<Record<keyof typeof en, object>>>>
> = {
  zh: async () => (await import('./zh.ts')).zh,
  en: async () => (await import('./en.ts')).en,
};

/** Those of features whose scripts come only where something of theirs is shown. */
export const LATER_WORDS: Readonly<
  Record<InterfaceLanguage, () => Promise<Readonly<Record<keyof typeof later, object>>>>
> = {
  zh: async () => (await import('./zh.later.ts')).later,
  en: async () => (await import('./en.later.ts')).later,
};
