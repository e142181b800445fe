// JSON as the tools of AIF and SADFace write it: fields of any type, lists that are null, ids as numbers or strings.
// Nothing here refuses a file for a field; what is not understood is told.
import { ok, refuse, type Result } from '../../result.ts';
import { faultIn } from './aifFault.ts';
import { MOST_FILE_BYTES } from '../format.ts';
import type { Losses } from '../loss.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface AifNode {
  /** Unique among nodes, but for nodes of which the file gives the id twice. */
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly fields: Fields;
  readonly where: string;
}

export interface AifEdge {
  readonly from: AifNode;
  readonly to: AifNode;
  readonly where: string;
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that a file is. Refuses what is no JSON, with line and column of the fault. */
export function fieldsOf(text: string): Result<Fields> {
  if (text.length > MOST_FILE_BYTES)
    return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes.`);
  const json = text.replace(/^\ufeff/, '');
  if (json.trim() === '') return refuse('invalid', 'The file is empty.');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refuse('invalid', `The file is not JSON: ${faultIn(json)}.`);
  }
  return isFields(value) ? ok(value) : refuse('invalid', 'line 1: the file is not a JSON object.');
}

export const textIn = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** An id, whether the tool writes it as a number or a string; empty where there is none. */
export const idIn = (fields: Fields, name: string): string => textIn(fields, name).trim();

export interface Row {
  readonly fields: Fields;
  /** The path of the row in the file. */
  readonly where: string;
}

/** Reads rows and tells each name of a field that it does not know once for the file. */
export class Rows {
  private readonly told = new Set<string>();

  constructor(private readonly losses: Losses) {}

  /** The objects of a list; a list that is missing has none. */
  *of(parent: Fields, path: string, name: string, known: ReadonlySet<string>): Generator<Row> {
    const list = parent[name];
    if (!Array.isArray(list)) {
      if (!isEmpty(list)) this.losses.add('unknown', path + name);
      return;
    }
    const at = path + name;
    for (const [i, fields] of (list as readonly unknown[]).entries()) {
      const where = `${at}.${i}`;
      if (!isFields(fields)) {
        this.losses.add('unknown', where);
        continue;
      }
      this.tell(fields, known, at);
      yield { fields, where };
    }
  }

  /** Tells what an object has beside `known`, unless it says nothing. */
  tell(fields: Fields, known: ReadonlySet<string>, path: string): void {
    for (const name in fields) {
      if (known.has(name)) continue;
      const where = path === '' ? short(name) : `${path}.${short(name)}`;
      if (this.told.has(where) || isEmpty(fields[name])) continue;
      this.told.add(where);
      this.losses.add('unknown', where);
    }
  }
}

/** Null, false, no words, an empty list, or an object of nothing but these. */
export function isEmpty(value: unknown, depth = 0): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isFields(value) && depth < 2 && Object.values(value).every((part) => isEmpty(part, depth + 1));
}

const short = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 60)}…`);

/** With fields by name throughout: the same map is the same file, in whatever order its fields were made. */
export function byName(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byName);
  if (!isFields(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, byName(value[name])]));
}

/** A list in a file, a row a line: a diff of two files can be read. */
export const listed = (rows: readonly unknown[], indent: string): string =>
  rows.length === 0
    ? '[]'
    : `[\n${rows.map((row) => `${indent}  ${JSON.stringify(row)}`).join(',\n')}\n${indent}]`;

/** Names of fields in the beginning of a JSON object: those of the object itself, and those down to three levels in. */
export function namesIn(start: string): {
  readonly top: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
} {
  const top = new Set<string>();
  const all = new Set<string>();
  if (!/^\ufeff?\s*\{/.test(start)) return { top, all };
  let depth = 0;
  for (let i = start.indexOf('{'); i < start.length; i++) {
    const sign = start[i];
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    else if (sign === '"') {
      const from = i + 1;
      for (i = from; i < start.length && start[i] !== '"'; i++) if (start[i] === '\\') i++;
      if (depth > 4 || !/^\s*:/.test(start.slice(i + 1, i + 20))) continue;
      all.add(start.slice(from, i));
      if (depth === 1) top.add(start.slice(from, i));
    }
  }
  return { top, all };
}
