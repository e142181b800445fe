import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a proposal was sent back, what was said before it came once more, and its author's appeal. */
export class ProposalsComeAgain1796515200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table proposals
        add column code text,
        add column answered jsonb,
        add column appeal jsonb
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table proposals drop column code, drop column answered, drop column appeal');
  }
}
