// The argument that a claim was in when something was done to it, as far as its record tells: a turn says no target.
import type { Argument, ArgumentMap, Claim, RecordRow } from '@counterpoint/shared';

type Home = Pick<Argument, 'direction' | 'target'>;

/** For each row, oldest first, the map of today with that argument as it was then. */
export function mapsOf(
  view: ArgumentMap,
  { home }: Claim,
  rows: readonly RecordRow[],
): readonly ArgumentMap[] {
  const is = view.arguments.get(home ?? '');
  let then: Home | undefined;
  return rows.map(({ did }) => {
    then = homeAfter(then, did);
    return is && then ? { ...view, arguments: view.arguments.with(is.id, { ...is, ...then }) } : view;
  });
}

function homeAfter(before: Home | undefined, did: RecordRow['did']): Home | undefined {
  switch (did?.kind) {
    case 'add-claim':
    case 'move-claim':
      return did.to.at === 'argument' ? { direction: did.to.direction, target: did.to.target } : undefined;
    case 'move-argument':
      return before && { ...before, target: did.target };
    case 'turn':
      return before && { ...before, direction: did.direction };
    default:
      return before;
  }
}
