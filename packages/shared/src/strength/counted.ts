// What a strength was made from, as numbers: whoever reads it shall know what is in it, and what is not.
import type { Id } from '../map/id.ts';
import { isClaim } from './graph.ts';
import { hiddenVotes } from './shown.ts';
import type { Strengths } from './strengths.ts';

export interface Counts {
  /** Votes, on the claim, on all that its strength rests on, and on the links between. */
  readonly votes: number;
  /** Claims and arguments that it rests on, itself among them. */
  readonly claims: number;
  readonly arguments: number;
  /** Votes on them that the one who counts is not told of. */
  readonly hidden: number;
  /** Claims and arguments that would be among them and were removed; what hangs beneath those is not told apart. */
  readonly removed: number;
}

/** [G4] [G8] Undefined for what does not count. */
export function countsOf(strengths: Strengths, claim: Id): Counts | undefined {
  const { graph, votes } = strengths;
  if (!graph.at(claim)) return undefined;
  const counts = { votes: 0, claims: 0, arguments: 0, hidden: 0, removed: 0 };
  const all = new Set([claim]);
  for (const id of all) {
    const point = graph.at(id);
    if (!point) continue;
    counts[isClaim(point) ? 'claims' : 'arguments'] += 1;
    counts.votes += (isClaim(point) ? votes.truth(id) : votes.relevance(id))?.votes ?? 0;
    counts.hidden += hiddenVotes(strengths, id);
    counts.removed += removedUnder(strengths, id);
    const { premises, supports, attacks } = graph.inputs(point);
    for (const below of [...premises, ...supports, ...attacks]) all.add(below);
  }
  return counts;
}

function removedUnder({ graph: { map } }: Strengths, id: Id): number {
  const replies = (map.index.replies.get(id) ?? []).map((reply) => map.arguments.get(reply));
  const premises = (map.index.home.get(id) ?? []).map((premise) => map.claims.get(premise));
  return [...replies, ...premises].filter((one) => one?.removed).length;
}
