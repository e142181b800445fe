// Takes away rows that nobody needs any more. The rules stand here and, with their reasons, in docs/decisions/0014.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';

const HOUR = 3_600_000;
/** Rows in one statement: none holds locks for long. */
const PIECE = 5_000;

/** Of each table the rows that may go. Ended sessions go as well, by connect-pg-simple: see sessions.service.ts. */
const RULES = {
  /** The verdicts of a tab that has not written for two lives of a session. What was accepted, the log still knows. */
  clients: `seen_at < now() - interval '60 days'`,
  /** A guest who is in no map and whom no browser can be any more: there is no password, and no session is left. */
  accounts: `login is null and created_at < now() - interval '30 days'
    and not exists (select 1 from memberships m where m.account_id = t.id)
    and not exists (select 1 from sessions s where s.expire > now() and s.sess ->> 'account' = t.id::text)`,
  /** An address that nobody said is theirs. */
  mail_addresses: `confirmed_at is null and asked_at < now() - interval '7 days'`,
} as const;

@Injectable()
export class PruningService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(PruningService.name);
  private timer: NodeJS.Timeout | undefined;
  private pruning: Promise<void> | undefined;

  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.pruning ??= this.prune()
        .catch((error: unknown) => this.logger.warn(`not all was pruned: ${String(error)}`))
        .finally(() => (this.pruning = undefined));
    }, HOUR);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.pruning;
  }

  /** Several servers may do it at once: each takes rows that no other has in hand. */
  async prune(): Promise<void> {
    for (const [table, rule] of Object.entries(RULES)) {
      let pruned = 0;
      for (let piece = PIECE; piece === PIECE; pruned += piece) piece = await this.pruneSome(table, rule);
      if (pruned > 0) this.logger.log(`pruned ${pruned} rows of ${table}`);
    }
  }

  private async pruneSome(table: string, rule: string): Promise<number> {
    const [, pruned]: [unknown, number] = await this.manager.query(
      `delete from ${table} where ctid = any(array(
         select t.ctid from ${table} t where ${rule} limit ${PIECE} for update skip locked))`,
    );
    return pruned;
  }
}
