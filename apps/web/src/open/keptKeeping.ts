// Whom one writes for, over a reload: what was to be kept back must not go out to all after it. The tab's alone.
import type { Keeping } from './keeping.ts';
import type { MapStore } from './mapStore.ts';
import type { Owner } from './outbox.ts';
import type { Shelf } from './typedStore.ts';

const KINDS: readonly Keeping[] = ['all', 'side', 'self'];

export function keepKeeping(
  { person, map }: Owner,
  doc: Pick<MapStore, 'getState' | 'subscribe'>,
  tab: Pick<Shelf, 'getItem' | 'setItem'> | undefined,
): void {
  const key = `keeping:${person}:${map}`;
  try {
    const kept = tab?.getItem(key);
    doc.getState().keep(KINDS.find((one) => one === kept) ?? null);
  } catch {
    // It goes by the phase.
  }
  doc.subscribe(({ keeping }, before) => {
    if (keeping === before.keeping) return;
    try {
      tab?.setItem(key, keeping ?? '');
    } catch {
      // The next page goes by the phase.
    }
  });
}
