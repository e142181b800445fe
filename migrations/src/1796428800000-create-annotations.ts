import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a map changed about the rules that read an outline off its texts, and the notes that people make on these. */
export class CreateAnnotations1796428800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rules (
        map_id uuid not null,
        id uuid not null,
        own jsonb,
        off text not null,
        "by" uuid,
        at bigint not null,
        constraint rules_pk primary key (map_id, id)
      );
      create table annotations (
        map_id uuid not null,
        id uuid not null,
        edition uuid not null,
        start int not null,
        "end" int not null,
        exact text not null,
        prefix text not null,
        suffix text not null,
        text text not null,
        open boolean not null,
        "by" uuid,
        at bigint not null,
        removed jsonb,
        constraint annotations_pk primary key (map_id, id)
      );
      create index annotations_by_edition on annotations (map_id, edition)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table annotations, rules');
  }
}
