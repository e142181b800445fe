import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import {
  facesFor,
  isLikeAnother,
  may,
  mayGive,
  newPseudonym,
  ok,
  refuse,
  type Faces,
  type Id,
  type Invitation,
  type Invite,
  type InviteBounds,
  type InviteRole,
  type Joined,
  type Refused,
  type Result,
  type Role,
  type Viewer,
} from '@counterpoint/shared';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { IsNull, QueryFailedError, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Person } from '../accounts/faces.service.ts';
import { InviteRow, MapRow } from './maps.entities.ts';
import { MembersService } from './members.service.ts';
import { RoomsService } from './rooms.service.ts';

/** Without I, L, O, 0 and 1, which look alike on a projector. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 6;
const DAY = 86_400_000;
const ENDED = refuse('invite-invalid', 'The invitation has ended.');
/** [P27] */
const ARCHIVED = refuse('archived', 'The map is archived: nobody comes to write in it.');
/** [P28] */
const LOCKED = refuse('joining-locked', 'A moderator has locked joining: nobody new comes in.');
const FULL = refuse('invite-full', 'As many people came by this invitation as it is for.');
const YEAR = 366 * DAY;
/** Made-up names that are tried while others come at the same moment. */
const TRIES = 50;

@Injectable()
export class InvitesService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MembersService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  /** Those whose role the asker may give: of others they learn neither code nor link. */
  async list(map: Id, asker: Role | null): Promise<Invite[]> {
    const rows = await this.manager.find(InviteRow, { where: { map }, order: { id: 'DESC' } });
    const makers = await this.members.rolesOf(map, makersOf(rows));
    return rows
      .filter(({ role }) => mayGive(asker, role))
      .map((row) => inviteOf(row, row.revokedAt !== null || !isBacked(row, makers)));
  }

  async create(
    map: Id,
    by: Viewer,
    { role, days = 30, until, most = null }: InviteBounds & { role: InviteRole; days?: number },
  ): Promise<Result<Invite>> {
    if (!mayGive(by.role, role)) return refuse('not-allowed', 'You may not give this role.');
    const heading = await this.manager.findOneBy(MapRow, { id: map });
    if (heading?.hold === 'archived' && may(role, 'edit')) return ARCHIVED;
    const wrong = heading && wrongBounds({ until, most }, facesFor(heading.faces, role));
    if (wrong) return wrong;
    const invite = {
      id: uuidv7(),
      map,
      role,
      by: by.participant,
      expiresAt: until ?? Date.now() + days * DAY,
      revokedAt: null,
      uses: 0,
      most,
    };
    for (;;) {
      const row = { ...invite, code: newCode(), token: randomBytes(16).toString('base64url') };
      try {
        await this.manager.insert(InviteRow, row);
        return ok(inviteOf(row, false));
      } catch (error) {
        if (!isCodeTaken(error)) throw error;
      }
    }
  }

  /** What has ended stays so: who was told that has made another. */
  async change(
    map: Id,
    asker: Role | null,
    invite: Id,
    { until, most }: InviteBounds,
  ): Promise<Result<Invite>> {
    const found = await this.manager.findOneBy(InviteRow, { id: invite, map });
    if (!found || !mayGive(asker, found.role)) return refuse('not-found', 'There is no such invitation.');
    if (await this.hasEnded(found)) return ENDED;
    const heading = await this.manager.findOneByOrFail(MapRow, { id: map });
    const wrong = wrongBounds({ until, most }, facesFor(heading.faces, found.role));
    if (wrong) return wrong;
    const set = {
      ...(until === undefined ? {} : { expiresAt: until }),
      ...(most === undefined ? {} : { most }),
    };
    if (Object.keys(set).length > 0) await this.manager.update(InviteRow, { id: invite, map }, set);
    const changed = await this.manager.findOneByOrFail(InviteRow, { id: invite, map });
    return ok(inviteOf(changed, false));
  }

  async revoke(map: Id, asker: Role | null, invite: Id): Promise<Result<void>> {
    const found = await this.manager.findOneBy(InviteRow, { id: invite, map });
    if (!found || !mayGive(asker, found.role)) return refuse('not-found', 'There is no such invitation.');
    await this.manager.update(InviteRow, { id: invite, map, revokedAt: IsNull() }, { revokedAt: new Date() });
    return ok(undefined);
  }

  /** Where an invitation leads, for who holds its code or token; `former` are accounts that their browser had before. */
  async open(key: string, person: Person, former: readonly Id[]): Promise<Result<Invitation>> {
    const found = await this.invited(key);
    if (!found.ok) return found;
    const { map, role } = found.value;
    const heading = await this.manager.findOneBy(MapRow, { id: map });
    if (!heading) return refuse('not-found', 'There is no such invitation.');
    const seat = await this.members.viewer(map, person);
    if (!seat?.role && (await this.members.isTakenOut(map, person, former)))
      return refuse('taken-out', 'A moderator has taken this person out of the map.');
    if (!seat?.role && heading.hold === 'archived' && may(role, 'edit')) return ARCHIVED;
    if (!seat?.role && heading.joining === 'locked') return LOCKED;
    if (!seat?.role && isFull(found.value)) return FULL;
    const { title, faces } = heading;
    const participant = seat?.role ? seat.participant : null;
    return ok({ map, title, role, faces, comesAs: facesFor(faces, role), participant });
  }

  /**
   * Joining twice gives the same participant, and the role of the first time. `faces` is under which kind of name the
   * person comes; their own name is read in a map with names only.
   */
  async join(
    key: string,
    person: Person,
    { name, faces }: { readonly name: string; readonly faces: Faces },
  ): Promise<Result<Joined>> {
    const found = await this.invited(key);
    if (!found.ok) return found;
    const { id, map, role } = found.value;
    if (!(await this.members.participantOf(map, person)))
      // [A6] An id without a time in it, and not the next one after anybody's.
      await this.members.join(map, person, faces === 'named' ? uuidv7() : randomUUID(), faces);
    const participant = await this.members.participantOf(map, person);
    if (!participant) throw new Error('a membership was not kept');
    const entered = await this.admit(id, map, { participant, role, faces }, name);
    if (!entered.ok) {
      await this.members.untie(map, participant);
      return entered;
    }
    const present = (await this.rooms.current(map))?.map.participants.get(participant);
    return present ? ok({ map, participant: present }) : refuse('not-found', 'There is no such map.');
  }

  /** [Z-17] Nobody is kept out for a name: whoever is told goes on with it or takes another. */
  async likeNoOther(map: Id, name: string): Promise<Result<void>> {
    const current = await this.rooms.current(map);
    return current && isLikeAnother(current.map.participants.values(), name)
      ? refuse('name-alike', 'Somebody in the map bears this name, or one that looks like it.')
      : ok(undefined);
  }

  /** Takes a place of the invitation before anybody comes by it, so that of many at once none is one too many. */
  private async admit(
    invite: Id,
    map: Id,
    comer: { readonly participant: Id; readonly role: Role; readonly faces: Faces },
    name: string,
  ): Promise<Result<boolean>> {
    const { map: present } = (await this.rooms.current(map)) ?? {};
    const isIn = present?.participants.get(comer.participant)?.role;
    if (!isIn && present?.info.joining === 'locked') return LOCKED;
    // [A3] How often an invitation was used would tell who came, where each has their own.
    const isCounted = !isIn && comer.faces !== 'anonymous';
    if (isCounted && !(await this.takePlace(invite))) return FULL;
    const entered = await this.enter(map, comer, name);
    const isNew = entered.ok && entered.value;
    if (isCounted && !isNew) await this.manager.decrement(InviteRow, { id: invite }, 'uses', 1);
    return entered;
  }

  private async takePlace(id: Id): Promise<boolean> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(InviteRow)
      .set({ uses: () => 'uses + 1' })
      .where('id = :id and (most is null or uses < most)', { id })
      .execute();
    return affected === 1;
  }

  /** Whether they are new in the map. [A2] A made-up name that somebody else was given at the same moment is made up anew. */
  private async enter(
    map: Id,
    comer: { readonly participant: Id; readonly role: Role; readonly faces: Faces },
    own: string,
  ): Promise<Result<boolean>> {
    for (let tries = 0; ; tries++) {
      const current = await this.rooms.current(map);
      if (!current) return refuse('not-found', 'There is no such map.');
      const name = comer.faces === 'named' ? own : newPseudonym(current.map, randomInt);
      const joined = await this.rooms.edit(map, null, [
        { id: uuidv7(), edit: { kind: 'join', ...comer, name } },
      ]);
      if (!joined.ok) return joined;
      const [verdict] = joined.value.verdicts;
      if (!verdict) throw new Error('an edit has no verdict');
      if ('version' in verdict) return ok(true);
      if (verdict.refusal.code === 'no-change') return ok(false);
      if (verdict.refusal.code !== 'name-taken' || tries === TRIES)
        return { ok: false, refusal: verdict.refusal };
    }
  }

  private async invited(key: string): Promise<Result<InviteRow>> {
    const where = isCode(key) ? { code: key.toUpperCase() } : { token: key };
    const row = await this.manager.findOneBy(InviteRow, where);
    if (!row) return refuse('not-found', 'There is no such invitation.');
    return (await this.hasEnded(row)) ? ENDED : ok(row);
  }

  private async hasEnded(row: InviteRow): Promise<boolean> {
    if (row.revokedAt !== null || row.expiresAt <= Date.now()) return true;
    return !isBacked(row, await this.members.rolesOf(row.map, makersOf([row])));
  }
}

