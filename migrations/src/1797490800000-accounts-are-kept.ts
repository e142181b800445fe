import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who runs the server, and the links that let somebody in who forgot their password: one for each account, of which only a
 * hash is kept. The index finds the sessions of one account.
 */
export class AccountsAreKept1797490800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table accounts add column admin boolean not null default false;
      create table password_resets (
        account_id uuid constraint password_resets_pk primary key
          constraint password_resets_account references accounts on delete cascade,
        key text not null constraint password_resets_key unique,
        expires_at timestamptz not null
      );
      create index sessions_by_account on sessions ((sess ->> 'account'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index sessions_by_account;
      drop table password_resets;
      alter table accounts drop column admin
    `);
  }
}
