import { isLive, may, standing, type Id } from '@counterpoint/shared';
import type { MapState } from './mapStore.ts';
import type { Place, Typed } from './typedStore.ts';

/** Whether what words were to be said of is no longer in the map. */
export function isSubjectGone({ view }: Pick<MapState, 'view'>, { on }: Typed): boolean {
  return on !== undefined && !isLive(view, view.references.get(on)?.claim ?? on);
}

/** Whether there is no field any more in which the words could stand: others decided first, or this person may not write. */
export function isPlaceGone(
  { view, participant, role }: Pick<MapState, 'view' | 'participant' | 'role'>,
  place: Place,
  now: number,
): boolean {
  if (participant === null) return true;
  const [what = '', id = ''] = place.split(' ');
  const isAllowed = (edit: Parameters<typeof standing>[1]) =>
    standing(view, edit, participant, now) === 'change';
  switch (what) {
    case 'amended':
    case 'reason': {
      const proposal = view.proposals.get(id);
      const { claim, id: thing = claim } = { ...proposal?.edit } as { claim?: Id; id?: Id };
      const isThere = proposal?.state === 'pending' && (thing === undefined || isLive(view, thing));
      return !isThere || !may(role, 'review');
    }
    case 'repair':
      return view.proposals.get(id)?.state !== 'returned';
    case 'appeal': {
      const { state = 'pending', appeal = null } = { ...view.proposals.get(id) };
      return appeal !== null || !['returned', 'rejected', 'spam'].includes(state);
    }
    case 'combined':
      return !view.claims.get(id)?.beside.length || !may(role, 'edit', view.info.access);
    case 'title':
      return !isAllowed({ kind: 'change-settings', set: { title: '…' } });
    case 'comment':
      // What waits for a moderator is written in the same field.
      return (
        standing(view, { kind: 'comment', comment: id, claim: id, text: '…' }, participant, now) === 'refused'
      );
    default:
      return !may(role, 'edit', view.info.access);
  }
}
