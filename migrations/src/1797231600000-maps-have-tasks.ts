import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What everyone who writes in a map is asked to contribute. */
export class MapsHaveTasks1797231600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table maps
        add column tasks jsonb not null default '{"claims":0,"replies":0,"sources":0,"comments":0,"votes":0}'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table maps drop column tasks');
  }
}
