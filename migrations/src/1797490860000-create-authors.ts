import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is behind an author in a copy of a map, where they are no member. Nothing reads it but the end of an account: nobody is
 * followed from map to map by it.
 */
export class CreateAuthors1797490860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table authors (
        map_id uuid not null constraint authors_map references maps on delete cascade,
        participant_id uuid not null,
        account_id uuid not null constraint authors_account references accounts on delete cascade,
        constraint authors_pk primary key (map_id, participant_id)
      );
      create index authors_by_account on authors (account_id)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table authors');
  }
}
