import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which moderator was asked to look at a proposal. */
export class ProposalsAreHandedOver1796619600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table proposals add column assigned uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table proposals drop column assigned');
  }
}
