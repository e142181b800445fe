// The map as rings: theses in the middle, what speaks to them around, each as wide as what hangs beneath it.
import { premisesOf, relationOf, repliesTo, theses, type ArgumentMap, type Claim, type Id, type Relation } from '@counterpoint/shared'; // prettier-ignore

export interface Branch {
  readonly id: Id;
  readonly claim: Claim;
  readonly relation: Relation;
  /** Claims in it, itself among them. */
  readonly count: number;
  readonly branches: readonly Branch[];
}

/** Of the whole map, without uses of claims elsewhere. What undercuts an argument hangs on the premise that it is drawn from. */
export function branchesOf(map: ArgumentMap): Branch[] {
  return theses(map).map((claim) => branchOf(map, claim, 'thesis'));
}

/** As deep as arguments go: the rules keep a map from being deeper than a call stack is. */
function branchOf(map: ArgumentMap, claim: Claim, relation: Relation, undercut: readonly Id[] = []): Branch {
  const branches = [claim.id, ...undercut].flatMap((target) =>
    repliesTo(map, target).flatMap((argument) =>
      premisesOf(map, argument.id)
        .filter(({ reference }) => !reference)
        .map((premise, i) =>
          branchOf(map, premise.claim, relationOf(argument), i === 0 ? [argument.id] : []),
        ),
    ),
  );
  const count = branches.reduce((sum, one) => sum + one.count, 1);
  return { id: claim.id, claim, relation, count, branches };
}
