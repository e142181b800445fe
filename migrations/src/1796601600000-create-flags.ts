import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people asked those who decide to look at. */
export class CreateFlags1796601600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table flags (
        map_id uuid not null,
        id uuid not null,
        about uuid not null,
        code text not null,
        text text not null,
        seen jsonb,
        "by" uuid,
        at bigint not null,
        removed jsonb,
        constraint flags_pk primary key (map_id, id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table flags');
  }
}
