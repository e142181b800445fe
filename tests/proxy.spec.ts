// Behind nginx, as README.md says: with TLS and a path before everything; and behind one that was set up wrong, which is named.
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { freePort } from '../scripts/processes.mjs';
import { startApi, type RunningApi } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { startNginx, type Nginx } from './support/nginx.ts';
import { aSeminar } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let browser: Browser;
let api: RunningApi;
let nginx: Nginx;
const readers: Reader[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  browser = await launchBrowser('--ignore-certificate-errors');
});
afterEach(async () => {
  expect(readers.flatMap(({ errors }) => errors)).toEqual([]);
  await Promise.all(readers.splice(0).map(({ context }) => context.close()));
});
afterAll(async () => {
  await browser.close();
  await database.drop();
});

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The block that README.md shows, for this server. */
function locationOfReadme(): string {
  const [, block = ''] = /```nginx\n([\s\S]*?)```/.exec(README) ?? [];
  expect(block).toContain('proxy_pass http://127.0.0.1:4000');
  return block.replaceAll('127.0.0.1:4000', `127.0.0.1:${api.port}`);
}

async function reader(base: string, cookie?: string): Promise<Reader> {
  const one = await Reader.at(browser, base, cookie === undefined ? {} : { cookie });
  readers.push(one);
  return one;
}

/** Signs up and makes a map, by requests of the page. */
const aMapOf = ({ page }: Reader, home: string): Promise<string> =>
  page.evaluate(async (address) => {
    const post = async (path: string, body: object): Promise<{ id: string }> => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${address}/api/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { id: string };
    };
    await post('accounts/sign-up', { login: `olga-${Date.now()}`, name: 'Olga', password: 'open sesame 42' });
    return (await post('maps', { title: '代理之后', language: 'zh' })).id;
  }, home);

describe.each([
  ['left on', (block: string) => block],
  ['taken off', (block: string) => block.replace(/(proxy_pass http:\/\/[^/;]+);/, '$1/;')],
])('[Z-16] behind TLS and a path that is %s by the proxy', (_, changed) => {
  let home: string;
  beforeAll(async () => {
    const port = await freePort();
    home = `https://127.0.0.1:${port}/counterpoint`;
    api = await startApi({ databaseUrl: database.url, env: { PUBLIC_URL: `${home}/`, TRUST_PROXY: '1' } });
    nginx = await startNginx(changed(locationOfReadme()), { tls: true }, port);
  });
  afterAll(async () => {
    await nginx.stop();
    await api.stop();
  });

  it('two people argue at once: pages, requests, sockets, cookies and links are all below it', async () => {
    const olga = await reader(home);
    const outside: string[] = [];
    olga.page.on(
      'request',
      (request) => `${request.url()}/`.startsWith(`${home}/`) || outside.push(request.url()),
    );
    await olga.page.goto(home);
    await olga.page.getByRole('heading').first().waitFor();
    const map = await aMapOf(olga, home);
    await olga.page.goto(`${home}/maps/${map}`);
    await olga.page.getByRole('button', { name: '写下论题' }).click();
    await olga.write('开源应当继续');
    await olga.card('开源应当继续').waitFor();
    await olga.select('开源应当继续');
    await olga.page.waitForURL(/\/counterpoint\/maps\/[^/]+\?claim=/);
    const cookies = await olga.context.cookies();
    expect(cookies.map(({ name, path, secure }) => ({ name, path, secure }))).toEqual([{ name: 'counterpoint', path: '/counterpoint', secure: true }]); // prettier-ignore

    await olga.page.getByRole('button', { name: '邀请', exact: true }).click();
    await olga.page.getByRole('button', { name: '生成邀请' }).click();
    const link = await olga.page.getByRole('textbox', { name: '邀请链接' }).inputValue();
    expect(link).toContain(`${home}/join/`);
    await olga.page.keyboard.press('Escape');

    const ben = await reader(home);
    await ben.page.goto(link);
    await ben.page.getByRole('textbox').first().fill('Ben');
    await ben.page.keyboard.press('Enter');
    await ben.page.waitForURL(`${home}/maps/${map}**`);
    await ben.answer('开源应当继续', 'p', '门槛因此降低');
    await olga.card('门槛因此降低').waitFor();
    expect(await olga.page.getByRole('button', { name: /每 3 秒/ }).count()).toBe(0);
    await ben.page.reload();
    await ben.card('门槛因此降低').waitFor();
    await ben.page.locator('.top-brand').click();
    await ben.page.waitForURL(`${home}/`);
    await ben.page.getByText('代理之后').first().waitFor();
    await ben.page.goBack();
    await ben.card('门槛因此降低').waitFor();
    expect(outside).toEqual([]);
  });

  it('files name the public address, and the API page and the embedded map are there', async () => {
    const olga = await reader(home);
    await olga.page.goto(`${home}/`);
    const map = await aMapOf(olga, home);
    const text = await olga.page.evaluate(async (address) => (await fetch(address)).text(), `${home}/api/maps/${map}/export/html`); // prettier-ignore
    expect(text).toContain(`${home}/maps/${map}`);
    const missing: string[] = [];
    olga.page.on(
      'response',
      (response) => response.status() < 400 || missing.push(`${response.status()} ${response.url()}`),
    );
    await olga.page.goto(`${home}/api/docs`);
    await olga.page.getByText('/api/accounts/sign-up').first().waitFor();
    expect(await olga.page.evaluate(async (address) => ((await (await fetch(address)).json()) as { servers: unknown }).servers, `${home}/api/docs/openapi.json`)).toEqual([{ url: '/counterpoint' }]); // prettier-ignore
    await olga.page.goto(`${home}/embed/${map}`);
    await olga.page.locator('h1, .react-flow, main').first().waitFor();
    expect(missing).toEqual([]);
  });
});

