import { expect, it } from '@jest/globals';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express } from 'express';
import supertest from 'supertest';
import { sendEncoded, sendZipped, type Encoded } from './zipped.ts';

const long = JSON.stringify({ words: '河水上涨，the river rises. '.repeat(400) });

const TAILS = ['}', ',"mine":["河"]}', `,"much":"${'x'.repeat(70_000)}"}`];

/** What comes for a beginning that many share, and an end for whoever asks. */
function aServer(body: string) {
  const encoded: Encoded = { body, zipped: undefined };
  const app = new ExpressAdapter().getInstance<Express>();
  app.get('/', (request, response) => {
    const { tail, tag = 'a' } = request.query as { tail?: string; tag?: string };
    void sendEncoded(request, response, { encoded, tail: TAILS[Number(tail)] ?? '', tag });
  });
  return { encoded, ask: (query: object) => supertest(app).get('/').query(query) };
}

it('[W1] what many share is squeezed once, whatever follows for each of them, and comes whole to whoever takes gzip or not', async () => {
  const { encoded, ask } = aServer(long.slice(0, -1));
  for (const [i, tail] of TAILS.entries()) {
    const squeezed = encoded.zipped;
    for (const takes of ['gzip', 'identity']) {
      const { text, headers } = await ask({ tail: i }).set('Accept-Encoding', takes).expect(200);
      expect([text, headers['content-encoding']]).toEqual([long.slice(0, -1) + tail, takes === 'gzip' ? 'gzip' : undefined]); // prettier-ignore
    }
    if (squeezed) expect(encoded.zipped).toBe(squeezed);
  }
});

it('[W1] who has it is told so by its tag, and another person’s tag is another', async () => {
  const { ask } = aServer(long);
  const { headers } = await ask({ tag: '1-2-a' }).expect(200);
  const held = { 'If-None-Match': headers['etag'] ?? '' };
  await ask({ tag: '1-2-a' }).set(held).expect(304);
  await ask({ tag: '1-2-b' }).set(held).expect(200);
});

it('[S-19] what one person asks for comes zipped where it is long, and whole either way', async () => {
  const app = new ExpressAdapter().getInstance<Express>();
  const answers = { long: { words: '河水上涨。'.repeat(800) }, short: { words: '河' } };
  app.get('/:which', (request, response) => {
    void sendZipped(request, response, request.params['which'] === 'long' ? answers.long : answers.short);
  });
  for (const [which, takes, comes] of [
    ['long', 'gzip', 'gzip'],
    ['long', 'identity', undefined],
    ['short', 'gzip', undefined],
  ] as const) {
    const { text, headers } = await supertest(app).get(`/${which}`).set('Accept-Encoding', takes).expect(200);
    expect([JSON.parse(text), headers['content-encoding'], headers['vary']]).toEqual([
      answers[which],
      comes,
      'Accept-Encoding',
    ]);
    expect(headers['content-type']).toMatch(/^application\/json/);
  }
});
