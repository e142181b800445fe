import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { edit, makeMap, startTestApp, type TestApp } from '../testing/testApp.ts';

let app: TestApp;
let folder: string;
const BIG = 'run();'.repeat(1_000);
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-web-'));
  fs.mkdirSync(path.join(folder, 'assets'));
  fs.writeFileSync(path.join(folder, 'index.html'), '<title>Counterpoint</title>');
  fs.writeFileSync(path.join(folder, 'favicon.svg'), '<svg/>');
  fs.writeFileSync(path.join(folder, 'assets/index-a1b2c3.js'), 'run()');
  fs.writeFileSync(path.join(folder, 'assets/big-d4e5f6.js'), BIG);
  fs.writeFileSync(path.join(folder, 'assets/big-d4e5f6.js.gz'), zlib.gzipSync(BIG));
  fs.writeFileSync(path.join(folder, 'assets/big-d4e5f6.js.br'), zlib.brotliCompressSync(BIG));
  app = await startTestApp({ webDist: folder });
});
afterAll(async () => {
  await app.stop();
  fs.rmSync(folder, { recursive: true });
});

describe('the pages', () => {
  it('keep an idle connection longer than proxies do', async () => {
    const { headers } = await app.person().get('/').set('Connection', 'keep-alive').expect(200);
    expect(headers['keep-alive']).toBe('timeout=75');
  });

  it('are index.html at every address that is a page’s, never kept without asking', async () => {
    for (const page of [
      '/',
      '/maps/01970000-0000-7000-8000-00000000007a',
      '/join/ABC234',
      '/maps/x/outline?claim=y',
      '/apiary',
    ]) {
      const { text, headers } = await app.person().get(page).expect(200);
      expect(text).toBe('<title>Counterpoint</title>');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-type']).toMatch(/^text\/html/);
    }
  });

  it('are not an answer to a wrong API address, a missing file or a POST', async () => {
    for (const none of ['/api/nothing', '/socket.io', '/assets/gone.js', '/favicon.ico']) {
      const { headers } = await app
        .person()
        .get(none)
        .expect((answer) => expect(answer.status).toBeGreaterThanOrEqual(400));
      expect(headers['content-type']).not.toMatch(/html/);
    }
    await app.person().post('/maps/x').expect(404);
    for (const outside of [
      '/..%2f..%2fetc/passwd',
      '/assets/..%2f..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
    ]) {
      expect((await app.person().get(outside)).text).not.toContain('root:');
    }
  });

  it('come with files that are kept for ever when their name holds their content', async () => {
    const { headers } = await app.person().get('/assets/index-a1b2c3.js').expect(200, 'run()');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await app.person().get('/favicon.svg').expect(200)).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    ['zstd', undefined],
  ])('come with files as the build zipped them, to who takes %s', async (takes, encoding) => {
    const asked = app.person().get('/assets/big-d4e5f6.js').set('Accept-Encoding', takes);
    const { headers } = await asked.expect(200, BIG); // unzipped by who asks
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(/^text\/javascript/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['vary']).toMatch(/Accept-Encoding/);
    expect(Number(headers['content-length']) < BIG.length).toBe(encoding !== undefined);
  });
});

describe('a map in a page of others (X-08)', () => {
  const framers = async (path: string) => {
    const { headers, text } = await app.person().get(path).expect(200);
    expect(text).toBe('<title>Counterpoint</title>');
    const [, origins] = /frame-ancestors ([^;]*)/.exec(String(headers['content-security-policy'])) ?? [];
    return [origins, headers['x-frame-options']];
  };

  it('is shown by the sites that its owner named, and only while anyone may read it', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const embeds = 'https://school.example http://localhost:8080';
    const none = ["'none'", 'DENY'];
    expect(await framers(`/embed/${id}`)).toEqual(none);
    await edit(owner, id, { kind: 'change-settings', set: { embeds } });
    expect(await framers(`/embed/${id}`)).toEqual(none);
    await edit(owner, id, { kind: 'change-settings', set: { access: 'anyone' } });
    expect(await framers(`/embed/${id}`)).toEqual([embeds, undefined]);
    expect(await framers(`/embed/${id}?branch=x`)).toEqual([embeds, undefined]);
    for (const path of [`/maps/${id}`, '/embed/x', '/embed', `/embed/${id.replace(/.$/, 'x')}`, '/'])
      expect([path, ...(await framers(path))]).toEqual([path, ...none]);
    await edit(owner, id, { kind: 'change-settings', set: { embeds: '' } });
    expect(await framers(`/embed/${id}`)).toEqual(none);
  });

  it('takes origins only, and no other words of a policy', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    for (const embeds of [
      "'self'",
      '*',
      'https://a.example; script-src *',
      'https://a.example/path',
      'data:',
    ]) {
      const { verdicts } = await edit(owner, id, { kind: 'change-settings', set: { embeds } }).catch(() => ({
        verdicts: [],
      }));
      expect(verdicts).toEqual([]);
    }
  });
});

describe('headers (Z-15, Z-16)', () => {
  it('let the page load from here only, and run no inline script', async () => {
    for (const where of ['/', '/api/maps', '/healthz', '/api/nothing', '/assets/index-a1b2c3.js']) {
      const { headers } = await app.person().get(where);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("font-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  it('keep answers of the API out of shared caches', async () => {
    expect((await app.person().get('/api/accounts/me')).headers['cache-control']).toBe('private, no-store');
  });

  it('over https ask for https from then on, and send cookies over nothing else', async () => {
    const config = { webDist: folder, cookieSecure: true, publicUrl: 'https://maps.example' };
    const secure = await startTestApp(config);
    try {
      const up = { login: 'secure', name: 'S', password: 'long enough' };
      const asked = secure
        .person()
        .post('/api/accounts/sign-up')
        .set({ 'X-Forwarded-Proto': 'https', Origin: 'https://maps.example' });
      const { headers } = await asked.send(up).expect(201);
      expect(headers['strict-transport-security']).toMatch(/max-age=\d+/);
      expect(headers['set-cookie']?.[0]).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await secure.stop();
    }
  });
});
