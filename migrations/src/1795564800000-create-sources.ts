import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The texts that claims rest on, the passages quoted from them, and the sites that may show a map in a frame. */
export class CreateSources1795564800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sources (
        map_id uuid not null,
        id uuid not null,
        title text not null,
        url text not null,
        language text not null,
        "by" uuid,
        at bigint not null,
        removed jsonb,
        constraint sources_pk primary key (map_id, id)
      );
      create table editions (
        map_id uuid not null,
        id uuid not null,
        source uuid not null,
        text text not null,
        marks jsonb not null,
        reason text not null,
        "by" uuid,
        at bigint not null,
        constraint editions_pk primary key (map_id, id)
      );
      create index editions_by_source on editions (map_id, source);
      create table quotations (
        map_id uuid not null,
        id uuid not null,
        claim uuid not null,
        edition uuid not null,
        bearing text not null,
        start int not null,
        "end" int not null,
        exact text not null,
        prefix text not null,
        suffix text not null,
        "by" uuid,
        at bigint not null,
        removed jsonb,
        constraint quotations_pk primary key (map_id, id)
      );
      create index quotations_by_claim on quotations (map_id, claim);
      alter table maps add column embeds text not null default '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table quotations, editions, sources; alter table maps drop column embeds');
  }
}
