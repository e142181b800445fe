// The log read for its record: the latest first, so many patches at once, however many one change has.
import { newerPatches, TABLES, tables, type Id, type Logged, type LoggedEdit, type Patch, type RecordFilter, type RecordKind, type TableName } from '@counterpoint/shared'; // prettier-ignore
import type { EntityManager } from 'typeorm';
import { APART } from './touched.ts';

/** Patches in one piece; a change with more is told in several. */
const PIECE = 300;

/** Before which patch of the log: of this version those that follow `part`, and all of the versions below. */
export interface RecordPlace {
  readonly version: number;
  readonly part: number;
}

export interface LogPiece {
  readonly changes: readonly Omit<Logged, 'before'>[];
  /** Where it goes on; null at the end. */
  readonly next: RecordPlace | null;
}

export type LogFilter = Omit<RecordFilter, 'claim'> & { readonly things?: readonly Id[] | undefined };

interface Row {
  readonly version: string;
  readonly at: string;
  readonly by: Id | null;
  readonly kind: LoggedEdit['kind'];
  readonly place: string;
  readonly patch: Patch;
  readonly unsigned: readonly Patch[];
}

/** Someone read: the record tells nothing of it, and there is much of it. */
const ASIDE = 'look' satisfies RecordKind;

/** Tables that keep secret who wrote in them. */
const UNSIGNED = TABLES.filter((table) => tables[table].unsigned || tables[table].unnamed);

/** What the filter may find: more than it wants, for what a viewer may see of it is not the database's to say. */
export async function pieceOfLog(
  manager: EntityManager,
  map: Id,
  { by, kind, from, to, since, things }: LogFilter,
  { version, part }: RecordPlace,
): Promise<LogPiece> {
  const values: unknown[] = [map, version, part, since];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const conditions = [
    ...(from === undefined ? [] : [`c.at >= ${value(from)}`]),
    ...(to === undefined ? [] : [`c.at <= ${value(to)}`]),
    // What several did, and on whose proposal was decided, their patches say.
    ...(by === undefined ? [] : [`(c."by" = ${value(by)} or c.kind in ('batch', 'decide', 'purge'))`]),
    ...(kind === undefined ? [] : [kindIs(kind, value)]),
    ...(things === undefined ? [] : [touches(things, value)]),
  ];
  // What a map began with is one row of it: the heading comes first.
  const patches = things === undefined ? `case c.kind when 'found' then jsonb_build_array(c.patches -> 0) else c.patches end` : 'c.patches'; // prettier-ignore
  const rows: Row[] = await manager.query(
    `select c.version, c.at, c."by", c.kind, x.place, x.patch, u.unsigned
     from changes c cross join lateral jsonb_array_elements(${patches}) with ordinality x(patch, place)
     cross join lateral (
       select coalesce(jsonb_agg(p), '[]') as unsigned
       from jsonb_array_elements(case c.kind when 'found' then '[]' else c.patches end) p
       where p ->> 'table' = any(${value(UNSIGNED)}::text[])) u
     where c.map_id = $1 and c.kind <> '${ASIDE}' and c.version <= $2 and (c.version < $2 or x.place > $3) and c.version > $4
       ${conditions.map((condition) => `and ${condition}`).join(' ')}
     order by c.version desc, x.place limit ${PIECE}`,
    values,
  );
  return pieceOf(rows, things !== undefined);
}

function kindIs(kinds: readonly RecordKind[], value: (one: unknown) => string): string {
  const holds: readonly (readonly [string, RecordKind | undefined])[] = [['batch', undefined], ['decide', undefined], ['purge', 'decide'], ['mute', 'remove'], ['unmute', 'restore']]; // prettier-ignore
  const named = holds.flatMap(([kind, when]) => (when === undefined || kinds.includes(when) ? kind : []));
  const is = `c.kind = any(${value([...kinds, ...named])})`;
  return kinds.includes('propose') ? `(${is} or c.patches @> '[{"table": "proposals"}]')` : is;
}

