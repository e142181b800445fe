import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../testing/testApp.ts';
import { ROUTES } from './routes.ts';

interface Described {
  readonly paths: Record<
    string,
    Record<
      string,
      { requestBody?: { content: Record<string, { schema: unknown }> }; parameters?: { name: string }[] }
    >
  >;
  readonly components: { schemas: Record<string, unknown> };
}

let app: TestApp;
let described: Described;
beforeAll(async () => {
  app = await startTestApp();
  described = (await app.person().get('/api/docs/openapi.json').expect(200)).body as Described;
});
afterAll(() => app.stop());

it('describes every route, and no other', () => {
  const named = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(named.sort()).toEqual(Object.keys(ROUTES).sort());
});

it('describes bodies and queries by the schemas that are checked', () => {
  const body =
    described.paths['/api/maps/{id}/edits']?.['post']?.requestBody?.content['application/json']?.schema;
  expect(JSON.stringify(body)).toContain('add-claim');
  const names = described.paths['/api/maps/{id}/changes']?.['get']?.parameters?.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['id', 'since', 'claim', 'limit']));
  expect(JSON.stringify(described.components.schemas['RefusalCode'])).toContain('too-many-requests');
});

it('is a page that loads from here only and runs no inline script (Z-15, Z-16)', async () => {
  const { text, headers } = await app.person().get('/api/docs').expect(200);
  expect(text).not.toMatch(/<script(?![^>]* src=)[^>]*>|https?:\/\/(?!www\.w3\.org)/);
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
  const scripts = [...text.matchAll(/<script src="([^"]+)"/g)].map(
    ([, source = '']) => new URL(source, `${app.url}/api/docs`).pathname,
  );
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts)
    await app
      .person()
      .get(script)
      .expect(200)
      .expect('Content-Type', /javascript/);
});
