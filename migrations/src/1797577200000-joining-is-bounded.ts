import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invitation may be for so many people, joining a map may be locked, and a membership knows when its person was last there. */
export class JoiningIsBounded1797577200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table invites add column most int constraint invites_most check (most > 0);
      alter table maps add column joining text not null default 'open' constraint maps_joining check (joining in ('open', 'locked'));
      alter table memberships add column seen_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table memberships drop column seen_at;
      alter table maps drop column joining;
      alter table invites drop column most;
    `);
  }
}
