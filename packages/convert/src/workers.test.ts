import { afterAll, describe, expect, it } from '@jest/globals';
import { contentOf, ExportOptions, unsound } from '@counterpoint/shared';
import { zipSync, strToU8 } from 'fflate';
import { aMap, anId } from '../../shared/testing/aMap.ts';
import { jsonOf } from '@counterpoint/shared';
import { HandClock } from '../testing/handClock.ts';
import { Workers } from './workers.ts';
import type { FileRead } from './worker.ts';

const workers = new Workers();
afterAll(() => workers.close());

const built = aMap({ title: 'In a thread' });
const thesis = built.thesis('Fees keep people out.');
built.support(thesis, 'They cost.');
const content = contentOf(built.map);
const file = strToU8(jsonOf(content));

const asked = (format: string) => ({
  format,
  origin: { at: 1, version: 1, permalink: null },
  options: ExportOptions.parse({}),
});

async function readIn(
  pool: Workers,
  bytes: Uint8Array,
  more: { signal?: AbortSignal; preview?: boolean; name?: string } = {},
) {
  const files: FileRead[] = [];
  const { preview = false, name = 'in.json', ...watched } = more;
  const result = await pool.read(
    bytes,
    { name, at: 1, preview },
    {
      ...watched,
      onFile: async (one) => void files.push(one),
    },
  );
  return { result, files };
}

describe('the threads', () => {
  it('write what was asked for, and tell how far they are', async () => {
    const stages: string[] = [];
    const written = await workers.write(content, asked('json'), {
      progress: (_, stage) => stages.push(stage),
    });
    expect(written.ok && new TextDecoder().decode(written.value.bytes)).toBe(jsonOf(content));
    expect(stages[0]).toBe('wait');
    expect(stages.at(-1)).toBe('done');
    expect(await workers.write(content, asked('klingon'))).toMatchObject({
      refusal: { code: 'unsupported-format' },
    });
  });

  it('read a file under new ids, or tell what it holds', async () => {
    const { result, files } = await readIn(workers, file);
    expect(result.ok).toBe(true);
    const [read] = files;
    if (!read?.result.ok || !read.result.value.content) throw new Error('not read');
    const { value } = read.result;
    expect(read.result.value).toMatchObject({ title: 'In a thread', claims: 2, arguments: 1, losses: [] });
    expect(unsound(read.result.value.content)).toBeUndefined();
    expect(JSON.stringify(value.content)).not.toContain(thesis);
    const preview = await readIn(workers, file, { preview: true });
    expect(preview.files[0]?.result).toEqual({
      ok: true,
      value: { title: 'In a thread', claims: 2, arguments: 1, losses: [] },
    });
  });

  it('[X-06] hand over a thousand files one by one, each with a result of its own', async () => {
    const names = Array.from({ length: 1_000 }, (_, i) => `maps/${i}.json`);
    const zip = zipSync(Object.fromEntries(names.map((name, i) => [name, i % 10 ? file : strToU8('{')])));
    let open = 0;
    const seen: string[] = [];
    const result = await workers.read(
      zip,
      { name: 'all.zip', at: 1, preview: true },
      {
        onFile: async ({ name, result: one }) => {
          open += 1;
          expect(open).toBe(1);
          await Promise.resolve();
          open -= 1;
          seen.push(`${name} ${one.ok ? 'ok' : one.refusal.code}`);
        },
      },
    );
    expect(result.ok).toBe(true);
    expect(seen).toEqual(names.map((name, i) => `${name} ${i % 10 ? 'ok' : 'invalid'}`));
  });

  it('are given up when they take too long, need too much, or are no longer wanted; the next work is done', async () => {
    const many = {
      ...content,
      claims: Array.from({ length: 40_000 }, (_, i) => ({ ...content.claims[0]!, id: anId(i + 100) })),
      arguments: [],
    };
    const big = strToU8(jsonOf(many));
    // Read in steps of its own, for which 60 MB are less than half of enough; see `memoryMb`.
    const list = strToU8('- One claim of many.\n'.repeat(99_999));
    const small = new Workers({ most: 1, memoryMb: 60 });
    expect((await readIn(small, list, { name: 'in.md' })).result).toMatchObject({
      refusal: { code: 'too-large' },
    });
    const clock = new HandClock();
    const hasty = new Workers({ most: 1, timeMs: 60_000 }, clock);
    const long = readIn(hasty, big);
    clock.pass(60_000);
    expect((await long).result).toMatchObject({ refusal: { code: 'too-large' } });
    const stop = new AbortController();
    const running = readIn(workers, big, { signal: stop.signal });
    stop.abort();
    expect((await running).result).toMatchObject({ refusal: { code: 'busy' } });
    for (const pool of [small, hasty, workers]) expect((await readIn(pool, file)).result.ok).toBe(true);
    await Promise.all([small.close(), hasty.close()]);
  });

  it.each([
    ['within it', 2, 2, true],
    ['beyond it', 9, 3, false],
  ])(
    'have so much time for all files together, while the time of whoever takes them does not count: %s',
    async (_, count, taken, isDone) => {
      const clock = new HandClock();
      const pool = new Workers({ most: 1, timeMs: 1_000 }, clock);
      const names = Array.from({ length: count }, (_, i) => `${i}.json`);
      const zip = zipSync(Object.fromEntries(names.map((name) => [name, file])));
      const files: FileRead[] = [];
      // The thread takes 300 ms for each file, and 300 ms after the last.
      const reading = pool.read(
        zip,
        { name: 'all.zip', at: 1, preview: true },
        {
          async onFile(one) {
            files.push(one);
            clock.pass(100_000);
            void clock.timed().then(() => clock.pass(300));
          },
        },
      );
      clock.pass(300);
      const result = await reading;
      expect(result).toMatchObject(
        isDone
          ? { ok: true }
          : { refusal: { code: 'too-large', message: expect.stringMatching(/too long/) } },
      );
      expect(files.map(({ name, result: one }) => [name, one.ok])).toEqual(
        names.slice(0, taken).map((name) => [name, true]),
      );
      await pool.close();
    },
  );

  it('work at most so many at once, and refuse what would wait too long', async () => {
    const narrow = new Workers({ most: 1, waiting: 2 });
    const stop = new AbortController();
    const results = await Promise.all([
      readIn(narrow, file),
      readIn(narrow, file),
      readIn(narrow, file, { signal: stop.signal }),
      readIn(narrow, file),
      Promise.resolve().then(() => stop.abort()),
    ]);
    const codes = results.map((one) => (one ? (one.result.ok ? 'ok' : one.result.refusal.message) : ''));
    expect(codes.slice(0, 2)).toEqual(['ok', 'ok']);
    expect(codes[2]).toMatch(/taken back/);
    expect(codes[3]).toMatch(/Too many/);
    await narrow.close();
    expect((await readIn(narrow, file, { signal: AbortSignal.abort() })).result.ok).toBe(false);
  });

  it('end when the server does', async () => {
    const pool = new Workers({ most: 1 });
    const [one, two] = [readIn(pool, file), readIn(pool, file)];
    await pool.close();
    for (const { result } of await Promise.all([one, two]))
      expect(result).toMatchObject({ refusal: { code: 'busy' } });
  });
});
