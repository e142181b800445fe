// A backup is gzip over: one line of JSON that says what follows, the rows of each table as COPY writes them, and a mark.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refused } from '../refused.ts';

const Head = z.object({
  format: z.literal('counterpoint backup'),
  version: z.literal(1),
  /** When the snapshot was taken. */
  at: z.iso.datetime(),
  /** Names of the migrations that the database had, oldest first. */
  migrations: z.array(z.string()),
  /** In the order of the rows that follow. In COPY's text format a row is one line, whatever it holds. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int().min(0) })),
});
export type Head = z.infer<typeof Head>;
export type Table = Head['tables'][number];

/** A head is longer only in a file of another kind. */
const LONGEST_HEAD = 1 << 20;
const NEWLINE = 10;
const NONE = new Uint8Array();

export async function* written(head: Head, rows: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const first = Buffer.from(`${JSON.stringify(head)}\n`);
  hash.update(first);
  yield first;
  for await (const chunk of rows) {
    hash.update(chunk);
    yield chunk;
  }
  yield Buffer.from(`end ${hash.digest('hex')}\n`);
}

/** Reads in the order of writing: `open`, then `rows` of every table of the head, then `close`. */
export class BackupReader {
  private rest: Uint8Array = NONE;
  private readonly hash = createHash('sha256');
  private readonly chunks: AsyncIterator<Uint8Array>;

  private constructor(
    private readonly name: string,
    chunks: AsyncIterable<Uint8Array>,
  ) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** `name` is the file's, for sentences. */
  static async open(
    name: string,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<{ head: Head; reader: BackupReader }> {
    const reader = new BackupReader(name, chunks);
    const line = await reader.line().catch(unlessRefused);
    const head = Head.safeParse(jsonIn(line));
    if (!head.success) throw new Refused(`${name} is not a backup that this version of Counterpoint reads.`);
    reader.hash.update(line);
    return { head: head.data, reader };
  }

  /** Pieces of any length, which together are the next `count` lines. */
  async *rows(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0;) {
      const chunk = await this.next();
      let end = 0;
      while (left > 0 && end < chunk.length) {
        const at = chunk.indexOf(NEWLINE, end);
        end = at < 0 ? chunk.length : at + 1;
        if (at >= 0) left -= 1;
      }
      this.rest = chunk.subarray(end);
      this.hash.update(chunk.subarray(0, end));
      yield chunk.subarray(0, end);
    }
  }

  async skip(count: number): Promise<void> {
    const pieces = this.rows(count);
    while (!(await pieces.next()).done);
  }

  /** Throws unless the mark is there, it is that of all that was read, and nothing follows. */
  async close(): Promise<void> {
    const mark = `end ${this.hash.digest('hex')}\n`;
    if ((await this.line()).toString() !== mark || this.rest.length > 0 || (await this.more()))
      throw this.cut();
  }

  private async line(): Promise<Buffer> {
    let line = Buffer.alloc(0);
    while (line.at(-1) !== NEWLINE && line.length < LONGEST_HEAD) {
      const chunk = await this.next();
      const at = chunk.indexOf(NEWLINE);
      const end = at < 0 ? chunk.length : at + 1;
      line = Buffer.concat([line, chunk.subarray(0, end)]);
      this.rest = chunk.subarray(end);
    }
    return line;
  }

  private async next(): Promise<Uint8Array> {
    if (this.rest.length === 0 && !(await this.more())) throw this.cut();
    return this.rest;
  }

  /** Whether there is more; it is then in `rest`. */
  private async more(): Promise<boolean> {
    try {
      for (;;) {
        const next = await this.chunks.next();
        if (next.done === true) return false;
        this.rest = next.value;
        if (this.rest.length > 0) return true;
      }
    } catch (error) {
      // What zlib says of bytes that are missing or changed.
      if (/^Z_/.test(codeOf(error))) throw this.cut();
      throw error;
    }
  }

  private cut(): Refused {
    return new Refused(`${this.name} is damaged: it was cut short or changed after it was written.`);
  }
}

/** Before its head is read, a damaged file is just any file. */
function unlessRefused(error: unknown): Buffer {
  if (error instanceof Refused) return Buffer.alloc(0);
  throw error;
}

function jsonIn(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
