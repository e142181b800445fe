// Counterpoint's own format: the map and nothing but the map, whole. What it reads back equals what it wrote.
import type { z } from 'zod';
import { MapInfo, newerInfo } from '../map/info.ts';
import { TABLES, type Entities, type TableName } from '../map/tables/tables.ts';
import { tables, type MapContent } from '../map/map.ts';
import { newerRow } from '../map/older.ts';
import { ok, refuse, type Refused, type Result } from '../result.ts';
import { scoreOf, type Scores } from '../strength/scores.ts';
import type { Change } from '../sync/protocol.ts';
import { webAddressedEdit } from './graph/addresses.ts';
import { ENTITY_SCHEMAS } from './graph/contentSchema.ts';
import { MOST_FILE_BYTES, type Format } from './format.ts';
import { Losses, type Told } from './loss.ts';
import { unsound } from './graph/soundness.ts';

const FORMAT = 'counterpoint';
/** Raised when older servers can no longer make sense of a file; a new section or field alone is no reason. */
const VERSION = 1;

/** Most rows of one kind. */
const MOST_ROWS = 100_000;
/** Longest list within a row; schemas ask for less, but only after they looked at every part. */
const MOST_PARTS = 10_000;

export const json: Format = {
  id: 'json',
  name: 'Counterpoint JSON',
  mediaType: 'application/json',
  extension: 'json',
  write: (content, { scores }) => ({ value: jsonOf(content, undefined, scores), losses: [] }),
  read: contentOfJson,
  lossless: true,
  looksLike: (start) => /^\ufeff?\s*\{\s*"format"\s*:\s*"counterpoint"/.test(start),
};

/** `history` is as much of the log as the asker may see; `scores` are of the map that the content is a part of.
 * Rows by id, one a line, fields in one order: the same map is the same file, and a diff of two files can be read. */
export function jsonOf(content: MapContent, history?: readonly Change[], scores?: Scores): string {
  const sections = TABLES.map((table) => {
    const rows = [...content[table]].sort((a, b) => (a.id < b.id ? -1 : 1));
    const lines = rows.map((row) => `\n      ${JSON.stringify(ordered(row))}`);
    return `,\n    "${table}": [${lines.join(',')}${lines.length > 0 ? '\n    ' : ''}]`;
  });
  const info = JSON.stringify(ordered(content.info));
  const changes = (history ?? []).map((change) => `\n    ${JSON.stringify(change)}`);
  const log = history ? `,\n  "history": [${changes.join(',')}\n  ]` : '';
  return `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "map": {\n    "info": ${info}${sections.join('')}\n  }${scored(content, scores)}${log}\n}\n`;
}

/** [G15] Beside the map: nothing of it is read back, whoever reads the file counts anew. */
function scored({ claims }: MapContent, scores?: Scores): string {
  if (!scores) return '';
  const { byClaim, at, ...how } = scores;
  const rows = claims
    .flatMap(({ id }) => {
      const shown = byClaim.get(id);
      return shown ? [`\n      ${JSON.stringify(id)}: ${JSON.stringify(scoreOf(shown))}`] : [];
    })
    .sort();
  const head = JSON.stringify({ ...how, at: new Date(at).toISOString() }).slice(1, -1);
  return `,\n  "strength": {${head}, "claims": {${rows.join(',')}${rows.length > 0 ? '\n    ' : ''}}}`;
}

/** What stands first in a row; all other fields follow by name. */
const FIRST_FIELDS = [
  'id',
  'kind',
  'name',
  'title',
  'text',
  'language',
  'home',
  'direction',
  'target',
  'argument',
  'claim',
  'order',
];
const rank = new Map(FIRST_FIELDS.map((name, i) => [name, i]));
const byField = ([a]: [string, unknown], [b]: [string, unknown]): number =>
  (rank.get(a) ?? FIRST_FIELDS.length) - (rank.get(b) ?? FIRST_FIELDS.length) || (a < b ? -1 : 1);

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(byField);
  return Object.fromEntries(fields.map(([name, part]: [string, unknown]) => [name, ordered(part)]));
}

