// [S-19] [H8] The report of a debate of 5,000 changes, in a browser: when its plots stand, how much came for them, and for how
// long the page heard nothing. With strengths, whose past is counted from all of the log, beside the same map without.
import type { Page } from 'playwright-core';
import { startApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Person } from '../support/people.ts';
import { Reader } from '../support/reader.ts';
import { load, ms, table } from './figures.ts';
import { debated } from './longDebate.ts';
import { benchPostgres } from './postgres.ts';

const CHANGES = 5_000;
const ROUNDS = 5;

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
const browser = await launchBrowser();
const rows: (readonly string[])[] = [['strengths', 'round', 'plots after', 'log', 'longest tasks']];
try {
  const owner = new Person(api.url);
  await owner.signUp('Olga');
  const map = await owner.newMap('河上的桥');
  await owner.edit(map, [{ kind: 'change-settings', set: { votes: 'open' } }]);
  await debated(owner, map, CHANGES, { votes: true });
  for (const strength of ['off', 'quadratic-energy'] as const) {
    if (strength !== 'off') await owner.edit(map, [{ kind: 'change-settings', set: { strength } }]);
    for (let round = 1; round <= ROUNDS; round++) {
      const reader = await Reader.at(browser, api.url, { cookie: owner.headers['cookie'] ?? '' });
      const shown = await opened(reader.page, map, strength !== 'off');
      rows.push([
        strength,
        `${round}`,
        ms(shown.after),
        `${Math.round(shown.bytes / 1_000)} KB`,
        shown.tasks,
      ]);
      await reader.context.close();
    }
  }
  console.log(`${CHANGES} changes, ${load()}`);
  table(rows);
} finally {
  await browser.close();
  await api.stop();
  await postgres.stop();
}

interface Shown {
  readonly after: number;
  /** Of the log, on the line. */
  readonly bytes: number;
  readonly tasks: string;
}

async function opened(page: Page, map: string, hasStrengths: boolean): Promise<Shown> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  const begin = performance.now();
  await page.goto(`/maps/${map}?view=report`);
  await page.locator('.report-branches').waitFor();
  if (hasStrengths) await page.locator('.report-label').first().waitFor();
  const after = performance.now() - begin;
  // What comes by itself afterwards is the report's, too.
  await page.waitForTimeout(1_500);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  const bytes = await page.evaluate<number>(
    `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/changes?')).reduce((sum, one) => sum + one.transferSize, 0)`,
  );
  return { after, bytes, tasks: longestOf(trace.traceEvents) };
}

/** Times in µs; `tdur` is what a thread worked, however many others wanted the processor. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

function longestOf(events: readonly TraceEvent[]): string {
  const mains = new Set(events.flatMap(({ name, args, pid, tid }) => (name === 'thread_name' && args.name === 'CrRendererMain' ? `${pid} ${tid}` : []))); // prettier-ignore
  const tasks = events.filter(({ name, pid, tid, tdur }) => name.endsWith('RunTask') && tdur !== undefined && mains.has(`${pid} ${tid}`)); // prettier-ignore
  const from = Math.min(...tasks.map(({ ts }) => ts));
  const longest = tasks.sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0)).slice(0, 6);
  return longest.map(({ ts, tdur = 0 }) => `${Math.round(tdur / 1_000)} ms at ${Math.round((ts - from) / 1_000)}`).join(', '); // prettier-ignore
}