/** Codes are short enough to be guessed; tokens are not. */
export const isCode = (key: string): boolean => key.length === CODE_LENGTH;

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

type Made = Omit<InviteRow, 'map'>;

function inviteOf(
  { id, role, by, code, token, expiresAt, uses, most, revokedAt }: Made,
  revoked: boolean,
): Invite {
  const stoppedAt = revokedAt?.getTime() ?? null;
  return { id, role, by, code, token, expiresAt, uses, most, revoked, stoppedAt };
}

const isFull = ({ uses, most }: InviteRow): boolean => most !== null && uses >= most;

/** Undefined where an invitation may be bounded so. */
function wrongBounds({ until, most }: InviteBounds, faces: Faces): Refused | undefined {
  if (until !== undefined && (until <= Date.now() || until > Date.now() + YEAR))
    return refuse('invalid', 'until: is a moment within the next year');
  // [A3] Nobody counts who came.
  if (faces === 'anonymous' && most !== undefined && most !== null)
    return refuse('invalid', 'most: is not counted where people have no names');
  return undefined;
}

const makersOf = (rows: readonly InviteRow[]): Id[] => rows.flatMap(({ by }) => by ?? []);

/** [P10] An invitation counts while who made it may still give its role. */
const isBacked = ({ by, role }: InviteRow, makers: ReadonlyMap<Id, Role | null>): boolean =>
  by === null || mayGive(makers.get(by) ?? null, role);

const isCodeTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { constraint?: string }).constraint === 'invites_code';
