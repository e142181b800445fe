// One SQL statement per batch, made of the parts that the batch needs. Rows travel as JSON under the columns' names.
import {
  eachTable,
  isAside,
  isIdSchema,
  MapInfo,
  TABLES,
  tables,
  type Id,
  type TableName,
  type Write,
} from '@counterpoint/shared';
import type { z } from 'zod';

/** The columns of each table: its fields, under their own names. */
export const COLUMNS = eachTable((table) => columnsFor(tables[table].schema));

function columnsFor(schema: z.ZodObject): Record<string, string> {
  return Object.fromEntries(
    (Object.entries(schema.shape) as [string, z.core.$ZodType][]).map(([name, field]) => [
      name,
      typeFor(field),
    ]),
  );
}

function typeFor(field: z.core.$ZodType): string {
  if (isIdSchema(field)) return 'uuid';
  const { def } = (field as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'nullable':
      return typeFor(def.innerType);
    case 'string':
    case 'enum':
      return 'text';
    case 'union':
      return def.options.every((option) => typeFor(option) !== 'jsonb') ? 'text' : 'jsonb';
    case 'number':
      return 'bigint';
    case 'boolean':
      return 'boolean';
    default:
      return 'jsonb';
  }
}

const CHANGE: Record<string, string> = {
  version: 'bigint', at: 'bigint', by: 'uuid', id: 'uuid', client: 'uuid', seq: 'int', kind: 'text', patches: 'jsonb',
}; // prettier-ignore

/** The columns of a map's heading. */
export const INFO_COLUMNS = columnsFor(MapInfo);
export const INFO = Object.keys(INFO_COLUMNS) as (keyof MapInfo)[];

export const quoted = (name: string): string => `"${name}"`;
export const columnsOf = (table: TableName): string[] => Object.keys(COLUMNS[table]);
/** Columns of a change as the wire carries it: without the edit. */
export const CHANGE_COLUMNS = Object.keys(CHANGE).map(quoted).join(', ');

/** A statement, its parameters, and a name under which Postgres keeps the plan: one per combination of parts. */
export interface Statement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: unknown[];
}

/** Statements whose text is kept here, and whose plan by each connection of the pool; the rest are planned every time. */
const MOST_KEPT = 100;
const texts = new Map<string, string>();

/** Answers one row, `written`: 1 when the fence held, 0 when nothing was written. */
export function commitStatement(write: Write): Statement {
  const { info, puts, drops } = projection(write);
  const to = write.changes.at(-1)?.version ?? write.from;
  const values: unknown[] = [
    write.map,
    write.from,
    to,
    // A map has not changed for those who list it when someone only read in it.
    write.changes.findLast(({ patches }) => !isAside(patches))?.at ?? null,
    JSON.stringify(marksJson(write)),
  ];
  const parts: Part[] = [];
  if (write.changes.length > 0) {
    parts.push('log');
    values.push(JSON.stringify(write.changes));
  }
  if (info) {
    parts.push('info');
    values.push(JSON.stringify(info));
  }
  for (const table of TABLES) {
    const rows = puts.get(table);
    if (rows) {
      parts.push(`put:${table}`);
      values.push(JSON.stringify([...rows.values()]));
    }
    const ids = drops.get(table);
    if (ids) {
      parts.push(`drop:${table}`);
      values.push([...ids]);
    }
  }
  const name = `commit ${parts.join(' ')}`;
  const text = texts.get(name) ?? statementText(parts);
  if (texts.size < MOST_KEPT) texts.set(name, text);
  return { name: texts.has(name) ? shortName(name) : undefined, text, values };
}

type Part = 'log' | 'info' | `put:${TableName}` | `drop:${TableName}`;

