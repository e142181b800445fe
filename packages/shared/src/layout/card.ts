// The measures of a card, for the canvas' CSS and the exported picture alike, and the size a text needs.
// All in CSS px; text is drawn with `text-rendering: geometricPrecision`, else browsers on Linux round each advance.
import type { Language } from '../map/id.ts';
import { fontIn, type Voice } from './measure.ts';
import { wrapText, type Ruler } from './wrap.ts';

export interface CardMeasure {
  readonly voice: Voice;
  readonly size: number;
  readonly weight: number;
  readonly lineHeight: number;
  readonly width: number;
  readonly maxLines: number;
  /** Between the border and the content; on the left the coloured bar lies in it. */
  readonly padding: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly border: number;
  /** The row above the text with sign and relation; and the space beneath it. */
  readonly kicker: number;
  readonly kickerGap: number;
  /** The row with passages, comments and strength, and the space above it; a reference card has none. */
  readonly footer: number;
  readonly footerGap: number;
}

export type CardStyle = 'claim' | 'thesis' | 'reference';

const claim: CardMeasure = {
  voice: 'sans',
  size: 14,
  weight: 400,
  lineHeight: 21,
  width: 232,
  maxLines: 6,
  padding: { top: 9, right: 12, bottom: 8, left: 15 },
  border: 1,
  kicker: 18,
  kickerGap: 2,
  footer: 18,
  footerGap: 7,
};

export const CARD: CardMeasures = {
  claim,
  thesis: {
    ...claim,
    voice: 'serif',
    size: 16.5,
    weight: 600,
    lineHeight: 25,
    width: 236,
    maxLines: 8,
    padding: { top: 13, right: 15, bottom: 11, left: 18 },
  },
  reference: { ...claim, maxLines: 2, footer: 0, footerGap: 0 },
};

/** Where a screen has room for them: more words in a line, and what stood beneath them stands beside the relation. */
export const WIDE_CARD: CardMeasures = {
  claim: { ...claim, width: 364, footer: 0, footerGap: 0 },
  thesis: { ...CARD.thesis, width: 260 },
  reference: { ...CARD.reference, width: 364 },
};

export type CardMeasures = Readonly<Record<CardStyle, CardMeasure>>;

/** How letters are drawn where not as they were measured for all: see lettered.ts. */
export interface Lettering {
  readonly ruler: Ruler;
  readonly measure: (asked: CardMeasure) => CardMeasure;
}

/** Of all cards of a map. */
export function cardMeasures(wide: boolean, lettering?: Lettering): CardMeasures {
  const asked = wide ? WIDE_CARD : CARD;
  if (!lettering) return asked;
  const { measure } = lettering;
  return {
    claim: measure(asked.claim),
    thesis: measure(asked.thesis),
    reference: measure(asked.reference),
  };
}

/** An undercut stands so much further right than what it attacks, and its card is as much narrower. */
export const UNDERCUT_INDENT = 12;

export interface CardSize {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly truncated: boolean;
}

export interface CardText {
  readonly text: string;
  readonly language: Language;
  readonly thesis: boolean;
  readonly reference?: boolean;
  /** Whether it speaks against an argument. */
  readonly undercut?: boolean;
  /** With all its lines, however many. */
  readonly whole?: boolean;
}

/** How all cards of a map are measured. */
export interface CardManner {
  readonly measures: CardMeasures;
  readonly ruler?: Ruler | undefined;
}

/** The card for a text: its lines as they are drawn, one below the other, and its outer size. */
export function cardSize(
  { text, language, thesis, reference, undercut, whole }: CardText,
  { measures, ruler }: CardManner = { measures: CARD },
): CardSize {
  const measure = measures[thesis ? 'thesis' : reference ? 'reference' : 'claim'];
  const { voice, size, border, padding } = measure;
  const font = fontIn(language, voice);
  const maxLines = whole ? Infinity : measure.maxLines;
  const width = measure.width - (undercut ? UNDERCUT_INDENT : 0);
  const room = width - 2 * border - padding.left - padding.right;
  const { lines, truncated } = wrapText(text.trim(), { font, size, width: room, maxLines, ruler });
  return { width, height: heightOf(measure, lines.length), lines, truncated };
}

/** Distance from a card's top edge to the top of its first line of text. */
export const textTop = ({ border, padding, kicker, kickerGap }: CardMeasure): number =>
  border + padding.top + kicker + kickerGap;

function heightOf(measure: CardMeasure, lines: number): number {
  const { border, padding, footer, footerGap, lineHeight } = measure;
  const height = textTop(measure) + lines * lineHeight + footerGap + footer + padding.bottom + border;
  return Math.ceil(height / 2) * 2; // even, so that an edge between two cards can be quite straight
}
