// [A-11] Words among 100,000 claims in ten maps of one person: over REST, and by SQL against a scan of the claims.
import {
  contentOf,
  emptyMap,
  jsonOf,
  pairsIn,
  type Hits,
  type Id,
  type MapContent,
} from '@counterpoint/shared';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { candidatesSql } from '../../apps/api/dist/search/search.queries.js';
import { startApi } from '../support/api.ts';
import { Person } from '../support/people.ts';
import { barred, median, ms, percentile, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';

const MAPS = 10;
const CLAIMS = 10_000;
const LENGTH = 60;
const ROUNDS = 40;
const BAR = 50;
/** How rare each word is: it stands in every so many-th claim; 0 for none. */
const WORDS = { 开源: 4_000, 开源生态: 10_000, 国家: 2, '国家 开源': 8_000, 花园: 0 };

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
const sql = new pg.Client({ connectionString: postgres.url });
await sql.connect();
try {
  const person = new Person(api.url);
  await person.signUp('Olga');
  const maps: Id[] = [];
  for (let i = 0; i < MAPS; i++) {
    const answer = await person.send('POST', '/api/maps/import', jsonOf(aContent(i)), { 'content-type': 'application/octet-stream' }); // prettier-ignore
    maps.push(((await answer.json()) as { map: { id: Id } }).map.id);
  }
  const search = (q: string, map?: Id) =>
    person.ask<Hits>('GET', `/api/${map ? `maps/${map}/` : ''}search?q=${encodeURIComponent(q)}`);
  const rows: (readonly string[])[] = [[`${MAPS * CLAIMS} claims`, 'p50', 'bar', 'p95']];
  const time = async (what: string, bar: number, times: number, work: (i: number) => Promise<unknown>) => {
    const took: number[] = [];
    for (let i = 0; i < times; i++) {
      const begin = performance.now();
      await work(i);
      took.push(performance.now() - begin);
    }
    rows.push([...barred(what, median(took), bar), ms(percentile(took, 0.95))]);
  };
  await time('the first search: everything is gathered', 120_000, 1, () => search('花园'));
  const words = Object.entries(WORDS);
  for (const [q, every] of words) {
    const { hits } = await search(q);
    const wanted = every === 0 ? 0 : Math.min(20, Math.floor((MAPS * CLAIMS) / every));
    if (hits.length < wanted) throw new Error(`${q}: ${hits.length} of ${wanted}`);
    await time(`${q}, in ${hits.length < 20 ? hits.length : 'many'}: all maps, before statistics`, BAR, ROUNDS, () => search(q)); // prettier-ignore
  }
  await sql.query('vacuum analyze');
  for (const [q] of words) {
    await time(`${q}: all maps`, BAR, ROUNDS, () => search(q));
    await time(`${q}: one map`, BAR, ROUNDS, (i) => search(q, maps[i % MAPS]));
  }
  await time('one map, each time after an edit', BAR, ROUNDS, async (i) => {
    await person.edit(maps[0]!, [{ kind: 'add-claim', claim: uuidv7(), text: `开源 ${i}`, language: 'zh', to: { at: 'thesis', order: 'a0' } }]); // prettier-ignore
    await search('开源', maps[0]);
  });
  table(rows);
  await compared(maps);
} finally {
  await sql.end();
  await api.stop();
  await postgres.stop();
}

/** The same words by the index and by looking at every claim, taken in turn. */
async function compared(maps: readonly Id[]): Promise<void> {
  const rows: (readonly string[])[] = [['by SQL, all maps', 'by the index', 'scan of the claims', 'plan']];
  for (const q of Object.keys(WORDS)) {
    const values = [maps, pairsIn(q), null, null, null, 21];
    const likes = q.split(' ').map((word) => `and text like '%${word}%'`);
    const scan = `select id from claims where map_id = any($1) ${likes.join(' ')} order by at desc limit 21`;
    const arms = {
      index: () => sql.query(candidatesSql(false), values),
      scan: () => sql.query(scan, [maps]),
    };
    const took = { index: [] as number[], scan: [] as number[] };
    for (let i = 0; i < ROUNDS / 4; i++)
      for (const arm of ['index', 'scan'] as const) {
        const begin = performance.now();
        await arms[arm]();
        took[arm].push(performance.now() - begin);
      }
    const plan = await sql.query<Record<string, string>>(`explain ${candidatesSql(false)}`, values); // prettier-ignore
    const scanned = plan.rows
      .map((row) => row['QUERY PLAN'] ?? '')
      .filter((line) => /Scan.*findable/.test(line));
    const p95 = (arm: keyof typeof took): string => ms(percentile(took[arm], 0.95));
    rows.push([
      q,
      p95('index'),
      p95('scan'),
      scanned
        .at(-1)
        ?.trim()
        .replace(/ *\(cost.*/, '') ?? '',
    ]);
  }
  table(rows);
  const { rows: sizes } = await sql.query<{ name: string; size: string }>(
    `select relname as name, pg_size_pretty(pg_relation_size(oid)) as size from pg_class
     where relname like 'findable%' or relname in ('claims', 'changes') order by 1`,
  );
  table(sizes.map(({ name, size }) => [name, size]));
}

/** Theses of characters that are as frequent as those of a language: the n-th one time in n. */
function aContent(seed: number): MapContent {
  let state = seed + 1;
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const character = (): string => String.fromCharCode(0x4e00 + Math.floor(3_000 ** random()) * 6);
  const by = uuidv7();
  const claims = Array.from({ length: CLAIMS }, (_, n): MapContent['claims'][number] => {
    const words = Object.entries(WORDS).filter(
      ([, every]) => every > 0 && (seed * CLAIMS + n) % every === 1 % every,
    );
    const text = words.map(([word]) => word).join('，') + Array.from({ length: LENGTH }, character).join('');
    return { id: uuidv7(), text, language: 'zh', home: null, order: 'a0', side: null, reworded: null, beside: [], removed: null, by, at: n }; // prettier-ignore
  });
  return {
    ...contentOf(emptyMap),
    info: { ...emptyMap.info, title: `Map ${seed}`, language: 'zh' },
    claims,
    participants: [{ id: by, name: 'Olga', role: 'owner', side: null, pseudonym: false, at: 1 }],
  };
}
