// Runs in a thread of its own, so that neither a hostile file nor a long PDF holds up the server: workers.ts starts it,
// gives it one piece of work at a time, and ends it when it takes too long or too much memory.
import {
  renew,
  together,
  type Loss,
  type MapContent,
  type ReadText,
  type Result,
} from '@counterpoint/shared';
import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { write, type Asked, type Written } from './convert.ts';
import { idsFrom } from './ids.ts';
import { readEach, type ReadFile } from './reading.ts';
import { readText } from './text.ts';

export interface ReadAsked {
  readonly name: string;
  readonly format?: string | undefined;
  /** Time of what has none in the file, in ms since 1970. */
  readonly at: number;
  /** Only what the files hold, without their contents. */
  readonly preview: boolean;
}

/** What became of one file; the content comes under new ids. */
export interface FileRead {
  readonly name: string;
  readonly format: string | null;
  readonly result: Result<{
    readonly title: string;
    readonly claims: number;
    readonly arguments: number;
    readonly losses: readonly Loss[];
    /** Undefined in a preview. */
    readonly content?: MapContent;
  }>;
  /** What a reader threw. */
  readonly bug?: string;
}

export type ToWorker =
  | { readonly do: 'write'; readonly content: MapContent; readonly asked: Asked }
  | { readonly do: 'read'; readonly bytes: Uint8Array; readonly asked: ReadAsked }
  | { readonly do: 'read-text'; readonly from: Uint8Array | string; readonly name: string }
  /** The last file was taken: the next may come. */
  | { readonly do: 'go-on' };

export type FromWorker =
  | { readonly tells: 'progress'; readonly done: number; readonly stage: string }
  | { readonly tells: 'file'; readonly file: FileRead }
  | { readonly tells: 'written'; readonly result: Result<Written> }
  | { readonly tells: 'read'; readonly result: Result<undefined> }
  | { readonly tells: 'text'; readonly result: Result<ReadText> }
  | { readonly tells: 'bug'; readonly stack: string };

const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread only');

const tell = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
const progress = (done: number, stage: string): void => tell({ tells: 'progress', done, stage });

port.on('message', (message: ToWorker) => {
  if (message.do === 'go-on') return;
  work(message).catch((bug: unknown) => tell({ tells: 'bug', stack: inspect(bug) }));
});

async function work(message: Exclude<ToWorker, { do: 'go-on' }>): Promise<void> {
  if (message.do === 'read') return readFiles(message.bytes, message.asked);
  if (message.do === 'read-text') {
    tell({ tells: 'text', result: await readText(message.from, message.name) });
    return;
  }
  const result = await write(message.content, message.asked, progress);
  // A view of a pooled buffer cannot be handed over; a copy of its own can.
  const own = result.ok && { ...result.value, bytes: new Uint8Array(result.value.bytes) };
  tell({ tells: 'written', result: own ? { ok: true, value: own } : result }, own ? [own.bytes.buffer] : []);
}

async function readFiles(bytes: Uint8Array, asked: ReadAsked): Promise<void> {
  const newId = idsFrom(randomBytes(16), asked.at);
  const files = readEach(bytes, { ...asked, newId });
  if (!files.ok) {
    tell({ tells: 'read', result: files });
    return;
  }
  let done = 0;
  for (const file of files.value) {
    const taken = new Promise<void>((resolve) => port?.once('message', () => resolve()));
    tell({ tells: 'file', file: told(file, asked.preview, newId) });
    done += 1;
    progress(done / files.value.count, 'read');
    await taken;
  }
  tell({ tells: 'read', result: { ok: true, value: undefined } });
}

function told({ name, format, result, bug }: ReadFile, preview: boolean, newId: () => string): FileRead {
  const thrown = bug === undefined ? {} : { bug: inspect(bug) };
  if (!result.ok) return { name, format, result, ...thrown };
  const { value, losses } = result.value;
  const summary = {
    title: value.info.title,
    claims: value.claims.length,
    arguments: value.arguments.length,
    losses: together(losses),
  };
  const content = preview ? {} : { content: renew(value, newId) };
  return { name, format, result: { ok: true, value: { ...summary, ...content } } };
}
