import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the server decided for itself once and must remember, as the secret that signs sessions. */
export class CreateSettings1795392120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table settings (
        name text constraint settings_pk primary key,
        value text not null
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table settings');
  }
}
