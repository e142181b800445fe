import type { Id, Round } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useDoc } from '../open/openMap.ts';
import { paintedBy, roundFor } from './marking.ts';
import type { Painted } from './paint.ts';

const NONE: readonly Painted[] = [];

/** The round on a text that takes marks now; once it was opened, how many marked each stretch. */
export function useRound(edition: Id): {
  readonly round: Round | null;
  readonly painted: readonly Painted[];
} {
  const round = useDoc(({ view }) => roundFor(view, edition));
  const view = useDoc((doc) => doc.view);
  const { annotations, finishes } = view;
  const painted = useMemo(
    () => (round?.opened ? paintedBy(view, round) : NONE),
    // What it reads of the map.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [annotations, finishes, round],
  );
  return { round: round && !round.opened ? round : null, painted };
}
