import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For pruning. A row moves `seen_at` at every commit of its client: a block range index costs such an update nothing. */
export class ClientsBySeenAt1796083320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index clients_by_seen_at on clients using brin (seen_at) with (autosummarize = on)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index clients_by_seen_at');
  }
}
