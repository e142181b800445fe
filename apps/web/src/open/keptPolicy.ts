// Whether a person has read how a map is moderated, on this device: it is shown once, before their first proposal.
import type { Owner } from './outbox.ts';
import type { ScreenStore } from './screenStore.ts';
import type { Shelf } from './typedStore.ts';

export function keepPolicy(
  { person, map }: Owner,
  screen: ScreenStore,
  shelf: Pick<Shelf, 'getItem' | 'setItem'> | undefined,
): void {
  const key = `policy:${person}:${map}`;
  try {
    if (shelf?.getItem(key) === 'read') screen.getState().readPolicy();
  } catch {
    // It is shown once more.
  }
  screen.subscribe(({ policyRead }, before) => {
    if (policyRead === before.policyRead) return;
    try {
      shelf?.setItem(key, 'read');
    } catch {
      // The next page shows it once more.
    }
  });
}
