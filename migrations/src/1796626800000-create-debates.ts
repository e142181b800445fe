import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Debates over a map: their plan and clock, raised hands, extra time, who is on which side, and drafts of a side. */
export class CreateDebates1796626800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table debates (
        map_id uuid not null,
        id uuid not null,
        name text not null,
        sides jsonb not null,
        phases jsonb not null,
        queue text not null,
        pace text not null,
        injury jsonb,
        choose boolean not null,
        phase uuid,
        clock jsonb not null,
        spotlight uuid,
        ended jsonb,
        "by" uuid,
        at bigint not null,
        constraint debates_pk primary key (map_id, id)
      );
      create table hands (
        map_id uuid not null,
        id uuid not null,
        debate uuid not null,
        phase uuid,
        point text,
        state text not null,
        called bigint,
        spell jsonb not null,
        placed integer,
        "by" uuid,
        at bigint not null,
        constraint hands_pk primary key (map_id, id)
      );
      create table allowances (
        map_id uuid not null,
        id uuid not null,
        participant uuid not null,
        percent integer not null,
        "by" uuid,
        at bigint not null,
        constraint allowances_pk primary key (map_id, id)
      );
      alter table claims add column side uuid;
      alter table mergers add column side uuid;
      alter table participants add column side uuid;
      alter table proposals add column side uuid
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table proposals drop column side;
      alter table participants drop column side;
      alter table mergers drop column side;
      alter table claims drop column side;
      drop table allowances;
      drop table hands;
      drop table debates
    `);
  }
}
