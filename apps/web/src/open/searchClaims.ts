// Finds claims by their words, best first, in the order of the map otherwise.
import {
  fold,
  isFound,
  relationOfClaim,
  standpointOf,
  subtree,
  theses,
  type ArgumentMap,
  type Claim,
  type Id,
  wordsOfQuery,
  type Relation,
} from '@counterpoint/shared';

export interface Found {
  readonly claim: Claim;
  readonly relation: Relation;
  /** What it replies to, to tell two claims of one wording apart. */
  readonly under: string | null;
}

export interface Search {
  readonly found: readonly Found[];
  /** Of all that match, also of those beyond the ones listed. */
  readonly total: number;
}

const MOST = 30;

/** `beneath` is a premise that is to be moved: neither it nor anything beneath it can be its new place. */
export function searchClaims(
  view: ArgumentMap,
  words: string,
  beneath: Id | null,
  isFit: (claim: Claim) => boolean,
): Search {
  const placeOf = placing(words);
  const without = beneath === null ? undefined : branchOf(view, beneath);
  const found: { claim: Claim; at: number }[] = [];
  for (const thesis of theses(view)) {
    for (const node of subtree(view, thesis.id)) {
      if (node.kind !== 'claim' || without?.has(node.value.id) || !isFit(node.value)) continue;
      const at = placeOf(node.value.text);
      if (at >= 0) found.push({ claim: node.value, at });
    }
  }
  found.sort((a, b) => a.at - b.at);
  const best = found.slice(0, MOST).map(({ claim }) => ({
    claim,
    relation: relationOfClaim(view, claim),
    under: targetText(view, claim),
  }));
  return { found: best, total: found.length };
}

/** Where the words begin in a text, -1 for nowhere: as they were typed or, farther down, all of them in any order. */
function placing(words: string): (text: string) => number {
  const wanted = fold(words.trim());
  if (wanted === '') return () => 0;
  const all = wordsOfQuery(words);
  return (text) => {
    const folded = fold(text);
    const at = folded.indexOf(wanted);
    return at < 0 && all.length > 0 && isFound(text, all) ? folded.length : at;
  };
}

/** A sole premise moves with its argument and the undercuts of it. */
function branchOf(view: ArgumentMap, id: Id): ReadonlySet<Id> {
  const at = standpointOf(view, id);
  const top = at && at.premises.length === 1 ? at.argument.id : id;
  return new Set([...subtree(view, top)].map((node) => node.value.id));
}

function targetText(view: ArgumentMap, { id }: { readonly id: Id }): string | null {
  const target = standpointOf(view, id)?.argument.target;
  if (!target) return null;
  return target.kind === 'claim' ? (view.claims.get(target.id)?.text ?? null) : null;
}
