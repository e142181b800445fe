import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rounds in which people mark a text without seeing one another's marks, and who has finished them. */
export class CreateRounds1796612400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rounds (
        map_id uuid not null,
        id uuid not null,
        edition uuid not null,
        question text not null,
        labels jsonb not null,
        finished integer not null,
        opened jsonb,
        "by" uuid,
        at bigint not null,
        removed jsonb,
        constraint rounds_pk primary key (map_id, id)
      );
      create table finishes (
        map_id uuid not null,
        id uuid not null,
        round uuid not null,
        finished boolean not null,
        "by" uuid,
        at bigint not null,
        constraint finishes_pk primary key (map_id, id)
      );
      alter table annotations
        add column round uuid,
        add column label text not null default '',
        add column curated jsonb
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table annotations drop column round, drop column label, drop column curated;
      drop table finishes;
      drop table rounds
    `);
  }
}
