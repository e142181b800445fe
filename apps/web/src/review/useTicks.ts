import type { Id, Proposal } from '@counterpoint/shared';
import { useState } from 'react';
import type { Item } from './queue.ts';

interface Ticks {
  readonly ticked: ReadonlySet<Id>;
  /** Of these, what still waits and is shown. */
  readonly chosen: readonly Proposal[];
  readonly tick: (id: Id) => void;
  readonly untickAll: () => void;
}

const NONE: ReadonlySet<Id> = new Set();

/** What of the queue is ticked, to be decided on together. */
export function useTicks(shown: readonly Item[]): Ticks {
  const [ticked, setTicked] = useState(NONE);
  const chosen = shown.flatMap(({ id, proposal }) => (proposal && ticked.has(id) ? [proposal] : []));
  const tick = (id: Id): void =>
    setTicked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return { ticked, chosen, tick, untickAll: () => setTicked(NONE) };
}
