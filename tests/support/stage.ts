// What a story in the browser plays on: a server with a database of its own, and a browser. They are started once for all files of a
// process, since their start takes longer than many a story. Who restarts the server, sets it up otherwise or counts in its database
// starts one of their own.
import type { Browser } from 'playwright-core';
import { startApi, type RunningApi } from './api.ts';
import { launchBrowser } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './testDatabase.ts';

export interface Stage {
  readonly api: RunningApi;
  readonly browser: Browser;
  readonly database: TestDatabase;
}

let stage: Promise<Stage> | undefined;

export function theStage(): Promise<Stage> {
  Object.assign(globalThis, { endStage });
  return (stage ??= build());
}

/** Closes what a file opened in the browser. */
export async function clearStage(): Promise<void> {
  const { browser } = await theStage();
  await Promise.all(browser.contexts().map((context) => context.close()));
}

async function build(): Promise<Stage> {
  const database = await createTestDatabase();
  const [api, browser] = await Promise.all([startApi({ databaseUrl: database.url }), launchBrowser()]);
  return { api, browser, database };
}

/** For postgres.teardown.mjs, where there is one process for all. */
async function endStage(): Promise<void> {
  const built = await stage;
  await built?.browser.close();
  await built?.api.stop();
}
