import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { goneKey } from '../bare.ts';
import { Faces, facesFor, isNameBorne } from '../faces.ts';
import { Id } from '../id.ts';
import { FORMER_NAME, Role, type Participant } from '../tables/participants.ts';
import type { ArgumentMap } from '../map.ts';
import { put } from '../patch.ts';
import { may, mayGive } from '../roles.ts';
import { PersonName } from '../text.ts';
import { kind, stamp } from './kind.ts';

/** Gives a member another role; null takes the person out of the map, keeping what they wrote. */
export const SetRole = z.object({ kind: z.literal('set-role'), participant: Id, role: Role.nullable() });
export type SetRole = z.infer<typeof SetRole>;

/** Brings a new person in; asked for by the server alone, after an invitation was checked. */
export const Join = z.object({
  kind: z.literal('join'),
  participant: Id,
  name: PersonName.describe('a made-up one where the map has pseudonyms'),
  role: Role,
  faces: Faces.optional().describe('under which kind of name the person was told that they come'),
});
export type Join = z.infer<typeof Join>;

/** [E23] Tells the map under which name somebody goes now; asked for by the server alone, when they changed it. */
export const Rename = z.object({ kind: z.literal('rename'), participant: Id, name: PersonName });
export type Rename = z.infer<typeof Rename>;

/** [E22] Takes somebody's name out of the map and its history, for good; asked for by the server alone, when they deleted their account. */
export const Depart = z.object({ kind: z.literal('depart'), participant: Id });
export type Depart = z.infer<typeof Depart>;

const nameOf = {
  of: ({ participant }: { readonly participant: Id }) => [goneKey('participants', participant)],
  none: { name: FORMER_NAME },
};

export const setRole = kind({
  schema: SetRole,
  act: () => null,
  verb(map, { participant, role }, actor) {
    const present = map.participants.get(participant)?.role ?? null;
    return mayGive(actor.role, present) && mayGive(actor.role, role) ? 'manage' : 'never';
  },
  rule(map, { participant: id, role }) {
    const participant = map.participants.get(id);
    if (!participant) return refuse('not-found', 'There is no such participant in this map.');
    if (hasDeparted(participant)) return refuse('not-found', 'Nobody is behind this participant any more.');
    if (participant.role === role) return refuse('no-change', 'The participant has this role already.');
    if (participant.role === 'owner' && owners(map) === 1)
      return refuse('last-owner', 'A map keeps at least one owner.');
    if (participant.pseudonym && role !== null && may(role, 'review'))
      return refuse('has-pseudonym', 'Who decides is named: who came under a pseudonym gets no such role.');
    return ok([put('participants', { ...participant, role })]);
  },
  undo({ participant: id, role }, before, now) {
    const was = before.participants.get(id);
    if (!was || now.participants.get(id)?.role !== role) return undefined;
    return { kind: 'set-role', participant: id, role: was.role };
  },
});

export const join = kind({
  schema: Join,
  act: () => null,
  verb: () => 'never',
  rule(map, { participant: id, name, role, faces = 'named' }, context) {
    const present = map.participants.get(id);
    if (present?.role) return refuse('no-change', 'The participant is in the map already.');
    // An invitation is no answer to a moderator's decision: only set-role brings back.
    if (present) return refuse('taken-out', 'A moderator has taken this person out of the map.');
    if (map.info.hold === 'archived' && may(role, 'edit'))
      return refuse('archived', 'The map is archived: nobody comes to write in it.');
    // [A1] Nobody comes under another kind of name than they were told.
    if (faces !== facesFor(map.info.faces, role))
      return refuse('stale', 'The map has other kinds of names by now.');
    const pseudonym = faces !== 'named';
    if (pseudonym && isNameBorne(map, name)) return refuse('name-taken', 'Somebody bears this name.');
    return ok([put('participants', { id, name, role, side: null, pseudonym, at: stamp(context).at })]);
  },
  undo: () => undefined,
  words: nameOf,
});

export const rename = kind({
  schema: Rename,
  act: () => null,
  verb: () => 'never',
  rule(map, { participant: id, name }) {
    const participant = map.participants.get(id);
    if (!participant || hasDeparted(participant))
      return refuse('not-found', 'There is no such participant in this map.');
    if (participant.pseudonym)
      return refuse('has-pseudonym', 'Who came under a pseudonym keeps it, whatever their own name is.');
    if (participant.name === name) return refuse('no-change', 'The participant has this name already.');
    return ok([put('participants', { ...participant, name })]);
  },
  undo: () => undefined,
  words: nameOf,
});

export const depart = kind({
  schema: Depart,
  act: () => null,
  verb: () => 'never',
  rule(map, { participant: id }) {
    const participant = map.participants.get(id);
    if (!participant) return refuse('not-found', 'There is no such participant in this map.');
    if (hasDeparted(participant)) return refuse('no-change', 'The participant has left for good already.');
    if (participant.role === 'owner' && owners(map) === 1)
      return refuse('last-owner', 'A map keeps at least one owner.');
    return ok([put('participants', { ...participant, name: FORMER_NAME, role: null })]);
  },
  // Nobody knows the name any more.
  undo: () => undefined,
});

const hasDeparted = ({ name, role }: Participant): boolean => name === FORMER_NAME && role === null;

function owners(map: ArgumentMap): number {
  let count = 0;
  for (const participant of map.participants.values()) if (participant.role === 'owner') count++;
  return count;
}