/** The last state of every entity that a batch touched: a row can be written once per statement. */
function projection({ changes }: Write) {
  let info: MapInfo | undefined;
  const puts = new Map<TableName, Map<Id, unknown>>();
  const drops = new Map<TableName, Set<Id>>();
  const at = <V>(byTable: Map<TableName, V>, table: TableName, fresh: () => V): V => {
    const found = byTable.get(table) ?? fresh();
    byTable.set(table, found);
    return found;
  };
  for (const patch of changes.flatMap((change) => change.patches)) {
    if (patch.table === 'info') {
      info = patch.put;
    } else if ('put' in patch) {
      at(puts, patch.table, () => new Map<Id, unknown>()).set(patch.put.id, patch.put);
      drops.get(patch.table)?.delete(patch.put.id);
    } else {
      at(drops, patch.table, () => new Set<Id>()).add(patch.drop);
      puts.get(patch.table)?.delete(patch.drop);
    }
  }
  return { info, puts, drops };
}

function marksJson({ marks }: Write) {
  return marks.map(({ before, mark: { client, by, lastSeq, verdicts } }) => {
    const refusals = verdicts.filter((verdict) => 'refusal' in verdict);
    return { client, by, before, last_seq: lastSeq, refusals };
  });
}

/** `as x(id uuid, …)` for jsonb_to_recordset. */
const recordOf = (columns: Record<string, string>): string =>
  `x(${Object.entries(columns).map(([name, type]) => `${quoted(name)} ${type}`).join(', ')})`; // prettier-ignore

const MARKS = recordOf({ client: 'uuid', by: 'uuid', before: 'int', last_seq: 'int', refusals: 'jsonb' });

function statementText(parts: readonly Part[]): string {
  const steps = parts.flatMap((part, i) =>
    part === 'info' ? [] : [`${quoted(part)} as (${partText(part, i + 6)})`],
  );
  const info = parts.indexOf('info');
  // A statement may update a row once: the fence sets the map's heading too.
  const heading =
    info < 0
      ? ''
      : INFO.map((name) => `, ${name} = ($${info + 6}::jsonb ->> '${name}')::${INFO_COLUMNS[name]}`).join('');
  return `with fence as (
      update maps set version = $3, changed_at = coalesce($4::bigint, changed_at)${heading}
      where id = $1 and version = $2 and not exists (
        select 1 from jsonb_to_recordset($5::jsonb) as ${MARKS}
        left join clients c on c.map_id = $1 and c.client = x.client 
        where coalesce(
          c.last_seq,
          (select max(l.seq) from changes l where l.map_id = $1 and l.client = x.client),
          0) <> x.before)
      returning id),
    marks as (
      insert into clients (map_id, client, "by", last_seq, refusals)
      select fence.id, x.client, x."by", x.last_seq, x.refusals from fence, jsonb_to_recordset($5::jsonb) as ${MARKS}
      on conflict (map_id, client) do update
      set last_seq = excluded.last_seq, refusals = excluded.refusals, seen_at = now())
    ${steps.map((step) => `, ${step}`).join('')}
    select count(*)::int as written from fence`;
}

function partText(part: Exclude<Part, 'info'>, parameter: number): string {
  if (part === 'log') {
    const columns = { ...CHANGE, edit: 'jsonb' };
    const names = Object.keys(columns).map(quoted);
    return `insert into changes (map_id, ${names.join(', ')}) select fence.id, ${names.map((name) => `x.${name}`).join(', ')}
      from fence, jsonb_to_recordset($${parameter}::jsonb) as ${recordOf(columns)}`;
  }
  const [verb, table] = part.split(':') as ['put' | 'drop', TableName];
  if (verb === 'drop')
    return `delete from ${quoted(table)} t using fence where t.map_id = fence.id and t.id = any($${parameter}::uuid[])`;
  const names = columnsOf(table).map(quoted);
  const set = names.filter((name) => name !== '"id"').map((name) => `${name} = excluded.${name}`);
  return `insert into ${quoted(table)} (map_id, ${names.join(', ')}) select fence.id, ${names.map((name) => `x.${name}`).join(', ')}
    from fence, jsonb_to_recordset($${parameter}::jsonb) as ${recordOf(COLUMNS[table])}
    on conflict (map_id, id) do update set ${set.join(', ')}`;
}

/** Postgres cuts names at 63 bytes. */
function shortName(name: string): string {
  let hash = 0;
  for (const character of name) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return `commit-${hash.toString(36)}-${name.length}`;
}
