import { LONGEST, roomFor } from '@counterpoint/shared';

/** How much each field holds whose words belong to a map. */
export const ROOM = {
  claim: roomFor(LONGEST.claim),
  comment: roomFor(LONGEST.comment),
  note: roomFor(LONGEST.comment),
  gloss: roomFor(LONGEST.gloss),
  reason: roomFor(LONGEST.reason),
  listed: roomFor(LONGEST.listed),
  policy: roomFor(LONGEST.policy),
  title: roomFor(LONGEST.title),
  question: roomFor(LONGEST.question),
};