const touches = (things: readonly Id[], value: (one: unknown) => string): string => {
  const ids = value(things);
  return `c.version in (select version from touched where map_id = $1 and thing = any(${ids}::uuid[]))
    and coalesce(x.patch -> 'put' ->> 'id', x.patch ->> 'drop') = any(${ids}::text[])`;
};

/** A change that may have been cut off waits for the next piece, unless it is all there is. */
function pieceOf(rows: readonly Row[], ofThings: boolean): LogPiece {
  const changes = new Map<string, Row[]>();
  for (const row of rows) changes.set(row.version, [...(changes.get(row.version) ?? []), row]);
  const isFull = rows.length === PIECE;
  const last = rows.at(-1);
  if (isFull && last && changes.size > 1) changes.delete(last.version);
  return {
    changes: [...changes.values()].flatMap((parts) => changeOf(parts, ofThings) ?? []),
    next: isFull && last ? { version: Number(last.version), part: changes.has(last.version) ? Number(last.place) : 0 } : null, // prettier-ignore
  };
}

function changeOf(rows: readonly Row[], ofThings: boolean): Omit<Logged, 'before'> | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const { version, at, by, kind, unsigned } = first;
  const parts = rows.flatMap(({ place, patch }) => newerPatches([patch]).map((newer) => ({ place: Number(place), patch: newer }))); // prettier-ignore
  const extent = ofThings ? 'things' : Number(first.place) === 1 ? 'whole' : 'rest';
  return {
    version: Number(version),
    at: Number(at),
    by,
    kind,
    parts,
    extent,
    unsigned: newerPatches(unsigned),
  };
}

/** Of each change the patches that last put its things before: each change that holds some is read once. */
export async function withBefore(
  manager: EntityManager,
  map: Id,
  changes: LogPiece['changes'],
): Promise<Logged[]> {
  const asked = changes.flatMap(({ version, parts }) => parts.map(({ patch }) => ({ version, thing: thingOf(patch, map), apart: apartOf(patch) }))); // prettier-ignore
  if (asked.length === 0) return [];
  const found: { version: string; patch: Patch }[] = await manager.query(
    `with asked as (
       select distinct thing, version, apart from unnest($2::uuid[], $3::bigint[], $4::text[]) asked(thing, version, apart)),
     stood as materialized (
       select thing, version, apart, (
         select touched.version from touched
         where map_id = $1 and touched.thing = asked.thing and touched.version < asked.version
           and case when apart is null then in_table <> all($5::text[]) else in_table = apart end
         order by touched.version desc limit 1) as was
       from asked)
     select stood.version, x.patch
     from (select distinct was from stood where was is not null) held
     join changes c on c.map_id = $1 and c.version = held.was
     cross join lateral jsonb_array_elements(c.patches) with ordinality x(patch, place)
     join stood on stood.was = held.was
       and stood.thing = coalesce((x.patch -> 'put' ->> 'id')::uuid, (x.patch ->> 'drop')::uuid, $1)
       and case when apart is null then x.patch ->> 'table' <> all($5::text[]) else x.patch ->> 'table' = apart end
     order by held.was, x.place`,
    [map, asked.map(({ thing }) => thing), asked.map(({ version }) => version), asked.map(({ apart }) => apart), APART], // prettier-ignore
  );
  const before = new Map<number, Patch[]>();
  for (const { version, patch } of found)
    before.set(Number(version), [...(before.get(Number(version)) ?? []), patch]);
  return changes.map((change) => ({ ...change, before: newerPatches(before.get(change.version) ?? []) }));
}

/** As `touched` names it: the heading by the id of the map. */
const thingOf = (patch: Patch, map: Id): Id =>
  patch.table === 'info' ? map : 'put' in patch ? patch.put.id : patch.drop;

/** Its table, where another may use the id as well: how far a person has read bears that of the person. */
const apartOf = ({ table }: Patch): TableName | null =>
  table !== 'info' && tables[table].apart ? table : null;
