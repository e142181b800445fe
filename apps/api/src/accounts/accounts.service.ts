import { Inject, Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import {
  isGuessable,
  ok,
  opaque,
  refuse,
  type Account,
  type Id,
  type Me,
  type NewPassword,
  type ResetPassword,
  type Result,
  type SignIn,
  type SignUp,
} from '@counterpoint/shared';
import argon2 from '@node-rs/argon2';
import type { SessionData } from 'express-session';
import { createHash, randomBytes } from 'node:crypto';
import { IsNull, QueryFailedError, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { CONFIG, type Config } from '../config.ts';
import { AccountRow } from './accounts.entities.ts';
import { isCommonPassword } from './common-passwords.ts';
import { nameOf, type OwnFaces } from './faces.service.ts';

/** 128 bits. */
const KEY_BYTES = 16;
const RESET_LASTS = 24 * 3_600_000;

const WEAK_PASSWORD = refuse('weak-password', 'This password is among the first that anyone would guess.');
const WRONG_PASSWORD = refuse('wrong-credentials', 'The password is wrong.');
const NO_LINK = refuse('not-found', 'This link was used already, or is too old.');

type WithSecrets = Pick<AccountRow, 'id' | 'name' | 'login' | 'passwordHash'>;

@Injectable()
export class AccountsService {
  private readonly nobody = argon2.hash('nobody has this password');

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** The person behind a session, of a request or of a socket; null when nobody is signed in, or the account is gone. */
  async whoIs(session: Pick<SessionData, 'account'> | undefined): Promise<Account | null> {
    if (!session?.account) return null;
    const row = await this.manager.findOneBy(AccountRow, { id: session.account });
    return row && accountOf(row);
  }

  /** Who is signed in, as their page is told; `faces` are those of the browser. */
  async me(account: Account | null, faces: OwnFaces | null | undefined): Promise<Me> {
    return {
      account,
      ...(this.config.mail ? { mail: true } : {}),
      ...(account && (await this.isAdmin(account.id)) ? { admin: true } : {}),
      ...(faces ? { faces: nameOf(faces) } : {}),
    };
  }

  /** A guest who signs up keeps the account, and with it all memberships. */
  async signUp(asked: SignUp, present: Account | null): Promise<Result<Account>> {
    const { login, name, password } = asked;
    if (isWeak(asked)) return WEAK_PASSWORD;
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
    const row = await this.withSecrets({ login });
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

  /** A new password, for who knows the old one. */
  async changePassword({ id }: Account, { old, password }: NewPassword): Promise<Result<null>> {
    const row = await this.withSecrets({ id });
    if (row?.passwordHash == null || !(await this.isPassword(row, old))) return WRONG_PASSWORD;
    return this.setPassword(row, password);
  }

  /** Whether somebody says truly that they are it: guests have no password to say. */
  async proves({ id, guest }: Account, password: string | undefined): Promise<boolean> {
    if (guest) return true;
    const row = await this.withSecrets({ id });
    return row !== null && password !== undefined && (await this.isPassword(row, password));
  }

  async isAdmin(id: Id): Promise<boolean> {
    return this.manager.existsBy(AccountRow, { id, admin: true });
  }

  async rename(id: Id, name: string): Promise<void> {
    await this.manager.update(AccountRow, { id }, { name });
  }

  /** A link for who forgot their password; its secret is told once, and kept as a hash. An earlier one is worth nothing any more. */
  async makeReset(account: Id): Promise<{ readonly key: string; readonly expiresAt: number }> {
    const key = randomBytes(KEY_BYTES).toString('base64url');
    const expiresAt = Date.now() + RESET_LASTS;
    await this.manager.query(
      `insert into password_resets (account_id, key, expires_at) values ($1, $2, $3)
       on conflict (account_id) do update set key = excluded.key, expires_at = excluded.expires_at`,
      [account, hashed(key), new Date(expiresAt)],
    );
    return { key, expiresAt };
  }

  /** The account that has a new password by this. A password that is refused leaves the link as it was. */
  async reset({ key, password }: ResetPassword): Promise<Result<Id>> {
    const rows: { account: Id }[] = await this.manager.query(
      'select account_id as account from password_resets where key = $1 and expires_at > now()',
      [hashed(key)],
    );
    const row = rows[0] && (await this.withSecrets({ id: rows[0].account }));
    if (!row) return NO_LINK;
    if (isWeak({ ...row, login: row.login ?? '', password })) return WEAK_PASSWORD;
    const [, used]: [unknown, number] = await this.manager.query(
      'delete from password_resets where key = $1 and expires_at > now()',
      [hashed(key)],
    );
    if (used === 0) return NO_LINK;
    const set = await this.setPassword(row, password);
    return set.ok ? ok(row.id) : set;
  }

  /** By the name that somebody signs in with. */
  async known(login: string): Promise<(Account & { readonly admin: boolean }) | null> {
    const row = await this.manager.findOneBy(AccountRow, { login });
    return row && { ...accountOf(row), admin: row.admin };
  }

  private withSecrets(where: { readonly id: Id } | { readonly login: string }): Promise<WithSecrets | null> {
    return this.manager.findOne(AccountRow, {
      where,
      select: { id: true, name: true, login: true, passwordHash: true },
    });
  }

  private async setPassword({ id, name, login }: WithSecrets, password: string): Promise<Result<null>> {
    if (isWeak({ name, login: login ?? '', password })) return WEAK_PASSWORD;
    await this.manager.update(AccountRow, { id }, { passwordHash: await argon2.hash(password) });
    await this.manager.query('delete from password_resets where account_id = $1', [id]);
    return ok(null);
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

const isWeak = (asked: SignUp): boolean => isGuessable(asked) || isCommonPassword(asked.password);
const hashed = (key: string): string => createHash('sha256').update(key).digest('hex');

const isTaken = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as { constraint?: string }).constraint === 'accounts_login';
