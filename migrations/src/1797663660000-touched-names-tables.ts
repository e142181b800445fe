import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * In which table a thing was put or dropped: a claim that is merged goes on in another under its id, and a proposal, a person
 * or a tally may have the id of something else. The rows are made anew by who asks next.
 */
export class TouchedNamesTables1797663660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      truncate touched, indexed;
      alter table touched
        add column in_table text not null,
        drop constraint touched_pk,
        add constraint touched_pk primary key (map_id, thing, version, in_table);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      truncate touched, indexed;
      alter table touched
        drop constraint touched_pk,
        drop column in_table,
        add constraint touched_pk primary key (map_id, thing, version);
    `);
  }
}
