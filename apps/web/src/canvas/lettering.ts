// How letters are drawn, where not as packages/shared measures them; lettersProbe.ts finds out once the map is there.
import type { Lettering } from '@counterpoint/shared';
import { useSyncExternalStore } from 'react';
import { fetchAhead } from '../ui/fetched.ts';

export const useLettering = (): Lettering | undefined => useSyncExternalStore(listen, () => lettering);

let lettering: Lettering | undefined;
let stop: (() => void) | undefined;
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    [stop, lettering] = [undefined, undefined];
  };
}

function watch(): () => void {
  const ends = [
    fetchAhead([
      async () => {
        const { watchLetters } = await import('./lettersProbe.ts');
        if (stop === end) ends.push(watchLetters(tell));
      },
    ]),
  ];
  const end = (): void => ends.forEach((one) => one());
  return end;
}

function tell(found: Lettering | undefined): void {
  if (found === lettering) return;
  lettering = found;
  for (const listener of listeners) listener();
}
