// An archived map over the real server: by whichever door one comes, nothing is written any more (S-26).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EditAnswer, Id, MapPage, Snapshot } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { Bot } from '../../../../tests/support/bot.ts';
import { aSeminar, Person } from '../../../../tests/support/people.ts';
import { startTestApp, type TestApp } from '../../testing/testApp.ts';

let app: TestApp;
let map: Id;
let owner: Person;
let guest: Person;
let bots: Bot[];

const thesis = (text: string) =>
  ({ kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to: { at: 'thesis', order: 'a0' } }) as const;
const held = (hold: 'none' | 'archived') => ({ kind: 'set-hold', hold, slow: 0 }) as const;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  const seminar = await aSeminar(app.url, 1);
  ({ map, owner } = seminar);
  guest = seminar.guests[0]!;
  bots = [owner, guest].map((person) => new Bot(app.url, person, map));
  await Promise.all(bots.map((bot) => bot.live()));
});
afterEach(() => bots.forEach((bot) => bot.close()));

const snapshot = () => owner.ask<Snapshot>('GET', `/api/maps/${map}`);
const codesOf = ({ verdicts }: EditAnswer) =>
  verdicts.map((verdict) => ('refusal' in verdict ? verdict.refusal.code : 'ok'));

describe('an archived map', () => {
  it('[P27] [S-26] refuses owner and guest by socket and by REST, changes nothing, and goes on where it is reopened', async () => {
    const [mine, theirs] = bots as [Bot, Bot];
    mine.client.edit(thesis('早先的话'));
    await mine.settled();
    expect(codesOf(await guest.edit(map, [held('archived')]))).toEqual(['not-allowed']);
    expect(codesOf(await owner.edit(map, [held('archived')]))).toEqual(['ok']);
    await theirs.until(({ confirmed }) => confirmed.info.hold === 'archived');
    const before = await snapshot();
    for (const [person, bot] of [
      [owner, mine],
      [guest, theirs],
    ] as const) {
      // prettier-ignore
      expect(codesOf(await person.edit(map, [thesis('太迟的话')]))).toEqual(['archived']);
      expect(bot.client.edit(thesis('一听到就停'))).toMatchObject({ refusal: { code: 'archived' } });
      // As no page would ask: a message made by hand.
      const client = uuidv7();
      const { version, epoch } = before;
      bot.close();
      const raw = new Bot(app.url, person, map);
      await raw.live();
      const hello: unknown = await raw.socket.emitWithAck('hello', {
        protocol: 3,
        map,
        client,
        version,
        epoch,
      });
      expect(hello).toMatchObject({ ok: true });
      const pushed: unknown = await raw.socket.emitWithAck('push', { client, edits: [{ seq: 1, id: uuidv7(), edit: thesis('手写的消息') }] }); // prettier-ignore
      expect(pushed).toMatchObject({ ok: true, verdicts: [{ refusal: { code: 'archived' } }] });
      raw.close();
      const source = { id: uuidv7(), source: uuidv7(), edition: uuidv7(), title: 'T', url: '', language: 'en', text: 'Said.', marks: [] }; // prettier-ignore
      expect((await person.send('POST', `/api/maps/${map}/sources`, source)).status).toBe(409);
      const look = { until: 1, told: 0, opened: [], all: true };
      expect(codesOf(await person.ask('POST', `/api/maps/${map}/looks`, look))).toEqual(['archived']);
    }
    expect(await snapshot()).toEqual(before);
    expect((await owner.ask<MapPage>('GET', '/api/maps')).maps.find(({ id }) => id === map)?.info.hold).toBe('archived'); // prettier-ignore
    expect(codesOf(await owner.edit(map, [held('none')]))).toEqual(['ok']);
    expect(codesOf(await guest.edit(map, [thesis('又可以写了')]))).toEqual(['ok']);
  });

  it('[P27] [S9] what was written offline meanwhile lies in the tray with its words', async () => {
    const [, theirs] = bots as [Bot, Bot];
    theirs.socket.disconnect();
    await theirs.until(({ status }) => status !== 'live');
    theirs.client.edit(thesis('路上写的话'));
    await owner.edit(map, [held('archived')]);
    theirs.socket.connect();
    await theirs.settled();
    expect(theirs.tray).toMatchObject([{ edit: { text: '路上写的话' }, refusal: { code: 'archived' } }]);
    expect((await snapshot()).map.claims).toEqual([]);
  });

  it('[P27] lets come who comes to read, whoever has a seat already, and invites nobody else', async () => {
    const [participant, observer] = [
      await owner.invite(map, 'participant'),
      await owner.invite(map, 'observer'),
    ];
    await owner.edit(map, [held('archived')]);
    const late = new Person(app.url);
    expect((await late.send('GET', `/api/join/${participant.code}`)).status).toBe(409);
    expect((await late.send('POST', `/api/join/${participant.code}`, { name: '来晚了' })).status).toBe(409);
    expect((await snapshot()).map.participants.map(({ name }) => name)).not.toContain('来晚了');
    expect((await guest.send('POST', `/api/join/${participant.code}`, { name: '学员 1' })).status).toBe(200);
    await late.join(observer.code, '来读的');
    expect((await late.send('GET', `/api/maps/${map}`)).status).toBe(200);
    expect((await owner.send('POST', `/api/maps/${map}/invites`, { role: 'participant' })).status).toBe(409);
    expect((await owner.send('POST', `/api/maps/${map}/invites`, { role: 'observer' })).status).toBe(201);
  });
});
