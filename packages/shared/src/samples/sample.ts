import type { Bearing } from '../map/tables/quotations.ts';
import type { Talk } from './talk.ts';

/** A statement in both languages; neither is the translation of record. */
export type Text = { zh: string; en: string };

/** What of the talk a claim rests on: the words of a passage, which stand there once. A verbatim one has those of its claim. */
export type SampleQuote = { bearing: Exclude<Bearing, 'verbatim'>; words: Text } | { bearing: 'verbatim' };

export type SampleClaim = {
  text: Text;
  /** The part of the speech this claim draws on. The thesis has none; nor has a claim added for discussion. */
  part?: 1 | 2 | 3 | 4 | 5;
  quotes?: SampleQuote[];
  comments?: Text[];
  replies?: SampleArgument[];
};

export type SampleArgument = {
  direction: 'support' | 'rebut';
  /** One premise, or several joint premises that count only together. */
  premises: SampleClaim[];
  /** Rebuttals of this argument's inference, always `rebut`. */
  undercuts?: SampleArgument[];
};

export type SampleMap = {
  title: Text;
  question: Text;
  about: Text;
  /** Who is named as author: of claims drawn from the source, and of those added for discussion. */
  voices: { source: Text; discussion: Text };
  /** In each language by itself: the same points, not a translation. */
  talk: { zh: Talk; en: Talk };
  theses: SampleClaim[];
};
