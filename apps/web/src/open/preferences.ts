// Two things a person may switch off in this browser: keys of one letter (WCAG 2.1.4) and the spoken news of others.
import { useSyncExternalStore } from 'react';

export type Preference = 'letterKeys' | 'spokenNews';

const listeners = new Set<() => void>();
const keyOf = (preference: Preference): string => `off:${preference}`;

export function isOn(preference: Preference): boolean {
  try {
    return localStorage.getItem(keyOf(preference)) === null;
  } catch {
    return true; // storage may be forbidden
  }
}

export function switchTo(preference: Preference, on: boolean): void {
  try {
    if (on) localStorage.removeItem(keyOf(preference));
    else localStorage.setItem(keyOf(preference), '1');
  } catch {
    // the choice cannot be kept
  }
  for (const listener of listeners) listener();
}

export const usePreference = (preference: Preference): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOn(preference),
  );
