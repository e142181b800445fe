import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the log of a map is in `touched`: rows are made when somebody asks, no longer with each edit. */
export class CreateIndexed1796169600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indexed (
        map_id uuid not null,
        version bigint not null,
        constraint indexed_pk primary key (map_id)
      );
      insert into indexed (map_id, version) select id, version from maps;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table indexed');
  }
}
