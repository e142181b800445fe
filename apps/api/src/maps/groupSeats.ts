// How somebody of a template comes into the map of a group, and out of it: as the same participant, by the server.
import { facesFor, ok, type Id, type LoggedEdit, type Participant, type Result, type Role } from '@counterpoint/shared'; // prettier-ignore
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { seatAs, type Group } from './groups.queries.ts';
import type { RoomsService } from './rooms.service.ts';

interface Seats {
  readonly rooms: RoomsService;
  readonly manager: EntityManager;
}

/** With the role that they have in the template. Who is in it stays. */
export async function comeIn(
  { rooms, manager }: Seats,
  { map, template }: Pick<Group, 'map' | 'template'>,
  { id: participant, name, role }: Participant & { readonly role: Role },
): Promise<Result<void>> {
  const there = (await rooms.current(map))?.map;
  await seatAs(manager, map, template, [participant]);
  const known = there?.participants.get(participant);
  if (known?.role === role) return ok(undefined);
  const faces = facesFor(there?.info.faces ?? 'named', role);
  return known
    ? ask(rooms, map, { kind: 'set-role', participant, role })
    : ask(rooms, map, { kind: 'join', participant, name, role, faces });
}

/** What they wrote stays, in their name. */
export const leave = ({ rooms }: Seats, map: Id, participant: Id): Promise<Result<void>> =>
  ask(rooms, map, { kind: 'set-role', participant, role: null });

/** What is so already is well. */
async function ask(rooms: RoomsService, map: Id, edit: LoggedEdit): Promise<Result<void>> {
  const answer = await rooms.edit(map, null, [{ id: uuidv7(), edit }]);
  if (!answer.ok) return answer;
  const [verdict] = answer.value.verdicts;
  if (!verdict || 'version' in verdict || verdict.refusal.code === 'no-change') return ok(undefined);
  return { ok: false, refusal: verdict.refusal };
}
