// How sides and relations look in a plot: always a sign beside the colour.
import type { Relation, Side } from '@counterpoint/shared';

export const SIGN_CHARACTERS = { square: '■', triangle: '▲', circle: '●', diamond: '◆' } as const;

const SIDES = { square: 1, triangle: 2, circle: 3, diamond: 4 } as const;

export const sideColour = (side: Side | undefined): string =>
  side ? `var(--side-${SIDES[side.sign]})` : 'var(--ink-3)';

export const RELATION_SIGNS: Readonly<Record<Relation, string>> = {
  thesis: '●',
  support: '+',
  rebut: '−',
  undercut: '⁄',
};
export const RELATION_DASHES: Readonly<Record<Relation, string>> = {
  thesis: '8 2 2 2',
  support: 'none',
  rebut: '5 3',
  undercut: '1.5 3',
};
export const relationColour = (relation: Relation): string => `var(--${relation})`;
