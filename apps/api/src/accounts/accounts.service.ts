import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import {
  isGuessable,
  ok,
  opaque,
  refuse,
  type Account,
  type Result,
  type SignIn,
  type SignUp,
} from '@counterpoint/shared';
import argon2 from '@node-rs/argon2';
import type { SessionData } from 'express-session';
import { IsNull, QueryFailedError, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { AccountRow } from './accounts.entities.ts';
import { isCommonPassword } from './common-passwords.ts';

@Injectable()
export class AccountsService {
  private readonly nobody = argon2.hash('nobody has this password');

  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /** The person behind a session, of a request or of a socket; null when nobody is signed in, or the account is gone. */
  async whoIs(session: Pick<SessionData, 'account'> | undefined): Promise<Account | null> {
    if (!session?.account) return null;
    const row = await this.manager.findOneBy(AccountRow, { id: session.account });
    return row && accountOf(row);
  }

  /** A guest who signs up keeps the account, and with it all memberships. */
  async signUp(asked: SignUp, present: Account | null): Promise<Result<Account>> {
    const { login, name, password } = asked;
    if (isGuessable(asked) || isCommonPassword(password))
      return refuse('weak-password', 'This password is among the first that anyone would guess.');
    const passwordHash = await argon2.hash(password);
    try {
      if (present?.guest) {
        const promoted = await this.manager.update(
          AccountRow,
          { id: present.id, login: IsNull() },
          { login, name, passwordHash },
        );
        if (promoted.affected === 1) return ok({ id: present.id, name, guest: false });
      }
      const row = { id: uuidv7(), name, login, passwordHash };
      await this.manager.insert(AccountRow, row);
      return ok(accountOf(row));
    } catch (error) {
      if (isTaken(error)) return refuse('name-taken', 'Someone signs in with this name already.');
      throw error;
    }
  }

  async signIn({ login, password }: SignIn): Promise<Result<Account>> {
    const row = await this.manager.findOne(AccountRow, {
      where: { login },
      select: { id: true, name: true, login: true, passwordHash: true },
    });
    const right = await this.isPassword(row, password);
    return row && right
      ? ok(accountOf(row))
      : refuse('wrong-credentials', 'The name or the password is wrong.');
  }

  /** Takes as long for a name that nobody has, so that names cannot be told apart by the clock. */
  private async isPassword(
    row: Pick<AccountRow, 'id' | 'passwordHash'> | null,
    typed: string,
  ): Promise<boolean> {
    const hash = row?.passwordHash ?? (await this.nobody);
    const password = opaque(typed);
    if (await argon2.verify(hash, password)) return row !== null;
    if (password === typed || !(await argon2.verify(hash, typed)) || !row) return false;
    // Made before all spellings of a password were one: from now on any of them is right.
    await this.manager.update(
      AccountRow,
      { id: row.id, passwordHash: hash },
      { passwordHash: await argon2.hash(password) },
    );
    return true;
  }

  /** Which of these sessions still stand, for sockets that outlive a request (Z-02). */
  async liveSessions(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { sid: string }[] = await this.manager.query(
      'select sid from sessions where sid = any($1) and expire > now()',
      [ids],
    );
    return new Set(rows.map((row) => row.sid));
  }

  async addGuest(name: string): Promise<Account> {
    const row = { id: uuidv7(), name, login: null, passwordHash: null };
    await this.manager.insert(AccountRow, row);
    return accountOf(row);
  }
}

const accountOf = ({ id, name, login }: Pick<AccountRow, 'id' | 'name' | 'login'>): Account => ({
  id,
  name,
  guest: login === null,
});

const isTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { constraint?: string }).constraint === 'accounts_login';
