import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a map changed about the rules that read an outline off its texts. */
export class CreateRules1796428800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rules (
        map_id uuid not null,
        id uuid not null,
        own jsonb,
        off text not null,
        "by" uuid,
        at bigint not null,
        constraint rules_pk primary key (map_id, id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rules');
  }
}
