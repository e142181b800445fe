import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which changes put a thing, or a reference to a claim: so that what became of one thing is found in a log of any length. */
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
        select distinct map_id, thing::uuid, version
        from changes, jsonb_array_elements(patches) patch,
          unnest(array[
            patch -> 'put' ->> 'id',
            case patch ->> 'table' when 'references' then patch -> 'put' ->> 'claim' end
          ]) thing
        where thing is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table touched');
  }
}
