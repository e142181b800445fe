// What someone asked those who decide to look at.
import { flagsOn, type Flag, type Id } from '@counterpoint/shared';
import type { MapState } from './mapStore.ts';
import { standingOf } from './openMap.ts';
import { serverNow } from './serverTime.ts';

/** [F1] Whether this person may ask for a look at it: once, and not at what is their own. */
export function mayFlag(doc: MapState, about: Id | undefined): boolean {
  if (about === undefined || doc.ended !== null) return false;
  // What only a proposal holds is looked at anyway.
  const what =
    doc.confirmed.claims.get(about) ?? doc.confirmed.comments.get(about) ?? doc.confirmed.mergers.get(about);
  if (!what || what.by === doc.participant || flagOf(doc, about)) return false;
  const edit = { kind: 'flag', flag: about, about, code: 'personal', text: null } as const;
  return standingOf(doc, edit, serverNow()) === 'change';
}

/** The flag that this person put on it. */
export const flagOf = ({ view, participant }: MapState, about: Id): Flag | undefined =>
  flagsOn(view, about).find(({ by, removed }) => by === participant && !removed);

/** Its words as all have them, without a wording that only waits. */
export const flaggedText = ({ confirmed }: Pick<MapState, 'confirmed'>, about: Id): string | undefined =>
  (confirmed.comments.get(about) ?? confirmed.claims.get(about) ?? confirmed.mergers.get(about))?.text;
