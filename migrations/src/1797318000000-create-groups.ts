import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which maps are those of groups, and of which map they were made. A template stays as long as there are groups of it;
 * `version` is the one of the template up to which its changes were brought over.
 */
export class CreateGroups1797318000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table groups (
        map_id uuid constraint groups_pk primary key constraint groups_map references maps on delete cascade,
        template_id uuid not null constraint groups_template references maps,
        name text not null,
        place int not null,
        version bigint not null,
        missed int not null default 0,
        constraint groups_place unique (template_id, place)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table groups');
  }
}
