// A talk as the text of a source: who speaks in turn, and where words of it stand.
import { findQuote, pointsIn, type Passage } from '../source/passage.ts';
import type { EditionText, SpeechMark } from '../map/tables/editions.ts';

export type Turn = { speaker: string; paragraphs: readonly string[] };

export type Talk = { title: string; turns: readonly Turn[] };

/** Each paragraph is a line, each turn has a mark. */
export function editionText({ turns }: Talk): EditionText {
  const marks: SpeechMark[] = [];
  let text = '';
  for (const { speaker, paragraphs } of turns) {
    marks.push({ start: pointsIn(text), speaker, time: null });
    text += paragraphs.map((paragraph) => `${paragraph}\n`).join('');
  }
  return { text, marks };
}

/** The passage of words that stand in the text once. Throws where they do not: a sample that quotes loosely is wrong. */
export function onlyPassage(text: string, words: string): Passage {
  const passage = findQuote(text, { exact: words });
  if (!passage || text.indexOf(words) !== text.lastIndexOf(words))
    throw new Error(`The talk does not have these words once: ${words}`);
  return passage;
}
