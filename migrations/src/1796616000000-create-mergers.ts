import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims that were merged into others, with their words and what it takes to part them again. */
export class CreateMergers1796616000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mergers (
        map_id uuid not null,
        id uuid not null,
        "into" uuid not null,
        text text not null,
        language text not null,
        reworded jsonb,
        beside jsonb not null,
        home uuid,
        "order" text collate "C" not null,
        reference uuid not null,
        moved jsonb not null,
        emptied jsonb not null,
        merged jsonb not null,
        "by" uuid,
        at bigint not null,
        removed jsonb,
        constraint mergers_pk primary key (map_id, id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mergers');
  }
}
