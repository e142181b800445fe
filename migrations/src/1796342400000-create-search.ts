import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What can be found, by its pairs of neighbouring characters, and how far the log of each map is in there. Rows are made
 * when the map has settled or somebody asks, no longer with each edit. `words` are those of a part of a long text.
 */
export class CreateSearch1796342400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table findable (
        map_id uuid not null,
        thing uuid not null,
        part int not null,
        kind text not null,
        at bigint not null,
        start int not null,
        words text,
        pairs int[] not null,
        constraint findable_pk primary key (map_id, thing, part)
      );
      create index findable_by_pairs on findable using gin (pairs);
      create index findable_by_age on findable (at, thing, part);
      create index findable_by_map_and_age on findable (map_id, at, thing, part);
      create table gathered (
        map_id uuid not null,
        version bigint not null,
        rule int not null,
        constraint gathered_pk primary key (map_id),
        constraint gathered_map_fk foreign key (map_id) references maps (id) on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table findable, gathered');
  }
}
