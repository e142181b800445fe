import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The participant who made an invitation: it counts only while they may. Of older ones nobody knows. */
export class InvitesMadeBy1795910400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table invites add column made_by uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table invites drop column made_by');
  }
}
