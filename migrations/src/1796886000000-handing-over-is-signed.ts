import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked a moderator to look at a proposal, and when. */
export class HandingOverIsSigned1796886000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table proposals add column handed jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table proposals drop column handed');
  }
}
