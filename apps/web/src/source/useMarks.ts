import type { Span } from '@counterpoint/shared';
import { useEffect, type RefObject } from 'react';
import { useScreen } from '../open/openMap.ts';
import { paint, type Painted } from './paint.ts';
import { drawnIn, rangeOf } from './ranges.ts';
import type { Reading } from './reading.ts';
import type { Noted, Resting } from './resting.ts';
import { intoSight } from './useChosen.ts';

interface Marks {
  readonly edition: string;
  readonly reading: Reading;
  readonly resting: readonly Resting[];
  readonly noted: readonly Noted[];
  /** Beside the claims' own passages. */
  readonly marked: readonly Painted[];
  /** How many marked what in a round. */
  readonly agreed: readonly Painted[];
}

/** Paints what rests on the text, and brings the passage into sight that was asked for. */
export function useMarks(
  words: RefObject<HTMLElement | null>,
  { edition, reading, resting, noted, marked, agreed }: Marks,
): void {
  const selected = useScreen((state) => state.selected);
  const passage = useScreen((state) => state.passage);
  const shown = passage?.edition === edition ? passage : null;
  useEffect(() => {
    const root = words.current;
    if (!root) return undefined;
    const own = resting.flatMap((one): Painted[] => {
      const own = { ...spanOf(one), paint: one.changed ? ('changed' as const) : one.sign };
      return one.claim.id === selected ? [own, { ...spanOf(one), paint: 'selected' }] : [own];
    });
    // What was opened is painted by how many marked it.
    const notes = noted.flatMap((one): Painted[] =>
      one.round?.opened ? [] : [{ ...spanOf(one), paint: one.round ? 'mark' : 'note' }],
    );
    return paint(root, reading, [...own, ...notes, ...marked, ...agreed, ...markOf(shown)]);
  }, [words, reading, resting, noted, marked, agreed, selected, shown]);
  useEffect(() => {
    const root = words.current;
    const range = root && shown ? rangeOf(drawnIn(root), reading, shown) : null;
    if (root && range) intoSight(root, range);
  }, [words, reading, shown]);
}

/** A mere place, as a search leads to, is no passage. */
const markOf = (shown: Span | null): readonly Painted[] =>
  shown && shown.end - shown.start > 1 ? [{ ...spanOf(shown), paint: 'shown' }] : [];

const spanOf = ({ start, end }: Span): Span => ({ start, end });
