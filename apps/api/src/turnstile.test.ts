import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stillClock } from '../../../packages/shared/testing/stillClock.ts';
import { makeMap, startTestApp, type TestApp } from '../testing/testApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const { limits } = app.config;
  await app.restart({ limits: { ...limits, requests: { most: 4, perMs: 60_000 } } });
});
afterAll(() => app.stop());

describe('Turnstile (Z-06)', () => {
  it('holds up who asks faster than people do, by session, and nobody else at their address', async () => {
    await stillClock(async () => {
      const [quick, slow] = [await app.member(), await app.member()];
      const { id } = await makeMap(quick);
      const statuses = [];
      for (let i = 0; i < 5; i++) statuses.push((await quick.get(`/api/maps/${id}`)).status);
      expect(statuses).toEqual([200, 200, 200, 429, 429]);
      await slow.get('/api/accounts/me').expect(200);
      await app.person().get('/healthz').expect(200);
    });
  });

  it('counts a made-up cookie as a stranger', async () => {
    const stranger = app.person();
    await stillClock(async () => {
      const ask = (i: number) =>
        stranger.get('/api/accounts/me').set('Cookie', `counterpoint=s%3Amade-up-${i}.${'A'.repeat(43)}`);
      const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => ask(i)));
      expect(answers.map(({ status }) => status)).toContain(429);
    });
  });
});
