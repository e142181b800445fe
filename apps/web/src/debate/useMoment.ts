// The only thing of a debate that ticks: whoever reads it is drawn again when what it reads off the moment is another value.
import { standAt, type Debate, type Stand } from '@counterpoint/shared';
import { useState, useSyncExternalStore } from 'react';
import { shallow } from 'zustand/shallow';
import { serverNow } from '../open/serverTime.ts';

const TICK_MS = 250;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

export function everyTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** `at` is the server's moment. */
export const useMoment = <T extends string | number | boolean | null>(read: (at: number) => T): T =>
  useSyncExternalStore(everyTick, () => read(serverNow()));

/** Where a debate stands now: another value with another phase, or when something was done to its clock. */
export function useStand(debate: Debate): Stand {
  const [keep] = useState(keepingStand);
  return useSyncExternalStore(everyTick, () => keep(standAt(debate, serverNow())));
}

function keepingStand(): (next: Stand) => Stand {
  let last: Stand | undefined;
  return (next) => {
    if (!last || last.phase !== next.phase || !shallow(last.clock, next.clock)) last = next;
    return last;
  };
}
