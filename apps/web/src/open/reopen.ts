// Which field a tab has open, so that it opens it again after a reload. Of the tab alone: the words lie in typedStore.ts.
import type { Id } from '@counterpoint/shared';

export interface Reopen<T> {
  /** What was noted last; null when nothing was, or another version noted it. */
  readonly read: (isIt: (noted: unknown) => noted is T) => T | null;
  readonly note: (open: T | null) => void;
}

export function reopen<T extends object>(what: string, map: Id): Reopen<T> {
  const key = `open:${what}:${map}`;
  return {
    read(isIt) {
      try {
        const noted: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
        return isIt(noted) ? noted : null;
      } catch {
        return null; // storage may be forbidden
      }
    },
    note(open) {
      try {
        if (open) sessionStorage.setItem(key, JSON.stringify(open));
        else sessionStorage.removeItem(key);
      } catch {
        // the field has to be opened by hand
      }
    },
  };
}
