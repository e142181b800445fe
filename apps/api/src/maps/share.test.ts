import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id, PushReply, Refused } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { stillClock } from '../../../../packages/shared/testing/stillClock.ts';
import { flood, helloOf, open } from '../../../../tests/support/flood.ts';
import { aSeminar, type Person } from '../../../../tests/support/people.ts';
import { startTestApp, type TestApp } from '../../testing/testApp.ts';

let app: TestApp;
let map: Id;
let owner: Person;
let guest: Person;

const thesis = () =>
  ({
    kind: 'add-claim',
    claim: uuidv7(),
    text: '快',
    language: 'zh',
    to: { at: 'thesis', order: 'a0' },
  }) as const;

beforeAll(async () => {
  app = await startTestApp();
  await app.restart({ limits: { ...app.config.limits, reads: { most: 40, perMs: 60_000 } } });
  const seminar = await aSeminar(app.url, 1);
  ({ map, owner } = seminar);
  guest = seminar.guests[0] as Person;
  await owner.edit(map, [{ kind: 'change-settings', set: { access: 'anyone' } }]);
});
afterAll(() => app.stop());

const all = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('a share (Z-06)', () => {
  it('of edits by one guest is one over 8 sockets, over REST too, and grows back', async () => {
    await stillClock(async (pass) => {
      const sockets = await Promise.all(all(8).map(() => open(app.url, guest.headers)));
      const edits = (from = 0) => all(64).map((i) => ({ seq: from + i + 1, id: uuidv7(), edit: thesis() }));
      const verdicts = await Promise.all(
        sockets.map(async (socket) => {
          const client = uuidv7();
          await socket.emitWithAck('hello', helloOf(map, client));
          const push = (from: number) =>
            socket.emitWithAck('push', { client, edits: edits(from) }) as Promise<PushReply | Refused>;
          return [(await push(0)).ok, (await push(64)).ok];
        }),
      );
      // 600 in a row: nine times 64, and 24 are left.
      expect(verdicts.flat().filter(Boolean)).toHaveLength(9);
      const rest = async () =>
        (await guest.send('POST', `/api/maps/${map}/edits`, { edits: edits() })).status;
      expect(await rest()).toBe(429);
      pass(30_000);
      expect(await rest()).toBe(200);
      for (const socket of sockets) socket.disconnect();
    });
  });

  it('of reads is as much for all visitors at an address as for ten people, over 20 sockets', async () => {
    await stillClock(async () => {
      const sockets = await Promise.all(all(20).map(() => open(app.url)));
      for (const socket of sockets)
        expect(await socket.emitWithAck('hello', helloOf(map))).toMatchObject({ ok: true });
      const answered = await Promise.all(
        sockets.map((socket) => flood(socket, 50, 'catch-up', { since: 0 })),
      );
      // A hello costs as much as five.
      expect(answered.reduce((sum, count) => sum + count, 0)).toBe(10 * 40 - 20 * 5);
      for (const socket of sockets) socket.disconnect();
    });
  });
});
