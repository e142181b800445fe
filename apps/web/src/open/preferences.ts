// What a person may switch in this browser: keys of one letter (WCAG 2.1.4), the spoken news of others, the bells of a debate, what
// is printed besides the claims, the hints of the first time.
import { useSyncExternalStore } from 'react';

export type Preference = 'hints' | 'letterKeys' | 'spokenNews' | 'bells' | 'printQuotations' | 'printTalk';

/** What makes a sound begins in silence, what makes paper long begins without. */
const isOffAtFirst = (preference: Preference): boolean =>
  preference === 'bells' || preference === 'printTalk';

const listeners = new Set<() => void>();
/** What is kept is that somebody has switched it. */
const keyOf = (preference: Preference): string => `${isOffAtFirst(preference) ? 'on' : 'off'}:${preference}`;

export function isOn(preference: Preference): boolean {
  try {
    return (localStorage.getItem(keyOf(preference)) === null) !== isOffAtFirst(preference);
  } catch {
    return !isOffAtFirst(preference); // storage may be forbidden
  }
}

export function switchTo(preference: Preference, on: boolean): void {
  try {
    if (on !== isOffAtFirst(preference)) localStorage.removeItem(keyOf(preference));
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
