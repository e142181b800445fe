import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a map is moderated: its words, its reasons, how many proposals wait, and who needs no moderator. */
export class CreateReasons1796605200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table maps
        add column policy text not null default '',
        add column quota int not null default 10,
        add column trust int not null default 0
    `);
    await runner.query(`
      create table reasons (
        map_id uuid not null,
        id uuid not null,
        code text,
        zh text not null,
        en text not null,
        offered boolean not null,
        "by" uuid,
        at bigint not null,
        constraint reasons_pk primary key (map_id, id)
      )
    `);
    await runner.query(`
      create table trusts (
        map_id uuid not null,
        id uuid not null,
        participant uuid not null,
        revoked boolean not null,
        "by" uuid,
        at bigint not null,
        constraint trusts_pk primary key (map_id, id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table trusts, reasons');
    await runner.query('alter table maps drop column policy, drop column quota, drop column trust');
  }
}
