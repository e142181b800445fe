import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may not write: everybody who does not decide, while a map is held, or a person who was muted. */
export class CreateMutes1796799600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table maps
        add column hold text not null default 'none',
        add column slow int not null default 0;
      create table mutes (
        map_id uuid not null,
        id uuid not null,
        participant uuid not null,
        reason text not null,
        hidden jsonb not null,
        lifted jsonb,
        "by" uuid,
        at bigint not null,
        constraint mutes_pk primary key (map_id, id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mutes; alter table maps drop column hold, drop column slow');
  }
}
