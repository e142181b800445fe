import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what people are graded, and the grades that markers gave. */
export class CreateGrades1797058800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rubrics (
        map_id uuid not null,
        id uuid not null,
        name text not null,
        criteria jsonb not null,
        "by" uuid,
        at bigint not null,
        constraint rubrics_pk primary key (map_id, id)
      );
      create table grades (
        map_id uuid not null,
        id uuid not null,
        participant uuid not null,
        "on" uuid,
        levels jsonb not null,
        feedback text not null,
        released jsonb,
        "by" uuid,
        at bigint not null,
        constraint grades_pk primary key (map_id, id)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table grades;
      drop table rubrics
    `);
  }
}
