import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each person has read. */
export class CreateVisits1796608800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table visits (
        map_id uuid not null,
        id uuid not null,
        since bigint not null,
        until bigint not null,
        told bigint not null,
        opened jsonb not null,
        "by" uuid,
        at bigint not null,
        constraint visits_pk primary key (map_id, id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table visits');
  }
}
