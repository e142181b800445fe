import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The id of an edit counts once in a map, whichever client it comes from. */
export class EditsCountOnce1795910460000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table changes add constraint changes_edit_once unique (map_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table changes drop constraint changes_edit_once');
  }
}
