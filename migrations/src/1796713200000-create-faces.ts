import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Under which names people stand in a map, and who looked behind them. `faces` ties a browser to a participant of a map
 * without names: by a key that only a secret in the browser makes, a different one for each map. No time, no address and
 * no account stands beside it.
 */
export class CreateFaces1796713200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table maps add column faces text not null default 'named';
      alter table participants add column pseudonym boolean not null default false;
      create table faces (
        map_id uuid not null constraint faces_map references maps on delete cascade,
        key bytea not null,
        participant_id uuid not null,
        constraint faces_pk primary key (map_id, key),
        constraint faces_participant unique (map_id, participant_id)
      );
      create table reveals (
        map_id uuid not null,
        id uuid not null,
        participant uuid not null,
        reason text not null,
        "by" uuid,
        at bigint not null,
        constraint reveals_pk primary key (map_id, id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reveals, faces;
      alter table participants drop column pseudonym;
      alter table maps drop column faces
    `);
  }
}
