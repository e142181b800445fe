import { useSyncExternalStore } from 'react';
import { serverNow } from '../open/serverTime.ts';

/** The moment that all clocks here go by: the server’s. */
export const moment = serverNow;

const STEP_MS = 100;

/** The same, told again as often as a clock needs it. */
export const useMoment = (): number =>
  useSyncExternalStore(everyStep, () => Math.floor(moment() / STEP_MS) * STEP_MS);

function everyStep(tell: () => void): () => void {
  const timer = setInterval(tell, STEP_MS);
  return () => clearInterval(timer);
}
