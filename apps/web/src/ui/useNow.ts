import { useSyncExternalStore } from 'react';

const STEP_MS = 30_000;

/** The time, told again every half minute, for words such as "two minutes ago". */
export const useNow = (): number =>
  useSyncExternalStore(everyStep, () => Math.ceil(Date.now() / STEP_MS) * STEP_MS);

function everyStep(tell: () => void): () => void {
  const timer = setInterval(tell, STEP_MS);
  return () => clearInterval(timer);
}
