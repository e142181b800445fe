// What a person does about themselves in all maps at once: another name, all that is kept about them, and the end of it.
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { ok, ownRows, refuse, type Departure, type Id, type LoggedEdit, type OwnData, type OwnMap, type Result } from '@counterpoint/shared'; // prettier-ignore
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AccountsService } from '../accounts/accounts.service.ts';
import { SessionsService } from '../accounts/sessions.service.ts';
import { MapsService } from '../maps/maps.service.ts';
import { RoomsService } from '../maps/rooms.service.ts';
import { authorshipsOf, ownRow, seatsAt, type OwnSeat } from './person.queries.ts';

const HELD = refuse(
  'last-owner',
  'Others are in maps that nobody else owns: make one of them an owner, or delete these maps, first.',
);

@Injectable()
export class PersonService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly rooms: RoomsService,
    private readonly maps: MapsService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  /** [E23] In maps first: asked once more, the rest of them follow. */
  async rename(account: Id, name: string): Promise<void> {
    for (const { map, participant } of await seatsAt(this.manager, account))
      await this.ask(map, { kind: 'rename', participant, name });
    await this.accounts.rename(account, name);
  }

  /** Undefined where there is no such account. */
  async data(account: Id, session: string): Promise<OwnData | undefined> {
    const row = await ownRow(this.manager, account);
    if (!row) return undefined;
    const { id, name, login, admin, since, address, confirmed, digest } = row;
    const maps: OwnMap[] = [];
    for (const { map: of, participant, seen } of await seatsAt(this.manager, account)) {
      const map = (await this.rooms.current(of))?.map;
      const as = map?.participants.get(participant);
      if (!map || !as) continue;
      const { title, question } = map.info;
      maps.push({
        id: of,
        title,
        question,
        as,
        seen: seen?.getTime() ?? null,
        rows: ownRows(map, participant),
      });
    }
    return {
      format: 'counterpoint-person',
      version: 1,
      at: Date.now(),
      account: { id, name, login, since: since.getTime(), admin },
      mail: address === null ? null : { address, confirmed, digest },
      sessions: (await this.sessions.of(account, session)).map(({ id: _, ...rest }) => rest),
      maps,
    };
  }

  async departure(account: Id): Promise<Departure> {
    const { alone, held, shared } = sorted(await seatsAt(this.manager, account));
    const named = ({ map: id, title }: OwnSeat) => ({ id, title });
    return { deleted: alone.map(named), held: held.map(named), kept: shared.length };
  }

  /**
   * [E22] Z-12: the account with all that names it. What fails in the middle leaves the account, to be deleted once more.
   * `withMaps` deletes the maps, too, that others are in and nobody else owns.
   */
  async delete(account: Id, { withMaps = false } = {}): Promise<Result<null>> {
    const { alone, held, shared } = sorted(await seatsAt(this.manager, account));
    if (held.length > 0 && !withMaps) return HELD;
    const copies = await authorshipsOf(this.manager, account);
    for (const { map, participant } of [...shared, ...copies]) {
      const departed = await this.ask(map, { kind: 'depart', participant });
      if (!departed.ok) return departed;
    }
    for (const { map } of [...alone, ...held].sort((a, b) => a.groups.length - b.groups.length))
      await this.maps.delete(map);
    await this.sessions.end(account);
    await this.manager.query('delete from accounts where id = $1', [account]);
    return ok(null);
  }

  /** What is so already is well, and so is a name under which they do not stand there. */
  private async ask(map: Id, edit: LoggedEdit): Promise<Result<null>> {
    const answer = await this.rooms.edit(map, null, [{ id: uuidv7(), edit }]);
    if (!answer.ok) return answer.refusal.code === 'not-found' ? ok(null) : answer;
    const [verdict] = answer.value.verdicts;
    if (!verdict || 'version' in verdict || WELL.includes(verdict.refusal.code)) return ok(null);
    return { ok: false, refusal: verdict.refusal };
  }
}

const WELL: readonly string[] = ['no-change', 'not-found', 'has-pseudonym'];

/** Maps where nobody else is; where others are whom nobody else would lead; and where all goes on. */
function sorted(seats: readonly OwnSeat[]): Record<'alone' | 'held' | 'shared', readonly OwnSeat[]> {
  const led = seats.filter(({ role, owners }) => role === 'owner' && owners === 0);
  const ids = new Set(led.filter(({ others }) => others === 0).map(({ map }) => map));
  // A map goes after its groups, and stays with any that stays.
  const alone = led.filter(({ map, groups }) => ids.has(map) && groups.every((group) => ids.has(group)));
  const held = led.filter((seat) => !alone.includes(seat));
  return { alone, held, shared: seats.filter((seat) => !led.includes(seat)) };
}
