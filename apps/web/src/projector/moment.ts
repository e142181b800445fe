import { useSyncExternalStore } from 'react';

/** The moment that all clocks here go by, in ms since 1970. */
export const moment = (): number => Date.now();

const STEP_MS = 100;

/** The same, told again as often as a clock needs it. */
export const useMoment = (): number =>
  useSyncExternalStore(everyStep, () => Math.floor(moment() / STEP_MS) * STEP_MS);

function everyStep(tell: () => void): () => void {
  const timer = setInterval(tell, STEP_MS);
  return () => clearInterval(timer);
}
