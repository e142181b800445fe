// Choosing a passage by the keyboard alone: sentence by sentence, or a paragraph at a time.
import type { Span } from '@counterpoint/shared';
import { placeOf, widened, type Reading } from './reading.ts';

export type Step =
  | 'next-sentence'
  | 'last-sentence'
  | 'one-more'
  | 'one-less'
  | 'next-paragraph'
  | 'last-paragraph'
  | 'whole-sentences';

const KEYS: Readonly<Record<string, Step>> = {
  ArrowDown: 'next-sentence',
  ArrowUp: 'last-sentence',
  'Shift+ArrowDown': 'one-more',
  'Shift+ArrowUp': 'one-less',
  ArrowRight: 'next-paragraph',
  ArrowLeft: 'last-paragraph',
};

export const stepOf = ({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Step | undefined =>
  KEYS[shiftKey ? `Shift+${key}` : key];

/** What is chosen after a step, from what was; undefined where there is nowhere to go. Nothing is chosen at first: then `at` is where one reads. */
export function stepped(
  { sentences, paragraphs }: Reading,
  step: Step,
  chosen: Span | null,
  at = 0,
): Span | undefined {
  const start = chosen?.start ?? at;
  const end = chosen?.end ?? at;
  const spans = step.endsWith('paragraph') ? paragraphs : sentences;
  const here = placeOf(spans, start);
  if (!chosen) return spans[here];
  const lastHere = placeOf(spans, end - 1);
  switch (step) {
    case 'next-sentence':
    case 'next-paragraph':
      return spans[lastHere + 1];
    case 'last-sentence':
    case 'last-paragraph':
      return spans[here - 1];
    case 'whole-sentences':
      return widened(sentences, chosen);
    case 'one-more': {
      const more = sentences[lastHere + 1];
      return more && { start, end: more.end };
    }
    case 'one-less': {
      const less = sentences[lastHere - 1];
      return less && less.end > start ? { start, end: less.end } : undefined;
    }
  }
}
