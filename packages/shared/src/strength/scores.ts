// The strengths of a map as they stand in a file, with all that one needs to count them once more.
import type { Id } from '../map/id.ts';
import type { MapContent } from '../map/map.ts';
import { mapOf } from '../map/patch.ts';
import { howIn, shownOf, type NamedMethod, type Shown } from './shown.ts';
import { strengthsOf } from './strengths.ts';
import { RELEVANCE, votesTold } from './votes.ts';

/** [G15] No score without these. */
export interface Scores {
  readonly method: NamedMethod;
  /** Where claims and arguments stand before anybody voted, and as how many votes that counts. */
  readonly prior: number;
  readonly relevance: number;
  readonly weight: number;
  /** When they were counted, in ms since 1970, and of which version of the map. */
  readonly at: number;
  readonly version: number;
  readonly byClaim: ReadonlyMap<Id, Shown>;
}

/** @param content What the asker may see, whole: what is left out of the file still counts. Undefined where the map shows none. */
export function scoresIn(
  content: MapContent,
  { at, version }: Pick<Scores, 'at' | 'version'>,
): Scores | undefined {
  const { strength: method } = content.info;
  const how = howIn(content.info);
  if (!how || method === 'off') return undefined;
  const map = mapOf(content);
  const strengths = strengthsOf(map, votesTold(map), how);
  const byClaim = new Map<Id, Shown>();
  for (const { id } of content.claims) {
    const shown = shownOf(strengths, id);
    if (shown) byClaim.set(id, shown);
  }
  return { method, prior: how.prior, relevance: RELEVANCE, weight: how.weight, at, version, byClaim };
}

/** A figure, or a word for why there is none. */
export const scoreOf = (shown: Shown): number | 'unsettled' | 'hidden' =>
  shown.kind === 'settled' ? shown.value : shown.kind;
