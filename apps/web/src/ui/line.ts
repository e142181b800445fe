// Whether the way to the server seems to be lost. No script is asked for then before it answers: see reload.ts for what browsers
// remember of one that could not be had.
let isLost = false;
const listeners = new Set<() => void>();

/** Told by whatever holds a line to the server. */
export function tellLine(lost: boolean): void {
  if (lost === isLost) return;
  isLost = lost;
  if (!lost) for (const listener of [...listeners]) listener();
}

export const isLineLost = (): boolean => isLost || !navigator.onLine;

/** Calls whenever the way is there again. */
export function onLineBack(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('online', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('online', listener);
  };
}
