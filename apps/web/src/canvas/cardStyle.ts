// The measures of packages/shared as CSS variables: the card on the screen is the box that was laid out.
import { CARD, type CardBox, type CardStyle } from '@counterpoint/shared';
import type { CSSProperties } from 'react';

const styles = Object.fromEntries(
  Object.keys(CARD).map((kind) => [kind, variables(kind as CardStyle)]),
) as Record<CardStyle, CSSProperties>;

export function cardStyle({ kind, reference }: Pick<CardBox, 'kind' | 'reference'>): CSSProperties {
  return styles[kind === 'thesis' ? 'thesis' : reference ? 'reference' : 'claim'];
}

function variables(kind: CardStyle): CSSProperties {
  const { font, size, weight, lineHeight, padding, border, kicker, kickerGap, footer, footerGap } =
    CARD[kind];
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
