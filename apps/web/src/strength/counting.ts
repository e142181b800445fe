// Counts the strengths of the open map: of what the server has said, never of what is only asked for [G4].
import {
  circlesIn,
  howIn,
  shownOf,
  strengthsAfter,
  strengthsOf,
  votesFor,
  type ArgumentMap,
} from '@counterpoint/shared';
import type { MapState, MapStore } from '../open/mapStore.ts';
import type { Counted, StrengthStore } from '../open/strengthStore.ts';

/** Who asks, and all else of which a change makes everything another matter. */
interface Basis {
  readonly asker: string;
  readonly map: ArgumentMap;
  readonly counted: Counted;
}

/** Follows the map until the answer is called. */
export function countStrengths(doc: MapStore, store: StrengthStore): () => void {
  let last: Basis | undefined;
  const count = (): void => {
    const next = countedFor(doc.getState(), last);
    if (next !== last) store.setState({ counted: next?.counted ?? null });
    last = next;
  };
  count();
  const stop = doc.subscribe(count);
  return () => {
    stop();
    store.setState({ counted: null });
  };
}

function countedFor({ confirmed: map, participant, role }: MapState, last?: Basis): Basis | undefined {
  const how = howIn(map.info);
  if (!how) return undefined;
  const { strength, votes: voting, faces } = map.info;
  const asker = [strength, voting, faces, participant, role].join();
  const isKnown = last?.asker === asker;
  if (isKnown && last.map === map) return last;
  const votes = votesFor(map, participant);
  const strengths = isKnown
    ? strengthsAfter(last.counted.strengths, map, votes)
    : strengthsOf(map, votes, how);
  const around = circlesAfter(last, map);
  return { asker, map, counted: { strengths, ...around, shown: (claim) => shownOf(strengths, claim) } };
}

type Around = Pick<Counted, 'circles' | 'circular'>;
const NONE: Around = { circles: [], circular: new Set() };

/** Homes are a forest: only where a claim is used once more can a circle close. Votes close none. */
function circlesAfter(last: Basis | undefined, map: ArgumentMap): Around {
  if (map.references.size === 0) return NONE;
  const isSame =
    last?.map.claims === map.claims &&
    last.map.arguments === map.arguments &&
    last.map.references === map.references;
  if (isSame) return { circles: last.counted.circles, circular: last.counted.circular };
  const circles = circlesIn(map);
  return { circles, circular: new Set(circles.flatMap(({ claims }) => claims)) };
}
