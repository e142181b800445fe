import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a list shows of a map, so that it need not be opened for it. Of older maps it is made when they are listed first. */
export class CreateDrawings1796083200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table drawings (
        map_id uuid constraint drawings_pk primary key constraint drawings_map references maps on delete cascade,
        version bigint not null,
        claims int not null,
        thumbnail jsonb not null
      );
      create index maps_samples on maps (id) where sample;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table drawings; drop index maps_samples');
  }
}
