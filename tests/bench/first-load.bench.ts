// What a browser that has nothing kept fetches and how long it waits, on this machine's own line and on a slow one.
import { startApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { aLibrary, FIRST_PAGES, firstLoad } from '../support/firstLoad.ts';
import { median, ms, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';

const ROUNDS = 5;
/** 1.6 Mbit/s and 150 ms: a telephone away from town. */
const SLOW = { bytesPerSecond: 200_000, roundTripMs: 150 };
const kb = (bytes: number): string => `${(bytes / 1_000).toFixed(0)} KB`;

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
const browser = await launchBrowser();
try {
  const library = await aLibrary(api.url);
  const rows: (readonly string[])[] = [['first shown', 'scripts', 'script', 'styles', 'here', 'slow line']];
  for (const page of FIRST_PAGES) {
    await firstLoad(browser, api.url, page, library);
    const here: number[] = [];
    const slow: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      here.push((await firstLoad(browser, api.url, page, library)).ms);
      slow.push((await firstLoad(browser, api.url, page, library, SLOW)).ms);
    }
    const { scripts, scriptBytes, styleBytes } = await firstLoad(browser, api.url, page, library);
    rows.push([page, `${scripts}`, kb(scriptBytes), kb(styleBytes), ms(median(here)), ms(median(slow))]);
  }
  table(rows);
} finally {
  await browser.close();
  await api.stop();
  await postgres.stop();
}