/** The content under the ids of the file. Never throws, whatever the text. */
export function contentOfJson(text: string): Result<Told<MapContent>> {
  if (text.length > MOST_FILE_BYTES)
    return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes.`);
  const file = parsed(text);
  if (!isRecord(file)) return refuse('invalid', 'The file is not a JSON object.');
  if (file['format'] !== FORMAT) return refuse('unsupported-format', `format: is not "${FORMAT}"`);
  if (file['version'] !== VERSION)
    return refuse('unsupported-format', `version: only ${VERSION} can be read here`);
  const { map } = file;
  if (!isRecord(map)) return refuse('invalid', 'map: is missing');
  const losses = new Losses();
  countUnknown(file, { format: 0, version: 0, map, history: 0, strength: file['strength'] }, '', losses);
  // A new map begins its own log: what people did elsewhere cannot be proved here.
  if (Array.isArray(file['history'])) losses.add('history', 'history');
  const content = contentIn(map, losses);
  if (!content.ok) return content;
  return unsound(content.value) ?? ok({ value: content.value, losses: losses.list() });
}

function contentIn(map: Fields, losses: Losses): Result<MapContent> {
  const info = MapInfo.safeParse(isRecord(map['info']) ? newerInfo(map['info']) : map['info']);
  if (!info.success) return misfit(info.error, 'info');
  countUnknown(map['info'], info.data, 'info', losses);
  const content: Record<string, unknown> = { info: info.data };
  for (const table of TABLES) {
    const rows = rowsIn(table, map[table] ?? (tables[table].later ? [] : undefined), losses);
    if (!rows.ok) return rows;
    content[table] = rows.value;
  }
  for (const name of Object.keys(map)) if (!Object.hasOwn(content, name)) losses.add('unknown', short(name));
  return ok(content as MapContent);
}

/** Row by row, so that a hostile file is left at its first fault. */
function rowsIn<T extends TableName>(table: T, list: unknown, losses: Losses): Result<Entities[T][]> {
  if (!Array.isArray(list)) return refuse('invalid', `${table}: must be a list`);
  if (list.length > MOST_ROWS) return refuse('too-large', `${table}: at most ${MOST_ROWS}`);
  const schema: z.ZodType<Entities[T]> = ENTITY_SCHEMAS[table];
  const rows: Entities[T][] = [];
  for (const [i, raw] of list.entries()) {
    const path = `${table}.${i}`;
    if (hasLongList(raw)) return refuse('too-large', `${path}: a list in it is too long`);
    const row = schema.safeParse(table === 'proposals' ? webAddressedProposal(raw, path, losses) : raw);
    if (!row.success) return misfit(row.error, path);
    countUnknown(raw, row.data, path, losses);
    rows.push(newerRow(table, row.data));
  }
  return ok(rows);
}

/** An address that no edit may have must not keep the whole file out. */
const webAddressedProposal = (raw: unknown, path: string, losses: Losses): unknown =>
  isRecord(raw) ? { ...raw, edit: webAddressedEdit(raw['edit'], path, losses) } : raw;

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined when it is no JSON. Files may begin with a byte order mark. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown;
  } catch {
    return undefined;
  }
}

function misfit(error: z.ZodError, path: string): Refused {
  const [issue] = error.issues;
  const field = [path, ...(issue?.path ?? [])].map((part) => short(String(part))).join('.');
  return refuse('invalid', `${field}: ${short(issue?.message ?? 'does not match', 200)}`);
}

/** A wording beside a claim, or an edit of a batch: no row has lists elsewhere. */
function hasLongList(raw: unknown): boolean {
  if (!isRecord(raw)) return false;
  const inEdit = isRecord(raw['edit']) ? Object.values(raw['edit']) : [];
  return [...Object.values(raw), ...inEdit].some((part) => Array.isArray(part) && part.length > MOST_PARTS);
}

/** Counts what stands in the file and was not read. */
function countUnknown(raw: unknown, read: unknown, path: string, losses: Losses): void {
  if (Array.isArray(raw) && Array.isArray(read)) {
    for (const [i, part] of raw.entries()) countUnknown(part, read[i], `${path}.${i}`, losses);
  } else if (isRecord(raw) && isRecord(read) && raw !== read) {
    for (const [name, part] of Object.entries(raw)) {
      const at = path ? `${path}.${short(name)}` : short(name);
      if (Object.hasOwn(read, name)) countUnknown(part, read[name], at, losses);
      else losses.add('unknown', at);
    }
  }
}

const short = (text: string, most = 60): string => (text.length <= most ? text : `${text.slice(0, most)}…`);
