import { Neighbours } from '@counterpoint/shared';
import { useEffect, useState } from 'react';
import type { MapSession } from '../open/mapSession.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { inSlices } from '../ui/inSlices.ts';

interface Kept {
  readonly neighbours: Neighbours;
  following: Promise<void>;
}

const keptBy = new WeakMap<MapSession, Kept>();

function keptIn(session: MapSession): Kept {
  const kept = keptBy.get(session) ?? { neighbours: new Neighbours(), following: Promise.resolve() };
  keptBy.set(session, kept);
  return kept;
}

/**
 * Which claims are like which, in the map as one decides on it: without what only waits. It is drawn anew when the claims
 * were gone through again; before the first time there is nothing.
 */
export function useNeighbours(): Neighbours | undefined {
  const session = useOpenMap();
  const claims = useDoc((state) => state.unfolded.claims);
  const [, setRounds] = useState(0);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    let over = false;
    const kept = keptIn(session);
    kept.following = kept.following.then(() => inSlices(kept.neighbours.follow(claims)));
    void kept.following.then(() => {
      if (over) return;
      setDone(true);
      setRounds((rounds) => rounds + 1);
    });
    return () => {
      over = true;
    };
  }, [session, claims]);
  return isDone ? keptIn(session).neighbours : undefined;
}
