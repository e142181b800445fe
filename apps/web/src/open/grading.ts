// Whether this person grades here, and what they were shown of theirs.
import { gradesOf, isGradable, rubricOf } from '@counterpoint/shared';
import type { MapState } from './mapStore.ts';
import { standingOf } from './openMap.ts';

/** [K2] Grading has no time of its own: it is asked by role alone. */
export const mayGrade = (doc: MapState): boolean =>
  standingOf(doc, { kind: 'release-grades', participants: null }, 0) === 'change';

/** [K1] [K5] Whoever is graded reads by what as soon as it is said, and their grades once they are released. */
export const hasGrades = ({ view, participant }: MapState): boolean => {
  const me = view.participants.get(participant ?? '');
  if (!me) return false;
  return (isGradable(me) && rubricOf(view) !== undefined) || gradesOf(view, me.id).length > 0;
};
