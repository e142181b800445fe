import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_TEXT_BYTES, type Brought, type EditionText, type Snapshot } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { Bot } from '../../../../tests/support/bot.ts';
import { Person as Visitor } from '../../../../tests/support/people.ts';
import { addClaim, edit, invite, join, makeMap, startTestApp, type Person, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const aText = (text: string, more: object = {}) => ({
  id: uuidv7(),
  source: uuidv7(),
  edition: uuidv7(),
  title: 'A speech',
  language: 'zh',
  text,
  ...more,
});

async function aMap(): Promise<{ owner: Person; map: string }> {
  const owner = await app.member();
  return { owner, map: (await makeMap(owner)).id };
}

const send = (who: Person, map: string, text: object) => who.post(`/api/maps/${map}/sources`).send(text);

async function read(who: Person, map: string, edition: string): Promise<EditionText> {
  return (await who.get(`/api/maps/${map}/editions/${edition}`).expect(200)).body as EditionText;
}

describe('a text', () => {
  it('A-10 of 2 MB comes over REST, and one character more is refused with nothing kept', async () => {
    const { owner, map } = await aMap();
    const whole = '水'.repeat(Math.floor(MOST_TEXT_BYTES / 3)) + 'aa';
    const text = aText(whole);
    const first = await send(owner, map, text).expect(201);
    expect(first.body as Brought).toEqual({ version: 2, standing: 'change' });
    const more = await send(owner, map, aText(`${whole}a`)).expect(413);
    expect(more.body).toMatchObject({ refusal: { code: 'too-large' } });
    const far = await send(owner, map, aText('水'.repeat(4 * MOST_TEXT_BYTES))).expect(413);
    expect(far.body).toMatchObject({ refusal: { code: 'too-large' } });
    expect((await read(owner, map, text.edition)).text).toBe(whole);
    const { map: content } = (await owner.get(`/api/maps/${map}`)).body as Snapshot;
    expect(content.sources).toHaveLength(1);
  });

  it('[V9] is in no snapshot, no frame, no catch-up and no past; the claim that quotes it has its words', async () => {
    const writer = new Visitor(app.url);
    await writer.signUp('Olga');
    const map = await writer.newMap('A map', 'zh');
    const bot = new Bot(app.url, writer, map);
    const heard: unknown[] = [];
    try {
      await bot.live();
      bot.onFrame = (frame) => heard.push(frame);
      const text = aText('河水上涨。zqtextq。', { marks: [{ start: 5, speaker: 'zqspeakerq', time: 10 }] });
      const claim = uuidv7();
      await writer.ask('POST', `/api/maps/${map}/sources`, text);
      await writer.edit(map, [{ ...addClaim('河水上涨'), claim }]);
      const quote = { kind: 'quote', quotation: uuidv7(), claim, edition: text.edition, start: 0, end: 4 };
      const { version } = await writer.edit(map, [{ ...quote, bearing: 'verbatim' }]);
      await bot.until((client) => client.version === version);
      expect([...bot.client.confirmed.quotations.values()][0]?.exact).toBe('河水上涨');
      const ways = {
        heard,
        caught: (await bot.socket.emitWithAck('catch-up', { since: 1 })) as unknown,
        map: await writer.ask('GET', `/api/maps/${map}`),
        past: await writer.ask('GET', `/api/maps/${map}/at/${version}`),
        history: await writer.ask('GET', `/api/maps/${map}/changes`),
      };
      for (const [way, told] of Object.entries(ways)) {
        expect([way, JSON.stringify(told).includes('A speech')]).toEqual([way, true]);
        expect([way, /zqspeakerq/.exec(JSON.stringify(told))]).toEqual([way, null]);
      }
      const { text: words, marks } = text as EditionText & typeof text;
      expect(await writer.ask('GET', `/api/maps/${map}/editions/${text.edition}`)).toEqual({ text: words, marks }); // prettier-ignore
    } finally {
      bot.close();
    }
  });

  it('sent twice under one id is one', async () => {
    const { owner, map } = await aMap();
    const text = aText('河水上涨。');
    const [first, second] = [await send(owner, map, text), await send(owner, map, text)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });

  it('of a reviewed person is a proposal; who may decide reads it before, others only after', async () => {
    const { owner, map } = await aMap();
    const [suggester, observer] = [await app.member(), await app.member()];
    await join(suggester, (await invite(owner, map, 'suggester')).code);
    await join(observer, (await invite(owner, map, 'observer')).code);
    const text = aText('zqtextq');
    const sent = await send(suggester, map, text).expect(201);
    expect(sent.body).toMatchObject({ standing: 'proposal' });
    expect(await read(owner, map, text.edition)).toEqual({ text: 'zqtextq', marks: [] });
    expect(await read(suggester, map, text.edition)).toEqual({ text: 'zqtextq', marks: [] });
    await observer.get(`/api/maps/${map}/editions/${text.edition}`).expect(404);
    const told = JSON.stringify((await owner.get(`/api/maps/${map}`)).body);
    expect([told.includes('A speech'), told.includes('zqtextq')]).toEqual([true, false]);
    await edit(owner, map, { kind: 'decide', proposal: text.id, verdict: 'accepted', reason: null });
    expect((await read(observer, map, text.edition)).text).toBe('zqtextq');
  });

  it('is asked for again with its tag, and read without a word once it was purged', async () => {
    const { owner, map } = await aMap();
    const text = aText('河水上涨。'.repeat(1_000));
    await send(owner, map, text).expect(201);
    const path = `/api/maps/${map}/editions/${text.edition}`;
    const first = await owner.get(path).expect(200);
    expect(first.headers['content-encoding']).toBe('gzip');
    const again = () => owner.get(path).set('If-None-Match', first.headers['etag'] ?? '');
    await again().expect(304);
    await edit(owner, map, { kind: 'remove', id: text.source }, { kind: 'purge', id: text.source });
    expect((await again().expect(200)).body).toEqual({ text: '', marks: [] });
    const kept = await app.query('select 1 from changes where map_id = $1 and changes::text like $2', [map, '%河水%']); // prettier-ignore
    expect(kept).toEqual([]);
  });

  it('[Q1] corrected is one more edition; the same text again is no change, and a mark beyond its end is refused', async () => {
    const { owner, map } = await aMap();
    const text = aText('河水上涨。');
    await send(owner, map, text).expect(201);
    const path = `/api/maps/${map}/sources/${text.source}/editions`;
    const next = (words: string) => ({ id: uuidv7(), edition: uuidv7(), reason: 'Typing errors.', text: words }); // prettier-ignore
    await owner.post(path).send(next('河水涨了。')).expect(201);
    expect((await owner.post(path).send(next('河水上涨。')).expect(409)).body).toMatchObject({
      refusal: { code: 'no-change' },
    });
    const beyond = { ...next('河'), marks: [{ start: 1, speaker: 'A', time: null }] };
    await owner.post(path).send(beyond).expect(422);
    await owner.post(path).send(next('  ')).expect(422);
    await owner.post(path).send({ text: 'x' }).expect(422);
    const { map: content } = (await owner.get(`/api/maps/${map}`)).body as Snapshot;
    expect(content.editions).toHaveLength(2);
  });
});