describe('behind a proxy that rewrites Host, without PUBLIC_URL', () => {
  const LOCATION = 'location / { proxy_pass http://127.0.0.1:PORT; proxy_set_header Host counterpoint.internal; proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; }'; // prettier-ignore
  const behind = async (tls: boolean): Promise<void> => {
    api = await startApi({ databaseUrl: database.url, env: { PUBLIC_URL: '' } });
    nginx = await startNginx(LOCATION.replace('PORT', `${api.port}`), { tls }, await freePort());
  };
  afterEach(async () => {
    await nginx.stop();
    await api.stop();
  });

  it('with TLS the map works by requests; page and log name the mend, and not the name within', async () => {
    await behind(true);
    const olga = await reader(nginx.url);
    await olga.page.goto(nginx.url);
    const map = await aMapOf(olga, nginx.url);
    await olga.page.goto(`${nginx.url}/maps/${map}`);
    await olga.page.getByText(`PUBLIC_URL=${nginx.url}`).first().waitFor();
    await olga.page.getByRole('button', { name: '写下论题' }).click();
    await olga.write('开源应当继续');
    await olga.state('已同步').waitFor();
    expect(await olga.page.content()).not.toContain('counterpoint.internal');
    expect(api.output().split(`set PUBLIC_URL=${nginx.url}`)).toHaveLength(2);
    expect(api.output()).toContain('http://counterpoint.internal');
  });

  it('without TLS the page cannot tell itself from another site, and names the mend', async () => {
    await behind(false);
    const { map, owner } = await aSeminar(api.url, 0);
    const lab = nginx.url.replace('127.0.0.1', 'lab.test');
    await browser.close();
    browser = await launchBrowser('--host-resolver-rules=MAP lab.test 127.0.0.1');
    const olga = await reader(lab, owner.headers['cookie']);
    await olga.page.goto(`${lab}/maps/${map}`);
    await olga.page.getByText(`PUBLIC_URL=${lab}`).first().waitFor();
    await olga.page.getByRole('heading', { name: '网址与服务器的设置不符' }).waitFor();
  });
});
