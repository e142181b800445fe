import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a quotation stands in the latest edition, its translation, and the rule that suggested it. */
export class QuotationsStand1796256000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table quotations
        add column stands jsonb,
        add column gloss jsonb,
        add column rule text not null default ''
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table quotations drop column stands, drop column gloss, drop column rule');
  }
}
