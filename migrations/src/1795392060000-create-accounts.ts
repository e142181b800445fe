import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People outside the maps. `memberships` is the only place that ties an account to a participant. */
export class CreateAccounts1795392060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table accounts (
        id uuid constraint accounts_pk primary key,
        name text not null,
        login text constraint accounts_login unique,
        password_hash text,
        created_at timestamptz not null default now(),
        constraint accounts_login_has_password check ((login is null) = (password_hash is null))
      );
      create table sessions (
        sid varchar constraint sessions_pk primary key,
        sess json not null,
        expire timestamp(6) not null
      );
      create index sessions_by_expire on sessions (expire);
      create table memberships (
        map_id uuid not null constraint memberships_map references maps on delete cascade,
        account_id uuid not null constraint memberships_account references accounts on delete cascade,
        participant_id uuid not null,
        constraint memberships_pk primary key (map_id, account_id),
        constraint memberships_participant unique (map_id, participant_id)
      );
      create index memberships_by_account on memberships (account_id);
      create table invites (
        id uuid constraint invites_pk primary key,
        map_id uuid not null constraint invites_map references maps on delete cascade,
        role text not null,
        code text not null constraint invites_code unique,
        token text not null constraint invites_token unique,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        uses int not null default 0,
        created_at timestamptz not null default now()
      );
      create index invites_by_map on invites (map_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table invites, memberships, sessions, accounts');
  }
}
