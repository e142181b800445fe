// `counterpoint convert`: the formats on the command line, without a server. scripts/counterpoint.mjs calls `run`.
import {
  ok,
  refuse,
  reportLines,
  type Loss,
  type MapContent,
  type Result,
  type Told,
} from '@counterpoint/shared';
import fs from 'node:fs/promises';
import path from 'node:path';
import { askedIn, HELP } from './cliArguments.ts';
import { write } from './convert.ts';
import { idsFrom } from './ids.ts';
import { readEach } from './reading.ts';
import { textOf } from './readingText.ts';

export { HELP };

/** The process's own streams, or those of a test. */
export interface Streams {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: (bytes: Uint8Array) => void;
  /** One line for a person. */
  readonly say: (line: string) => void;
}

const PROCESS: Streams = {
  input: process.stdin,
  output: (bytes) => void process.stdout.write(bytes),
  say: (line) => void process.stderr.write(`${line}\n`),
};

/** Answers the exit code: 0, or 1 after one sentence about what is wrong. */
export async function run(args: readonly string[], streams: Streams = PROCESS): Promise<number> {
  const done = await converted(args, streams);
  if (!done.ok) streams.say(done.refusal.message);
  return done.ok ? 0 : 1;
}

async function converted(args: readonly string[], streams: Streams): Promise<Result<undefined>> {
  const asked = askedIn(args);
  if (!asked.ok) return asked;
  if (asked.value === 'help') {
    streams.output(new TextEncoder().encode(`${HELP}\n`));
    return ok(undefined);
  }
  const { from, to, input, output, report, options } = asked.value;
  const file = await fileAt(input, asked.value.at, streams);
  if (!file.ok) return file;
  const read = await contentIn(file.value, { input, from });
  if (!read.ok) return at(input, read);
  const origin = { at: file.value.at, version: 1, permalink: null };
  const written = await write(read.value.value, { format: to, origin, options });
  if (!written.ok) return at(output, written);
  const losses = { reading: read.value.losses, writing: written.value.losses };
  const saved =
    (await save(output, written.value.bytes, streams)) ??
    (report &&
      (await save(report, new TextEncoder().encode(`${JSON.stringify(losses, null, 2)}\n`), streams)));
  if (saved) return saved;
  tell(`Reading ${input}:`, losses.reading, streams);
  tell(`Writing ${output}:`, losses.writing, streams);
  return ok(undefined);
}

interface File {
  readonly bytes: Uint8Array;
  /** In ms since 1970. */
  readonly at: number;
}

async function fileAt(
  input: string,
  given: number | undefined,
  { input: stream }: Streams,
): Promise<Result<File>> {
  if (input === '-') {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return ok({ bytes: Buffer.concat(chunks), at: given ?? Date.now() });
  }
  try {
    const bytes = await fs.readFile(input);
    return ok({ bytes, at: given ?? Math.floor((await fs.stat(input)).mtimeMs) });
  } catch (error) {
    return refuse('not-found', `${input} cannot be read: ${reasonOf(error)}.`);
  }
}

/** Formats in two files find the other one beside the first. */
async function contentIn(
  { bytes, at: time }: File,
  { input, from }: { readonly input: string; readonly from: string | undefined },
): Promise<Result<Told<MapContent>>> {
  const stem = path.join(path.dirname(input), path.parse(input).name);
  const other = await fs.readFile(`${stem}.txt`).catch(() => undefined);
  const text = other && textOf(other);
  const files = readEach(bytes, {
    name: path.basename(input),
    format: from,
    newId: idsFrom(bytes, time),
    at: time,
    beside: (extension) => (extension === 'txt' && text?.ok ? text.value : undefined),
  });
  if (!files.ok) return files;
  if (files.value.count !== 1)
    return refuse('invalid', `the archive holds ${files.value.count} files; one is converted at a time.`);
  const [file] = files.value;
  if (!file) return refuse('invalid', 'the archive is empty.');
  if (file.bug) throw file.bug;
  return file.result;
}

async function save(
  file: string,
  bytes: Uint8Array,
  { output }: Streams,
): Promise<Result<never> | undefined> {
  if (file === '-') {
    output(bytes);
    return undefined;
  }
  try {
    await fs.writeFile(file, bytes);
    return undefined;
  } catch (error) {
    return refuse('not-allowed', `${file} cannot be written: ${reasonOf(error)}.`);
  }
}

function tell(title: string, losses: readonly Loss[], { say }: Streams): void {
  const lines = reportLines(losses, 'en');
  if (lines.length > 0) for (const line of [title, ...lines.map((each) => `  ${each}`)]) say(line);
}

function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  return code === 'EACCES' ? 'it is not allowed' : String(error);
}

function at<T>(name: string, result: Result<T>): Result<T> {
  return result.ok ? result : refuse(result.refusal.code, `${name}: ${result.refusal.message}`);
}
