// Suggestions that a person put aside, by edition, on this device: nobody else sees them, and a new edition asks anew.
import { useSyncExternalStore } from 'react';

const keyOf = (edition: string): string => `dismissed:${edition}`;
const listeners = new Set<() => void>();
const known = new Map<string, ReadonlySet<string>>();

function read(edition: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(edition)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set(); // storage may be forbidden, or hold what another version kept
  }
}

function dismissedIn(edition: string): ReadonlySet<string> {
  const found = known.get(edition) ?? read(edition);
  known.set(edition, found);
  return found;
}

export function dismiss(edition: string, suggestion: string, away: boolean): void {
  const next = new Set(dismissedIn(edition));
  if (away) next.add(suggestion);
  else next.delete(suggestion);
  known.set(edition, next);
  try {
    localStorage.setItem(keyOf(edition), JSON.stringify([...next]));
  } catch {
    // kept until the page is left
  }
  for (const listener of listeners) listener();
}

export const useDismissed = (edition: string): ReadonlySet<string> =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => dismissedIn(edition),
  );
