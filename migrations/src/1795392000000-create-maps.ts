import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A map's tables lead their primary key with map_id and join nothing across maps, so that they can be spread over
 * several databases by map_id. They carry no foreign keys: one sequencer writes them, with the map row as fence.
 * Columns bear the names of the fields in packages/shared/src/map/map.ts, so that rows travel as JSON both ways.
 */
export class CreateMaps1795392000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table maps (
        id uuid constraint maps_pk primary key,
        version bigint not null default 0,
        epoch int not null default 1,
        sample boolean not null default false,
        changed_at bigint not null,
        title text not null,
        question text not null,
        about text not null,
        language text not null,
        access text not null,
        editing text not null
      );
      create table changes (
        map_id uuid not null,
        version bigint not null,
        at bigint not null,
        "by" uuid,
        id uuid not null,
        client uuid not null,
        seq int not null,
        kind text not null,
        edit jsonb not null,
        patches jsonb not null,
        constraint changes_pk primary key (map_id, version),
        constraint changes_once unique (map_id, client, seq)
      );
      create table clients (
        map_id uuid not null,
        client uuid not null,
        "by" uuid,
        last_seq int not null,
        refusals jsonb not null,
        seen_at timestamptz not null default now(),
        constraint clients_pk primary key (map_id, client)
      );
      create table claims (
        map_id uuid not null,
        id uuid not null,
        text text not null,
        language text not null,
        home uuid,
        "order" text collate "C" not null,
        "by" uuid,
        at bigint not null,
        reworded jsonb,
        beside jsonb not null,
        removed jsonb,
        constraint claims_pk primary key (map_id, id)
      );
      create index claims_by_home on claims (map_id, home, "order");
      create table arguments (
        map_id uuid not null,
        id uuid not null,
        direction text not null,
        target jsonb not null,
        target_id uuid generated always as ((target ->> 'id')::uuid) stored,
        "order" text collate "C" not null,
        scheme text,
        "by" uuid,
        at bigint not null,
        removed jsonb,
        constraint arguments_pk primary key (map_id, id)
      );
      create index arguments_by_target on arguments (map_id, target_id, "order");
      create table "references" (
        map_id uuid not null,
        id uuid not null,
        argument uuid not null,
        claim uuid not null,
        "order" text collate "C" not null,
        "by" uuid,
        at bigint not null,
        constraint references_pk primary key (map_id, id)
      );
      create table comments (
        map_id uuid not null,
        id uuid not null,
        claim uuid not null,
        text text not null,
        "by" uuid,
        at bigint not null,
        removed jsonb,
        constraint comments_pk primary key (map_id, id)
      );
      create table participants (
        map_id uuid not null,
        id uuid not null,
        name text not null,
        role text,
        at bigint not null,
        constraint participants_pk primary key (map_id, id)
      );
      create table proposals (
        map_id uuid not null,
        id uuid not null,
        edit jsonb not null,
        state text not null,
        reason text,
        decided jsonb,
        "by" uuid,
        at bigint not null,
        constraint proposals_pk primary key (map_id, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table proposals, participants, comments, "references", arguments, claims, clients, changes, maps',
    );
  }
}
