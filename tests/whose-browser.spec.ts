// A browser that goes from one person to another while a page of the first cannot reach the server, which begins anew meanwhile: what
// waits in that page is sent in nobody else's name, and shown to nobody else.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { wireTo, type Wire } from './support/proxy.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

const PASSWORD = 'open sesame 42';
const WORDS = '安娜的支持';

let database: TestDatabase;
let api: RunningApi;
let browser: Browser;
let wire: Wire;
let map: Id;
let owner: Person;
let reader: Reader;

beforeAll(async () => {
  ({ browser } = await theStage());
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
});
afterAll(async () => {
  await clearStage();
  await api.stop();
  await database.drop();
});

/** Anna behind a wire; Ben is in the map, too. Anyone may read it. */
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('研讨课');
  const to = { at: 'thesis', order: 'a0' };
  await owner.edit(map, [{ kind: 'add-claim', claim: uuidv7(), text: '论题', language: 'zh', to }]);
  await owner.edit(map, [{ kind: 'change-settings', set: { access: 'anyone' } }]);
  wire = await wireTo(api.port);
});
afterEach(async () => {
  expect(reader.errors).toEqual([]);
  await reader.context.close();
  await wire.close();
});

async function joined(name: string): Promise<{ readonly login: string; readonly person: Person }> {
  const person = new Person(api.url);
  const login = `${name}-${uuidv7()}`;
  await person.ask('POST', '/api/accounts/sign-up', { login, name, password: PASSWORD });
  await person.join((await owner.invite(map)).token, name);
  return { login, person };
}

const written = async (): Promise<readonly string[]> => {
  const { map: now } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  return now.claims.map(({ text }) => text);
};

/** Anna writes what cannot be sent; then the browser is Ben's, or nobody's. */
async function handOver(login: string | null): Promise<void> {
  wire.cut();
  await reader.state(/已离线/).waitFor();
  await reader.answer('论题', 'p', WORDS);
  const { port } = api;
  await api.stop();
  api = await startApi({ databaseUrl: database.url, port });
  const other = await reader.context.newPage();
  await other.goto(`${api.url}/`);
  await other.evaluate(
    async ([login, password]) => {
      await fetch('/api/accounts/sign-out', { method: 'POST' });
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ login, password });
      if (login !== null) await fetch('/api/accounts/sign-in', { method: 'POST', headers, body });
    },
    [login, PASSWORD] as const,
  );
  await other.close();
}

it.each(['a socket', 'requests'])(
  '[S14] U-12: to another person, in a page that speaks by %s',
  async (way) => {
    const [anna, ben] = [await joined('Anna'), await joined('Ben')];
    reader = await Reader.at(browser, wire.url, { cookie: anna.person.headers['cookie'] ?? '' });
    await reader.open(map);
    await reader.state('已同步').waitFor();
    await handOver(ben.login);
    if (way === 'requests') wire.refuseSockets();
    else wire.mend();
    await reader.page.locator('.no-map').waitFor();
    await reader.page.locator('.kept-words').waitFor();
    expect(await reader.page.getByText(WORDS).count()).toBe(0);
    expect(await written()).toEqual(['论题']);
  },
);

it('[S14] U-12: to nobody, where anyone may read the map', async () => {
  const anna = await joined('Anna');
  reader = await Reader.at(browser, wire.url, { cookie: anna.person.headers['cookie'] ?? '' });
  await reader.open(map);
  await reader.state('已同步').waitFor();
  await handOver(null);
  wire.mend();
  await reader.page.locator('.no-map .kept-words').waitFor();
  expect(await reader.page.getByText(WORDS).count()).toBe(0);
  await reader.page.locator('.no-map').getByRole('link', { name: '登录' }).click();
  await reader.page.locator('[name="login"]').fill(anna.login);
  await reader.page.locator('[name="password"]').fill(PASSWORD);
  await reader.page.locator('.account-form').getByRole('button', { name: '登录' }).click();
  await until(written, ['论题', WORDS]);
});
