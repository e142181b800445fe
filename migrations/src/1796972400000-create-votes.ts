import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Polls, and votes on claims and arguments: what was voted on, who voted what, and what came out. */
export class CreateVotes1796972400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table maps
        add column votes text not null default 'off',
        add column strength text not null default 'off';
      create table polls (
        map_id uuid not null,
        id uuid not null,
        question text not null,
        before uuid,
        live boolean not null,
        ended jsonb,
        shown jsonb,
        compared jsonb,
        "by" uuid,
        at bigint not null,
        removed jsonb,
        constraint polls_pk primary key (map_id, id)
      );
      create table ballots (
        map_id uuid not null,
        id uuid not null,
        "on" uuid not null,
        judged text not null,
        voted integer not null,
        at bigint not null,
        constraint ballots_pk primary key (map_id, id)
      );
      create table votes (
        map_id uuid not null,
        id uuid not null,
        ballot uuid not null,
        value integer,
        "by" uuid,
        at bigint not null,
        constraint votes_pk primary key (map_id, id)
      );
      create table tallies (
        map_id uuid not null,
        id uuid not null,
        "on" uuid not null,
        votes integer not null,
        sum integer not null,
        counts jsonb not null,
        constraint tallies_pk primary key (map_id, id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table tallies;
      drop table votes;
      drop table ballots;
      drop table polls;
      alter table maps drop column votes, drop column strength
    `);
  }
}
