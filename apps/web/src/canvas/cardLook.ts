// The measures of packages/shared as CSS: the card on the screen is the box that was laid out.
import { cardMeasures, type CardBox, type CardMeasure, type CardMeasures } from '@counterpoint/shared';
import { useMemo, type CSSProperties } from 'react';
import { useWide } from '../ui/useWide.ts';
import { useLettering } from './lettering.ts';

export interface CardLook {
  readonly card: CSSProperties;
  /** On the words themselves, for which letters they have is said by their own language. */
  readonly words: CSSProperties;
  /** Wide cards say beside the relation what stands beneath the words of others; only a thesis keeps its foot. */
  readonly hasFoot: boolean;
}

export function useCardLook({ kind, reference }: Pick<CardBox, 'kind' | 'reference'>): CardLook {
  const measures = useCardMeasures();
  return lookOf(measures[kind === 'thesis' ? 'thesis' : reference ? 'reference' : 'claim']);
}

function useCardMeasures(): CardMeasures {
  const wide = useWide();
  const lettering = useLettering();
  return useMemo(() => cardMeasures(wide, lettering), [wide, lettering]);
}

const looks = new WeakMap<CardMeasure, CardLook>();

function lookOf(measure: CardMeasure): CardLook {
  const known = looks.get(measure);
  if (known) return known;
  const { voice, size, weight, lineHeight, padding, border, kicker, kickerGap, footer, footerGap } = measure;
  const look = {
    card: {
      '--pad': `${padding.top}px ${padding.right}px ${padding.bottom}px ${padding.left}px`,
      '--border': `${border}px`,
      '--kicker': `${kicker}px`,
      '--kicker-gap': `${kickerGap}px`,
      '--footer': `${footer}px`,
      '--footer-gap': `${footerGap}px`,
    } as CSSProperties,
    words: { font: `${weight} ${size}px / ${lineHeight}px var(--${voice})` },
    hasFoot: footer > 0,
  };
  looks.set(measure, look);
  return look;
}
