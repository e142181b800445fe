// Which passages carry claims, which wait, and which are bare.
import type { Span } from '@counterpoint/shared';
import type { Sign } from '../relation/Relation.tsx';
import type { Paragraph } from './reading.ts';
import { touchingEach, type Resting } from './resting.ts';

export interface Covered {
  readonly paragraph: Paragraph;
  /** How many claims of each kind rest on something in it. */
  readonly signs: ReadonlyMap<Sign, number>;
  readonly changed: number;
}

export function coverageOf(
  paragraphs: readonly Paragraph[],
  resting: readonly Resting[],
): readonly Covered[] {
  const each = touchingEach(resting, paragraphs);
  return paragraphs.map((paragraph, i) => {
    const signs = new Map<Sign, number>();
    const here = each[i] ?? [];
    for (const { sign } of here) signs.set(sign, (signs.get(sign) ?? 0) + 1);
    return { paragraph, signs, changed: here.filter(({ changed }) => changed).length };
  });
}

export interface Tally {
  readonly all: number;
  /** With at least one accepted claim. */
  readonly carried: number;
  /** With nothing but claims that wait. */
  readonly waiting: number;
}

/** Of sentences, or of paragraphs. */
export function tallyOf(spans: readonly Span[], resting: readonly Resting[]): Tally {
  let [carried, waiting] = [0, 0];
  for (const here of touchingEach(resting, spans)) {
    if (here.some(({ sign }) => sign !== 'pending')) carried += 1;
    else if (here.length > 0) waiting += 1;
  }
  return { all: spans.length, carried, waiting };
}
