// A map beside a model of it: what both have, what only one of them has, and what hangs otherwise. For exercises, in which a
// student draws out of a text what the teacher has drawn already.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { relationOfClaim, type Relation } from '../map/relation.ts';
import type { Claim } from '../map/tables/claims.ts';
import { premisesOf, subtree, theses } from '../map/tree.ts';
import { Likes } from './Likes.ts';

/** Where a claim hangs: how, and on which claim; of an undercut, the claim from which the argument is drawn. */
export interface Hanging {
  readonly relation: Relation;
  /** Null for a thesis. */
  readonly on: Claim | null;
}

export interface Pair {
  readonly own: Claim;
  readonly model: Claim;
  /** How alike their words are, see Likes.ts; 1 for the same. */
  readonly score: number;
}

/** A pair that both maps have, in other places. */
export interface HangsOtherwise extends Pair {
  readonly is: Hanging;
  readonly should: Hanging;
  /** Whether it supports what it should rebut, or the like; else it hangs on another claim. */
  readonly differs: 'relation' | 'place';
}

export interface Comparison {
  /** What both have in the same place. */
  readonly same: readonly Pair[];
  readonly otherwise: readonly HangsOtherwise[];
  /** Of the model, and not in the map; in the order of the model. */
  readonly missing: readonly Claim[];
  /** In the map, and not in the model; in the order of the map. */
  readonly added: readonly Claim[];
}

/** Candidates for each claim that are looked at. */
const MOST_LIKE = 5;

/**
 * Claims are paired by their words, the most alike first, each once: a claim in other words altogether is told as missing and as
 * added, and a person has to see that it says the same. Uses of a claim elsewhere are not compared.
 */
export function compareMaps(map: ArgumentMap, model: ArgumentMap): Comparison {
  const [own, models] = [claimsIn(map), claimsIn(model)];
  const pairs = pairsOf(map, own, models);
  const ownOf = new Map(pairs.map((pair) => [pair.model.id, pair.own.id]));
  const same: Pair[] = [];
  const otherwise: HangsOtherwise[] = [];
  for (const pair of pairs) {
    const [is, should] = [hangingOf(map, pair.own), hangingOf(model, pair.model)];
    // Where the model's claim has no like in the map, nobody can say that the place is wrong.
    const isThere = should.on === null ? is.on === null : !ownOf.has(should.on.id) || ownOf.get(should.on.id) === is.on?.id; // prettier-ignore
    if (is.relation !== should.relation) otherwise.push({ ...pair, is, should, differs: 'relation' });
    else if (!isThere) otherwise.push({ ...pair, is, should, differs: 'place' });
    else same.push(pair);
  }
  // One may have begun as a copy of the other, with the same ids.
  const taken = new Set(ownOf.values());
  return {
    same,
    otherwise,
    missing: models.filter(({ id }) => !ownOf.has(id)),
    added: own.filter(({ id }) => !taken.has(id)),
  };
}

const claimsIn = (map: ArgumentMap): Claim[] =>
  theses(map).flatMap(({ id }) => [...subtree(map, id)].flatMap((node) => (node.kind === 'claim' ? node.value : []))); // prettier-ignore

/** In the order of the model. */
function pairsOf(map: ArgumentMap, own: readonly Claim[], models: readonly Claim[]): Pair[] {
  const likes = new Likes();
  Array.from(likes.follow(map.claims));
  const there = new Map(own.map((claim) => [claim.id, claim]));
  const candidates = models.flatMap((model) =>
    likes
      .nearest(model.text, { most: MOST_LIKE, except: (id) => !there.has(id) })
      .flatMap(({ claim, score }) => {
        const one = there.get(claim);
        return one ? { own: one, model, score } : [];
      }),
  );
  candidates.sort((a, b) => b.score - a.score);
  const [taken, found] = [new Set<Id>(), new Map<Id, Pair>()];
  for (const pair of candidates)
    if (!taken.has(pair.own.id) && !found.has(pair.model.id)) {
      taken.add(pair.own.id);
      found.set(pair.model.id, pair);
    }
  return models.flatMap(({ id }) => found.get(id) ?? []);
}

export function hangingOf(map: ArgumentMap, claim: Claim): Hanging {
  const relation = relationOfClaim(map, claim);
  const target = map.arguments.get(claim.home ?? '')?.target;
  if (!target) return { relation, on: null };
  const [drawn] = target.kind === 'argument' ? premisesOf(map, target.id) : [];
  return { relation, on: map.claims.get(target.id) ?? drawn?.claim ?? null };
}
