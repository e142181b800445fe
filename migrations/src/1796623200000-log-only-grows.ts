import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * [L2] The log is only ever written on (M-08). A purge may empty the words of a change, and a map that is deleted takes its
 * log along: each says so for its own transaction, in `counterpoint.rewrites_log`. Nothing changes when a change was made,
 * by whom and what kind it is. By statement, and never for an insert: an edit pays nothing for it.
 */
export class LogOnlyGrows1796623200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function keep_log() returns trigger language plpgsql as $$
      begin
        if current_setting('counterpoint.rewrites_log', true) is distinct from tg_argv[0] then
          raise exception 'the log of a map is only written on: % of "changes" is refused', lower(tg_op)
            using errcode = 'restrict_violation';
        end if;
        return null;
      end $$;
      create trigger changes_keep_words before update of edit, patches on changes
        for each statement execute function keep_log('purge');
      create trigger changes_keep_heads before update of map_id, version, at, "by", id, client, seq, kind on changes
        for each statement execute function keep_log('never');
      create trigger changes_keep_rows before delete on changes
        for each statement execute function keep_log('delete-map');
      create trigger changes_keep_all before truncate on changes
        for each statement execute function keep_log('never');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['words', 'heads', 'rows', 'all'])
      await runner.query(`drop trigger changes_keep_${name} on changes`);
    await runner.query('drop function keep_log');
  }
}
