// Where accounts want to be written to. Nothing but the question whether it is theirs goes to an address before it is confirmed.
import { Inject, Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { ok, refuse, type Account, type Id, type MailLanguage, type MailRequest, type MailSettings, type Refused, type Result } from '@counterpoint/shared'; // prettier-ignore
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.ts';
import { confirmLetter } from './letters.ts';
import { PostService } from './post.service.ts';

/** Accounts that may ask for one address within a day: nobody is flooded with questions. */
const MOST_ASKING = 3;

const NO_MAIL = refuse('not-found', 'This server sends no mail.');
const LATER: Refused = {
  ok: false,
  refusal: { code: 'busy', message: 'The mail server does not answer.', retryAfterMs: 60_000 },
};
const NO_LINK = refuse('not-found', 'This link was used already, or is too old.');

/** Someone whose digest is due, and since when there was none. */
export interface Due {
  readonly account: Id;
  readonly address: string;
  readonly name: string;
  readonly language: MailLanguage;
  readonly leave: string;
  readonly since: number;
}

@Injectable()
export class AddressesService {
  constructor(
    private readonly post: PostService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  async settings(account: Id): Promise<Result<MailSettings>> {
    return this.post.isThere ? ok(await this.read(account)) : NO_MAIL;
  }

  async set(
    { id, name }: Account,
    { address, digest, language }: MailRequest,
  ): Promise<Result<MailSettings>> {
    if (!this.post.isThere) return NO_MAIL;
    const [, kept]: [unknown, number] = await this.manager.query(
      'update mail_addresses set digest = $3, language = $4 where account_id = $1 and address = $2 and confirmed_at is not null',
      [id, address, digest, language],
    );
    if (kept > 0) return ok(await this.read(id));
    if ((await this.askedBy(address, id)) >= MOST_ASKING)
      return refuse('too-many-requests', 'This address was asked about often enough today.');
    const token = randomBytes(24).toString('base64url');
    await this.manager.query(
      `insert into mail_addresses (account_id, address, language, digest, token, told_until) values ($1, $2, $3, $4, $5, $6)
       on conflict (account_id) do update set address = excluded.address, language = excluded.language,
         digest = excluded.digest, token = excluded.token, asked_at = now(), confirmed_at = null`,
      [id, address, language, digest, hashed(token), Date.now()],
    );
    const sent = await this.post.send(
      address,
      confirmLetter(language, name, this.linkTo(`mail/confirm/${token}`)),
    );
    if (sent === 'sent') return ok(await this.read(id));
    return sent === 'refused' ? refuse('invalid', 'address: the mail server does not take it') : LATER;
  }

  async forget(account: Id): Promise<Result<null>> {
    if (!this.post.isThere) return NO_MAIL;
    await this.manager.query('delete from mail_addresses where account_id = $1', [account]);
    return ok(null);
  }

  /** Once: the link is worth nothing afterwards. What happened before is in no digest. */
  async confirm(token: string): Promise<Result<null>> {
    const [, confirmed]: [unknown, number] = await this.manager.query(
      `update mail_addresses set confirmed_at = now(), token = null, told_until = $2
       where token = $1 and asked_at > now() - interval '3 days'`,
      [hashed(token), Date.now()],
    );
    return confirmed > 0 ? ok(null) : NO_LINK;
  }

  async leave(token: string): Promise<Result<null>> {
    const [, left]: [unknown, number] = await this.manager.query(
      'update mail_addresses set digest = false where leave::text = $1',
      [token],
    );
    return left > 0 ? ok(null) : NO_LINK;
  }

  /**
   * Takes the next one whose last digest is `every` ms old, and counts theirs as sent: no other process takes the same, and
   * a server that dies meanwhile sends one too few rather than one twice.
   */
  async takeDue(now: number, every: number, without: readonly Id[]): Promise<Due | undefined> {
    const [rows]: [(Omit<Due, 'since'> & { since: string })[], number] = await this.manager.query(
      `with due as (
         select account_id, told_until from mail_addresses
         where digest and confirmed_at is not null and told_until <= $1::bigint - $2::bigint and account_id <> all($3::uuid[])
         order by told_until limit 1 for update skip locked)
       update mail_addresses m set told_until = $1 from due, accounts a
       where m.account_id = due.account_id and a.id = m.account_id
       returning m.account_id as account, m.address, a.name, m.language, m.leave, due.told_until as since`,
      [now, every, without],
    );
    const [row] = rows;
    return row && { ...row, since: Number(row.since) };
  }

  /** A letter that could not be sent is due again. */
  async giveBack({ account, since }: Due, now: number): Promise<void> {
    await this.manager.query('update mail_addresses set told_until = $2 where account_id = $1 and told_until = $3', [account, since, now]); // prettier-ignore
  }

  /** An address of this server, as people use it. */
  linkTo(path: string): string {
    return `${(this.config.publicUrl ?? '').replace(/\/$/, '')}/${path}`;
  }

  private async read(account: Id): Promise<MailSettings> {
    const rows: MailSettings[] = await this.manager.query(
      'select address, confirmed_at is not null as confirmed, digest from mail_addresses where account_id = $1',
      [account],
    );
    return rows[0] ?? { address: null, confirmed: false, digest: true };
  }

  private async askedBy(address: string, without: Id): Promise<number> {
    const rows: { count: number }[] = await this.manager.query(
      `select count(*)::int as count from mail_addresses
       where lower(address) = lower($1) and account_id <> $2 and asked_at > now() - interval '1 day'`,
      [address, without],
    );
    return rows[0]?.count ?? 0;
  }
}

const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');
