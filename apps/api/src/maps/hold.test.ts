// The panic button over the real server: all hear of it, and what comes later changes nothing (Z-22).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { Bot } from '../../../../tests/support/bot.ts';
import { aSeminar, type Person } from '../../../../tests/support/people.ts';
import { startTestApp, type TestApp } from '../../testing/testApp.ts';

let app: TestApp;
let map: Id;
let owner: Person;
let guests: Person[];
let bots: Bot[];

const thesis = (text: string) =>
  ({ kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to: { at: 'thesis', order: 'a0' } }) as const;
const held = (hold: 'none' | 'review' | 'frozen', slow = 0) => ({ kind: 'set-hold', hold, slow }) as const;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  ({ map, owner, guests } = await aSeminar(app.url, 2));
  bots = [owner, ...guests].map((person) => new Bot(app.url, person, map));
  await Promise.all(bots.map((bot) => bot.live()));
});
afterEach(() => bots.forEach((bot) => bot.close()));

const all = (is: (bot: Bot) => boolean) => Promise.all(bots.map((bot) => bot.until(() => is(bot))));
const kept = async (): Promise<string[]> =>
  (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map.claims.map(({ text }) => text);

describe('the panic button', () => {
  it('[P23] is heard by three screens; what one of them asks for next is refused, and nothing of it is kept', async () => {
    const [moderator, one, two] = bots as [Bot, Bot, Bot];
    one.client.edit(thesis('早先的话'));
    await one.settled();
    await owner.edit(map, [held('frozen')]);
    // As from a screen that has not heard of it yet.
    const late = await guests[0]!.edit(map, [thesis('太迟的话')]);
    expect(late.verdicts).toMatchObject([{ refusal: { code: 'frozen' } }]);
    await all(({ client }) => client.confirmed.info.hold === 'frozen');
    expect(two.client.edit(thesis('一听到就停'))).toMatchObject({ ok: false, refusal: { code: 'frozen' } });
    expect(moderator.client.edit(thesis('主持人的话'))).toMatchObject({ ok: true });
    await moderator.settled();
    expect((await kept()).sort()).toEqual(['主持人的话', '早先的话'].sort());
    const rows = await app.query<{ text: string }>('select text from claims where map_id = $1', [map]);
    expect(rows.map(({ text }) => text)).not.toContain('太迟的话');

    moderator.client.edit(held('none'));
    await all(({ client }) => client.confirmed.info.hold === 'none');
    expect(two.client.edit(thesis('又可以写了'))).toMatchObject({ ok: true });
    await two.settled();
    expect(await kept()).toContain('又可以写了');
  });

  it('[P23] [V1] hides what is new from all but its author and those who decide', async () => {
    const [moderator, one, two] = bots as [Bot, Bot, Bot];
    moderator.client.edit(held('review'));
    await all(({ client }) => client.confirmed.info.hold === 'review');
    one.client.edit(thesis('先看一看'));
    await one.settled();
    await moderator.until(({ confirmed }) => confirmed.proposals.size === 1);
    await two.until(({ version }) => version === moderator.client.version);
    expect([two.client.confirmed.proposals.size, two.client.confirmed.claims.size]).toEqual([0, 0]);
    const [proposal] = moderator.client.confirmed.proposals.keys();
    moderator.client.edit({ kind: 'decide', proposal: proposal!, verdict: 'accepted', reason: null });
    await two.until(({ confirmed }) => confirmed.claims.size === 1);
  });

  it('[P24] answers who is too fast 429 with the time to wait', async () => {
    await owner.edit(map, [held('none', 600)]);
    const answer = await guests[0]!.edit(map, [thesis('一'), thesis('二')]);
    expect(answer.verdicts).toMatchObject([{ version: expect.anything() }, { refusal: { code: 'slow', retryAfterMs: expect.any(Number) } }]); // prettier-ignore
    const text = { id: uuidv7(), source: uuidv7(), edition: uuidv7(), title: 'T', url: '', language: 'en', text: 'Said.', marks: [] }; // prettier-ignore
    const refused = await guests[0]!.send('POST', `/api/maps/${map}/sources`, text);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500);
  });
});
