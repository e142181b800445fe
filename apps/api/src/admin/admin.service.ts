// What whoever runs the server does about accounts, on its command line.
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { Id, Login, ok, refuse, type Departure, type Result } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { AccountsService } from '../accounts/accounts.service.ts';
import { PersonService } from '../person/person.service.ts';

export interface Listed {
  readonly id: Id;
  readonly name: string;
  /** Null of guests. */
  readonly login: string | null;
  readonly admin: boolean;
  readonly since: Date;
  readonly maps: number;
}

const NOBODY = refuse('not-found', 'Nobody here signs in with this name.');

@Injectable()
export class AdminService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly person: PersonService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  /** With guests, or without. */
  list(guests: boolean): Promise<Listed[]> {
    return this.manager.query(
      `select a.id, a.name, a.login, a.admin, a.created_at as since,
         (select count(*)::int from memberships m where m.account_id = a.id) as maps
       from accounts a where $1 or a.login is not null order by a.login nulls last, a.created_at`,
      [guests],
    );
  }

  /** By what they sign in with, or by their id. */
  async find(named: string): Promise<Listed | undefined> {
    const [login, id] = [Login.safeParse(named).data, Id.safeParse(named).data];
    return (await this.list(true)).find((one) => one.login === login || one.id === id);
  }

  async makeReset({
    id,
    login,
  }: Listed): Promise<Result<{ readonly key: string; readonly expiresAt: number }>> {
    return login === null ? NOBODY : ok(await this.accounts.makeReset(id));
  }

  async setAdmin({ id }: Listed, admin: boolean): Promise<void> {
    await this.manager.query('update accounts set admin = $2 where id = $1', [id, admin]);
  }

  departure({ id }: Listed): Promise<Departure> {
    return this.person.departure(id);
  }

  delete({ id }: Listed, withMaps: boolean): Promise<Result<null>> {
    return this.person.delete(id, { withMaps });
  }
}
