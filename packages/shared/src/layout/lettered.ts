// Cards for letters that a browser or its reader has larger or wider than the style asks for: a least size, a font of their
// own, room between letters, words and lines (WCAG 2.2, 1.4.12). Few need it, so pages fetch it when one does.
import type { CardMeasure } from './card.ts';
import type { Voice } from './measure.ts';

export interface Drawn {
  /** Of the words on a card, in px. */
  readonly lineHeight: Readonly<Record<Voice, number>>;
  /** How many times as wide and as high as asked for the small words above and beneath them are. */
  readonly small: { readonly width: number; readonly height: number };
}

/** Where small words are wider, the card is as much wider: what stands in its rows fits as before. */
export function lettered(asked: CardMeasure, { lineHeight, small }: Drawn): CardMeasure {
  return {
    ...asked,
    lineHeight: lineHeight[asked.voice],
    width: 2 * Math.ceil((asked.width * small.width) / 2),
    kicker: Math.ceil(asked.kicker * small.height),
    footer: Math.ceil(asked.footer * small.height),
  };
}
