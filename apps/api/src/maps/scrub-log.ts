// What was purged leaves the log, too, and what is searched. Only the changes that hold something of it are read, some at a time.
import { idInKey, scrubbed, type LoggedEdit, type Patch, type Write } from '@counterpoint/shared';
import type { PoolClient } from 'pg';
import { REWRITES_LOG } from './rewrites-log.ts';
import { indexLog } from './touched.ts';

const AT_ONCE = 100;

interface Row {
  readonly version: string;
  readonly patches: Patch[];
  readonly edit: LoggedEdit;
}

/** Within the transaction of the write that purges. Whatever words an edit holds, its patches put the thing they belong to. */
export async function scrubLog(
  client: PoolClient,
  { map, from }: Write,
  gone: ReadonlySet<string>,
): Promise<void> {
  const things = [...gone].map(idInKey);
  // What is searched is of tables that share their ids: a proposal or a person with the id of a claim takes nothing of it along.
  const found = things.filter((id) => gone.has(id));
  await client.query('delete from findable where map_id = $1 and thing = any($2::uuid[])', [map, found]);
  await indexLog(async (text, values) => (await client.query<object>(text, [...values])).rows, map);
  const next = async (after: string): Promise<Row[]> => {
    const { rows } = await client.query<Row>({
      name: 'changes-with',
      text: `select version, patches, edit from changes
             where map_id = $1 and version in (
               select version from touched
               where map_id = $1 and thing = any($4::uuid[]) and version > $2 and version <= $3
               order by version limit ${AT_ONCE})
             order by version`,
      values: [map, after, from, things],
    });
    return rows;
  };
  await client.query(REWRITES_LOG, ['purge']);
  for (let rows = await next('0'); rows.length > 0; rows = await next(rows.at(-1)?.version ?? `${from}`)) {
    const emptied = rows.map((row) => scrubbed(row, gone)).filter((row, i) => row !== rows[i]);
    await client.query({
      name: 'scrub-changes',
      text: `update changes c set patches = x.patches, edit = x.edit
             from jsonb_to_recordset($2::jsonb) as x(version bigint, patches jsonb, edit jsonb)
             where c.map_id = $1 and c.version = x.version`,
      values: [map, JSON.stringify(emptied)],
    });
  }
}
