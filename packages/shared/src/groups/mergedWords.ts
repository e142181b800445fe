// What is said of a claim that a group left otherwise than it stands in the map that the groups were merged into.
import { shortLine } from '../map/text.ts';

const QUOTED = 80;

const WORDS = {
  en: {
    merged: 'merged',
    removed: 'This group removed it.',
    moved: (under: string) =>
      under === '' ? 'In this group it is a thesis.' : `In this group it stands under “${under}”.`,
    into: (other: string) => `This group merged it into “${other}”.`,
    support: 'In this group it speaks for it.',
    rebut: 'In this group it speaks against it.',
    aimed: (at: string) => `In this group it is about “${at}”.`,
    wording: (text: string) => `In this group it reads: ${text}`,
  },
  zh: {
    merged: '合并',
    removed: '这个小组删去了它。',
    moved: (under: string) => (under === '' ? '在这个小组里它是论题。' : `在这个小组里它在“${under}”之下。`),
    into: (other: string) => `这个小组把它并入了“${other}”。`,
    support: '在这个小组里它是支持。',
    rebut: '在这个小组里它是反驳。',
    aimed: (at: string) => `在这个小组里它针对“${at}”。`,
    wording: (text: string) => `在这个小组里它写作：${text}`,
  },
};

export type MergedWords = (typeof WORDS)['en'];

/** In the language of the map: a note in it is words of the map. */
export const mergedWordsIn = (language: string): MergedWords => WORDS[/^zh\b/.test(language) ? 'zh' : 'en'];

export const quotedShort = (text: string): string => shortLine(text, QUOTED);
