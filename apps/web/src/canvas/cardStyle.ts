// The measures of packages/shared as CSS variables: the card on the screen is the box that was laid out.
import { CARD, WIDE_CARD, type CardBox, type CardMeasure, type CardStyle } from '@counterpoint/shared';
import type { CSSProperties } from 'react';

export function cardStyle(
  { kind, reference }: Pick<CardBox, 'kind' | 'reference'>,
  isWide: boolean,
): CSSProperties {
  const styles = isWide ? STYLES.wide : STYLES.narrow;
  return styles[kind === 'thesis' ? 'thesis' : reference ? 'reference' : 'claim'];
}

/** Wide cards say beside the relation what stands beneath the words of others; only a thesis keeps its foot. */
export const hasFoot = ({ kind, reference }: Pick<CardBox, 'kind' | 'reference'>, isWide: boolean): boolean =>
  !reference && (kind === 'thesis' || !isWide);

const styled = (measures: Readonly<Record<CardStyle, CardMeasure>>): Record<CardStyle, CSSProperties> => ({
  claim: variables(measures.claim),
  thesis: variables(measures.thesis),
  reference: variables(measures.reference),
});

function variables(measure: CardMeasure): CSSProperties {
  const { font, size, weight, lineHeight, padding, border, kicker, kickerGap, footer, footerGap } = measure;
  return {
    '--pad': `${padding.top}px ${padding.right}px ${padding.bottom}px ${padding.left}px`,
    '--border': `${border}px`,
    '--words': `${weight} ${size}px / ${lineHeight}px var(--${font})`,
    '--kicker': `${kicker}px`,
    '--kicker-gap': `${kickerGap}px`,
    '--footer': `${footer}px`,
    '--footer-gap': `${footerGap}px`,
  } as CSSProperties;
}

const STYLES = { narrow: styled(CARD), wide: styled(WIDE_CARD) };
