import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which changes put or dropped a thing; the heading is the thing that bears the map's own id. So what became of one thing,
 * and what a map was at a version, is found in a log of any length.
 */
export class CreateTouched1796083260000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table touched (
        map_id uuid not null,
        thing uuid not null,
        version bigint not null,
        constraint touched_pk primary key (map_id, thing, version)
      );
      insert into touched (map_id, thing, version)
        select distinct map_id, coalesce(patch -> 'put' ->> 'id', patch ->> 'drop', map_id::text)::uuid, version
        from changes, jsonb_array_elements(patches) patch;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table touched');
  }
}
