// What a tab can undo, over a reload. It is the tab's alone and goes with it: another tab has done other things. In the storage
// of the tab, which is written before the page can close.
import { isPurgedIn, Step, type Steps } from '@counterpoint/shared';
import type { MapStore } from './mapStore.ts';
import type { Owner } from './outbox.ts';
import type { Shelf } from './typedStore.ts';

/** Of the some five million that a tab may keep. */
const MOST_CHARACTERS = 400_000;

type Tab = Pick<Shelf, 'getItem' | 'setItem'>;

const keyOf = ({ person, map }: Owner): string => `steps:${person}:${map}`;

/** Each step by itself: another version of the product may have kept it, and the others are still good. */
export function readSteps(owner: Owner, tab: Tab | undefined): Steps {
  const kept = valueAt(tab, keyOf(owner));
  const steps = (name: keyof Steps): Step[] => {
    const list: unknown =
      typeof kept === 'object' && kept !== null && name in kept ? kept[name as never] : [];
    return Array.isArray(list) ? list.flatMap((one) => Step.safeParse(one).data ?? []) : [];
  };
  return { undos: steps('undos'), redos: steps('redos') };
}

function valueAt(tab: Tab | undefined, key: string): unknown {
  try {
    return JSON.parse(tab?.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps what can be undone as it changes; what was purged meanwhile is not kept any longer. */
export function keepSteps(owner: Owner, history: Steps, doc: MapStore, tab: Tab | undefined): void {
  let noted: Steps = { undos: [], redos: [] };
  doc.subscribe(({ view }) => {
    const isGood = (step: Step): boolean => !isPurgedIn(view, step);
    const next = { undos: history.undos.filter(isGood), redos: history.redos.filter(isGood) };
    if (isSame(next.undos, noted.undos) && isSame(next.redos, noted.redos)) return;
    noted = next;
    try {
      tab?.setItem(keyOf(owner), written(next));
    } catch {
      // A reload then ends what can be undone.
    }
  });
}

const isSame = (one: readonly Step[], other: readonly Step[]): boolean =>
  one.length === other.length && one.every((step, i) => step === other[i]);

/** The newest that have room, undos before redos. */
function written({ undos, redos }: Steps): string {
  let room = MOST_CHARACTERS;
  const newest = (steps: readonly Step[]): string =>
    steps
      .map(jsonOf)
      .toReversed()
      .filter((json) => (room -= json.length) >= 0)
      .toReversed()
      .join();
  return `{"undos":[${newest(undos)}],"redos":[${newest(redos)}]}`;
}

const jsons = new WeakMap<Step, string>();

function jsonOf(step: Step): string {
  const json = jsons.get(step) ?? JSON.stringify(step);
  jsons.set(step, json);
  return json;
}

export function tabShelf(): Tab | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined; // storage may be forbidden
  }
}
