import { FOLD_RULE, pairsIn, type Hit, type Id } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import type { Findable, Gathering } from './findable.ts';

/** Where a search goes on: behind this place, in the order of the answer. */
export interface Place {
  readonly at: number;
  readonly thing: Id;
  readonly part: number;
}

export interface Candidate extends Place, Pick<Hit, 'map' | 'title' | 'kind' | 'start' | 'claim' | 'source'> {
  readonly text: string;
}

/**
 * As if so many were asked for: the planner then goes by age, which stops early, only for words that many things have, and
 * looks up the pairs of all others. For twenty it would read all things there are to find what is in none.
 */
const AS_MANY = 1_000;

/** Things that have all these pairs, the latest first. */
export const candidatesSql = (isOneMap: boolean): string => `
  select json_build_object('map', f.map_id, 'title', maps.title, 'kind', f.kind, 'thing', f.thing, 'part', f.part,
    'at', f.at, 'start', f.start, 'text', coalesce(f.words, claims.text, mergers.text, comments.text, sources.title, ''),
    'claim', coalesce(claims.id, mergers."into", comments.claim), 'source', coalesce(sources.id, editions.source)) as candidate
  from (
    select * from (
      select map_id, kind, thing, part, at, start, words from findable
      where ${isOneMap ? 'map_id = $1::uuid' : 'map_id = any($1::uuid[])'} and pairs @> $2::int[]
        and ($3::bigint is null or (at, thing, part) < ($3::bigint, $4::uuid, $5::int))
      order by at desc, thing desc, part desc limit ${AS_MANY}) many
    order by at desc, thing desc, part desc limit $6) f
  join maps on maps.id = f.map_id
  left join claims on f.kind = 'claim' and claims.map_id = f.map_id and claims.id = f.thing
  left join mergers on f.kind = 'claim' and mergers.map_id = f.map_id and mergers.id = f.thing
  left join comments on f.kind = 'comment' and comments.map_id = f.map_id and comments.id = f.thing
  left join sources on f.kind = 'source' and sources.map_id = f.map_id and sources.id = f.thing
  left join editions on f.kind = 'edition' and editions.map_id = f.map_id and editions.id = f.thing
  order by f.at desc, f.thing desc, f.part desc`;

export async function candidates(
  manager: EntityManager,
  maps: readonly Id[],
  { pairs, after, most }: { pairs: readonly number[]; after: Place | undefined; most: number },
): Promise<Candidate[]> {
  const isOneMap = maps.length === 1;
  const values = [isOneMap ? maps[0] : maps, pairs, after?.at, after?.thing, after?.part, most];
  const rows: { candidate: Candidate }[] = await manager.query(candidatesSql(isOneMap), values);
  return rows.map(({ candidate }) => candidate);
}

/** Those of the maps whose log is not all gathered, by the present rule. */
export async function behind(manager: EntityManager, maps: readonly Id[]): Promise<Id[]> {
  const rows: { id: Id }[] = await manager.query(
    `select id from maps left join gathered on gathered.map_id = maps.id
     where maps.id = any($1::uuid[]) and (maps.version > coalesce(gathered.version, -1) or gathered.rule <> $2)`,
    [maps, FOLD_RULE],
  );
  return rows.map(({ id }) => id);
}

/** How far a map is gathered by the present rule, and how far it is; undefined when there is no such map. */
export async function standOf(
  manager: EntityManager,
  map: Id,
): Promise<{ version: number; gathered: number | null } | undefined> {
  const rows: { version: string; gathered: string | null }[] = await manager.query(
    `select maps.version, gathered.version as gathered from maps
     left join gathered on gathered.map_id = maps.id and gathered.rule = $2 where maps.id = $1`,
    [map, FOLD_RULE],
  );
  const [row] = rows;
  return (
    row && { version: Number(row.version), gathered: row.gathered === null ? null : Number(row.gathered) }
  );
}

/** Rows at once: their pairs take the processor up to 40 ms, in which nobody else is served. */
const AT_ONCE = 250;

/** Writes what was gathered after `since`; false, and nothing is written, where another process came first. */
export async function keep(
  manager: EntityManager,
  map: Id,
  { since, gathering }: { since: number | null; gathering: Gathering },
): Promise<boolean> {
  return manager.transaction(async (inside) => {
    const { version, things, rows } = gathering;
    // Whoever writes the same map at the same time waits here.
    const taken: unknown[] = await inside.query(
      `insert into gathered as g (map_id, version, rule) values ($1, $2, $3)
       on conflict (map_id) do update set version = excluded.version, rule = excluded.rule
       where g.rule <> excluded.rule or (g.version = $4 and g.version < excluded.version) returning 1`,
      [map, version, FOLD_RULE, since],
    );
    if (taken.length === 0) return false;
    if (things === 'all') await inside.query('delete from findable where map_id = $1', [map]);
    else
      await inside.query('delete from findable where map_id = $1 and thing = any($2::uuid[])', [map, things]);
    for (let i = 0; i < rows.length; i += AT_ONCE) await insert(inside, map, rows.slice(i, i + AT_ONCE));
    return true;
  });
}

/** What is short has its words in its own row. */
async function insert(manager: EntityManager, map: Id, found: readonly Findable[]): Promise<void> {
  const rows = found
    .map((row) => ({ ...row, pairs: pairsIn(row.text) }))
    .filter(({ pairs }) => pairs.length > 0);
  await manager.query(
    `insert into findable (map_id, thing, part, kind, at, start, words, pairs)
     select $1, thing, part, kind, at, start, words, pairs::int[]
     from unnest($2::uuid[], $3::int[], $4::text[], $5::bigint[], $6::int[], $7::text[], $8::text[])
       as x(thing, part, kind, at, start, words, pairs)`,
    [
      map,
      rows.map(({ thing }) => thing),
      rows.map(({ part }) => part),
      rows.map(({ kind }) => kind),
      rows.map(({ at }) => at),
      rows.map(({ start }) => start),
      rows.map(({ kind, text }) => (kind === 'edition' ? text : null)),
      rows.map(({ pairs }) => `{${pairs.join()}}`),
    ],
  );
}
