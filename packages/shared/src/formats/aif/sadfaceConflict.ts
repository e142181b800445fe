// Which end of a SADFace conflict is attacked. Documents write attacker -> conflict -> target; the library's own
// builder writes its edges the other way round, and neither says so. The rules, first to last:
// 1. A scheme on one side is the target: schemes are attacked, never premises.
// 2. The atom that the document calls its claim is the target.
// 3. Between atoms, nodes of type "scheme" are a document's, and mean what documents write.
// 4. Nodes of type "conflict" are the library's: what argues on beyond the conflict is the target, an atom with no other
//    edge is the attacker; where neither tells, the edges are the builder's.

export interface Around {
  readonly isAtom: (id: string) => boolean;
  /** Edges that leave a node, and all its edges. */
  readonly leaving: ReadonlyMap<string, number>;
  readonly touching: ReadonlyMap<string, number>;
  /** The id of the main claim. */
  readonly claim: string;
}

export interface Conflict {
  /** Ids of nodes with an edge to the conflict, and from it. */
  readonly ins: readonly string[];
  readonly outs: readonly string[];
  readonly isLibrary: boolean;
}

/** Whether the conflict is aimed at the node at the other end of an edge; else that node is a premise. */
export type IsTarget = (other: string, isOut: boolean) => boolean;

export const forward: IsTarget = (_, isOut) => isOut;
const backward: IsTarget = (_, isOut) => !isOut;

export function targetsOf({ ins, outs, isLibrary }: Conflict, around: Around): IsTarget {
  const { isAtom, leaving, touching, claim } = around;
  const isBare = (id: string): boolean => (touching.get(id) ?? 0) <= 1;
  /** Whether more edges leave a node than those that lead here. */
  const argues = (id: string, here: number): boolean => (leaving.get(id) ?? 0) > here;
  const isScheme = (id: string): boolean => !isAtom(id);
  const only =
    (target: string): IsTarget =>
    (other) =>
      other === target;

  if (ins.length === 0) {
    const target = outs.find(isScheme) ?? outs.find((id) => id === claim) ?? outs.find((id) => !isBare(id));
    return outs.length < 2 ? forward : only(target ?? outs[0] ?? '');
  }
  if (outs.length === 0) {
    const target = ins.find((id) => isScheme(id) && argues(id, 1)) ?? ins.find((id) => id === claim);
    return ins.length < 2 || target === undefined ? forward : only(target);
  }
  if (ins.every(isScheme)) return outs.some(isAtom) && ins.some((id) => argues(id, 1)) ? backward : forward;
  if (ins.some(isScheme) || outs.some(isScheme) || outs.includes(claim)) return forward;
  if (ins.includes(claim)) return backward;
  if (!isLibrary || outs.some((id) => argues(id, 0))) return forward;
  return ins.every(isBare) && !outs.every(isBare) ? forward : backward;
}
