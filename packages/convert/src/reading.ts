// Files become contents: one file, or all files of a zip archive, each with a result of its own.
import {
  detected,
  formatOf,
  ok,
  refuse,
  type Id,
  type MapContent,
  type Reading,
  type Refused,
  type Result,
  type Told,
} from '@counterpoint/shared';
import { textOf } from './readingText.ts';
import { entriesOf, isZip, type ZipEntry } from './zip.ts';

export interface ReadingOptions {
  /** The name of the upload. */
  readonly name: string;
  /** Of formats.ts; without it each file's own is told from its content. */
  readonly format?: string | undefined;
  /** Ids for what has none in the files, ascending. */
  readonly newId: () => Id;
  /** Time of what has none in the files, in ms since 1970. */
  readonly at: number;
  /** For a single file: see Reading. */
  readonly beside?: Reading['beside'];
}

export interface ReadFile {
  readonly name: string;
  /** The id of the format it was read in; null when that stayed unknown. */
  readonly format: string | null;
  readonly result: Result<Told<MapContent>>;
  /** What a reader threw, for whoever mends it. */
  readonly bug?: Error;
}

/** All at once; refused when the archive itself cannot be opened. */
export function read(bytes: Uint8Array, options: ReadingOptions): Result<ReadFile[]> {
  const files = readEach(bytes, options);
  return files.ok ? ok([...files.value]) : files;
}

/** The number of files, and the files one after the other, as they are asked for. */
export function readEach(
  bytes: Uint8Array,
  options: ReadingOptions,
): Result<Iterable<ReadFile> & { readonly count: number }> {
  if (!isZip(bytes)) {
    const file = { name: options.name, bytes: () => ok(bytes) };
    return ok(eachOf([file], (one) => readOne(one, options, options.beside ?? (() => undefined))));
  }
  const entries = entriesOf(bytes);
  if (!entries.ok) return entries;
  if (entries.value.length === 0) return refuse('invalid', 'The zip archive is empty.');
  const { files, beside } = paired(entries.value);
  return ok(eachOf(files, (one) => readOne(one, options, (extension) => beside(one.name, extension))));
}

function eachOf(files: readonly ZipEntry[], reading: (file: ZipEntry) => ReadFile) {
  return {
    count: files.length,
    *[Symbol.iterator](): Generator<ReadFile> {
      for (const file of files) yield reading(file);
    },
  };
}

/** Files that are the other half of a pair are read with it and not by themselves. */
function paired(entries: readonly ZipEntry[]) {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const halves = new Set(
    entries.flatMap(({ name }) => (/\.ann$/i.test(name) ? [besideName(name, 'txt').toLowerCase()] : [])),
  );
  const beside = (name: string, extension: string): string | undefined => {
    const bytes = byName.get(besideName(name, extension).toLowerCase())?.bytes();
    const text = bytes?.ok ? textOf(bytes.value) : undefined;
    return text?.ok ? text.value : undefined;
  };
  return { files: entries.filter(({ name }) => !halves.has(name.toLowerCase())), beside };
}

const besideName = (name: string, extension: string): string =>
  `${name.replace(/\.[^./]*$/, '')}.${extension}`;

function readOne(
  { name, bytes }: ZipEntry,
  { format: asked, newId, at }: ReadingOptions,
  beside: NonNullable<Reading['beside']>,
): ReadFile {
  const unpacked = bytes();
  if (!unpacked.ok) return { name, format: null, result: unpacked };
  const text = textOf(unpacked.value);
  if (!text.ok) return { name, format: null, result: text };
  const format = asked === undefined ? detected(text.value, name) : formatOf(asked);
  if (!format?.read) return { name, format: null, result: unknownFormat(text.value, asked) };
  try {
    const title = name.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
    return { name, format: format.id, result: format.read(text.value, { newId, at, name: title, beside }) };
  } catch (thrown) {
    // One file that a reader fails on must not take the others along.
    const bug = new Error(`the reader of ${format.id} threw`, { cause: thrown });
    return { name, format: format.id, result: refuse('internal', 'The file could not be read.'), bug };
  }
}

function unknownFormat(text: string, asked: string | undefined): ReadFile['result'] {
  if (asked !== undefined)
    return refuse('unsupported-format', `Maps cannot be imported from the format "${asked.slice(0, 40)}".`);
  if (text.trim() === '') return refuse('invalid', 'The file is empty.');
  return (
    brokenJson(text) ??
    refuse('unsupported-format', 'The file is in none of the formats that can be imported.')
  );
}

/** Half a file is told by no format, but what begins as JSON was meant as JSON. */
function brokenJson(text: string): Refused | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    const line = text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length;
    return refuse('invalid', `The file begins as JSON, and breaks in line ${line}.`);
  }
}
