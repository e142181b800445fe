import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where accounts want to be written to. `told_until` is a moment in ms since 1970: what came after it is in no digest yet. */
export class CreateMailAddresses1796609000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail_addresses (
        account_id uuid constraint mail_addresses_pk primary key
          constraint mail_addresses_account references accounts on delete cascade,
        address text not null,
        language text not null,
        digest boolean not null,
        token text constraint mail_addresses_token unique,
        asked_at timestamptz not null default now(),
        confirmed_at timestamptz,
        leave uuid not null default gen_random_uuid() constraint mail_addresses_leave unique,
        told_until bigint not null
      );
      create index mail_addresses_due on mail_addresses (told_until) where digest and confirmed_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail_addresses');
  }
}
