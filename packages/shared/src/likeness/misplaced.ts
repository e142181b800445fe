// Claims whose words fit another branch better than their own, for who keeps a map tidy: a hint, by words alone.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { isLive, lineage } from '../map/tree.ts';
import type { Like } from './Likes.ts';
import { KNOWN, type Neighbours } from './Neighbours.ts';

/**
 * How alike the two claims of another branch that are most like it must be, on average, and how many times as much as those
 * of its own. Chosen by looking: in the sample maps, which are in order, no claim is named.
 */
const FITS = 0.35;
const TIMES = 2;
const COMPARED = 2;

export interface Misplaced {
  readonly claim: Id;
  /** The claim right beneath a thesis that the other branch hangs on. */
  readonly branch: Id;
  /** The claims there that are most like it. */
  readonly like: readonly Id[];
}

/** The clearest first. */
export function misplacedIn(map: ArgumentMap, neighbours: Neighbours): Misplaced[] {
  const known = new Map<Id, Id | null>();
  const branchOf = (id: Id): Id | null => {
    const branch = known.get(id) ?? branchIn(map, id);
    known.set(id, branch);
    return branch;
  };
  const found = [...neighbours.claims()].flatMap((claim) => {
    const own = branchOf(claim);
    // A branch is nowhere else at home, and a thesis in none.
    return own === null || own === claim ? [] : (elsewhere(claim, own, neighbours.of(claim), branchOf) ?? []);
  });
  return found.sort((a, b) => b.fit - a.fit).map(({ misplaced }) => misplaced);
}

interface Found {
  readonly fit: number;
  readonly misplaced: Misplaced;
}

function elsewhere(
  claim: Id,
  own: Id,
  list: readonly Like[],
  branchOf: (id: Id) => Id | null,
): Found | undefined {
  const near = new Map<Id, Like[]>();
  for (const like of list) {
    const branch = branchOf(like.claim);
    if (branch !== null) near.set(branch, [...(near.get(branch) ?? []), like]);
  }
  // What is not among those known is less alike than the last of them.
  const beyond = list.length < KNOWN ? 0 : (list.at(-1)?.score ?? 0);
  const ownFit = fitOf(near.get(own) ?? [], beyond);
  let best: Found | undefined;
  for (const [branch, likes] of near) {
    const fit = fitOf(likes, 0);
    if (branch === own || fit < FITS || fit < TIMES * ownFit || fit <= (best?.fit ?? 0)) continue;
    best = { fit, misplaced: { claim, branch, like: likes.slice(0, COMPARED).map((one) => one.claim) } };
  }
  return best;
}

/** On average of the two that are most alike. */
function fitOf(likes: readonly Like[], otherwise: number): number {
  const scores = Array.from({ length: COMPARED }, (_, i) => likes[i]?.score ?? otherwise);
  return scores.reduce((a, b) => a + b) / COMPARED;
}

/** The claim right beneath a thesis on the way up; null for a thesis, and for what is not shown. */
function branchIn(map: ArgumentMap, id: Id): Id | null {
  if (!isLive(map, id)) return null;
  const claims = [...lineage(map, id)].filter(({ kind }) => kind === 'claim');
  return claims.at(-2)?.value.id ?? null;
}
