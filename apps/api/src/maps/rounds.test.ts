// A round of annotation over the real server: nobody sees another's marks by any way out until it is opened.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agreementOf, contentOf, type Frame, type Id, type InviteRole, type Joined, type Snapshot } from '@counterpoint/shared'; // prettier-ignore
import { uuidv7 } from 'uuidv7';
import { Bot } from '../../../../tests/support/bot.ts';
import { Person } from '../../../../tests/support/people.ts';
import { crawled, WRITTEN } from '../../testing/leaks.ts';
import { startTestApp, type TestApp } from '../../testing/testApp.ts';

const TEXT = 'The bridge should not be built upstream. The bank slides each year. The ferry should stay.';
const SECRET = 'zqblindq';

let app: TestApp;
let map: Id;
let edition: Id;
let round: Id;
let people: Map<string, { readonly person: Person; readonly participant: Id | null; readonly bot: Bot }>;
let heard: Map<string, string>;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

beforeEach(async () => {
  const owner = new Person(app.url);
  await owner.signUp('Olga');
  map = await owner.newMap('A map', 'en');
  [edition, round] = [uuidv7(), uuidv7()];
  const source = uuidv7();
  await owner.edit(map, [
    { kind: 'change-settings', set: { access: 'anyone' } },
    { kind: 'add-source', source, edition, title: 'A talk', url: '', language: 'en', text: TEXT, marks: [] },
    { kind: 'begin-round', round, edition, question: 'Which claims?', labels: ['claim', 'reason'] },
  ]);
  people = new Map();
  heard = new Map();
  const { map: made } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  await comes('owner', owner, made.participants[0]?.id ?? null);
  for (const [name, role] of [
    ['Ada', 'participant'],
    ['Bo', 'participant'],
    ['Cy', 'suggester'],
    ['moderator', 'moderator'],
    ['observer', 'observer'],
  ] as const)
    // prettier-ignore
    await joins(name, role);
  await comes('nobody', new Person(app.url), null);
});
afterEach(() => {
  for (const { bot } of people.values()) bot.close();
});

async function joins(name: string, role: InviteRole): Promise<void> {
  const person = new Person(app.url);
  await person.signUp(name);
  const { code } = await one('owner').person.invite(map, role);
  const { participant } = await person.ask<Joined>('POST', `/api/join/${code}`, { name });
  await comes(name, person, participant.id);
}

async function comes(name: string, person: Person, participant: Id | null): Promise<void> {
  const bot = new Bot(app.url, person, map);
  bot.onFrame = (frame: Frame) => void heard.set(name, (heard.get(name) ?? '') + JSON.stringify(frame));
  await bot.live();
  people.set(name, { person, participant, bot });
}

function one(name: string) {
  const found = people.get(name);
  if (!found) throw new Error(`who is ${name}?`);
  return found;
}

const mark = (words: string, label = 'claim', text = '') => ({
  kind: 'annotate',
  annotation: uuidv7(),
  edition,
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  text,
  open: false,
  round,
  label,
});

/** Every way by which this person is told of one of these words. */
async function waysTo(words: readonly string[], name: string): Promise<string[]> {
  const { person, bot } = one(name);
  const { version: last } = await one('owner').person.ask<Snapshot>('GET', `/api/maps/${map}`);
  await bot.until(({ version }) => version === last);
  const ways: (readonly [string, string])[] = [
    ['frame', heard.get(name) ?? ''],
    ['catch-up', JSON.stringify(await bot.socket.emitWithAck('catch-up', { since: 0 }))],
    ['confirmed map', JSON.stringify(contentOf(bot.client.confirmed))],
  ];
  const scene = { map, formats: WRITTEN, editions: [edition], claims: [] };
  for await (const way of crawled(app.page.routes.keys(), scene, { person }, last)) ways.push(way);
  const found = await person.send('GET', `/api/maps/${map}/search?q=${words[0] ?? ''}`);
  ways.push(['search', (await found.text()).replaceAll(`"query":"${words[0] ?? ''}"`, '')]);
  return ways.filter(([, text]) => words.some((word) => text.includes(word))).map(([way]) => way);
}

describe('a round of annotation', () => {
  it('[A-13] [B1] [B3] is blind by every way out, for those who decide too; opened, all see all', async () => {
    const [ada, bo, cy] = [mark('The bridge should not be built upstream.', 'claim', SECRET), mark('bridge should not be built'), mark('The ferry should stay.')]; // prettier-ignore
    const finish = uuidv7();
    await one('Ada').person.edit(map, [ada, { kind: 'finish', finish, round, finished: true }]);
    await one('Bo').person.edit(map, [bo]);
    await one('Cy').person.edit(map, [cy]);
    const secrets = [SECRET, ada.annotation, finish];
    for (const name of people.keys())
      if (name !== 'Ada') expect([name, await waysTo(secrets, name)]).toEqual([name, []]);
    expect(await waysTo(secrets, 'Ada')).toEqual(expect.arrayContaining(['frame', 'catch-up', `GET /api/maps/${map}`])); // prettier-ignore
    // Everyone is told how many have finished, and nobody by whom.
    for (const name of people.keys()) {
      const { map: seen } = await one(name).person.ask<Snapshot>('GET', `/api/maps/${map}`);
      expect(seen.rounds).toMatchObject([{ finished: 1, opened: null }]);
      const told = [heard.get(name) ?? '', JSON.stringify(await one(name).bot.socket.emitWithAck('catch-up', { since: 0 }))]; // prettier-ignore
      for (const text of told)
        expect([name, text.includes('"kind":"finish"')]).toEqual([name, name === 'Ada']);
    }
    await one('moderator').person.edit(map, [{ kind: 'open-round', round }]);
    for (const name of people.keys()) {
      const ways = await waysTo([SECRET], name);
      expect([name, ways]).toEqual([name, expect.arrayContaining(['frame', 'catch-up', 'confirmed map', `GET /api/maps/${map}`])]); // prettier-ignore
      const { map: seen } = await one(name).person.ask<Snapshot>('GET', `/api/maps/${map}`);
      expect(contentOf(one(name).bot.client.confirmed).annotations).toEqual(seen.annotations);
      expect(seen.finishes).toMatchObject([{ by: one('Ada').participant, finished: true }]);
    }
  });

  it('[A-13] [B5] three annotators: agreed marks become one claim with its quotation, others are marked done', async () => {
    const words = 'The bridge should not be built upstream.';
    const agreed = [mark(words), mark(words), mark('bridge should not be built upstream')];
    const alone = mark('each year', 'reason');
    for (const [i, name] of ['Ada', 'Bo', 'Cy'].entries()) await one(name).person.edit(map, [agreed[i]]);
    await one('Cy').person.edit(map, [alone]);
    const { person } = one('owner');
    const curate = (marks: readonly { annotation: Id }[], as: string) => ({ kind: 'curate', annotations: marks.map(({ annotation }) => annotation), as }); // prettier-ignore
    const early = await person.send('POST', `/api/maps/${map}/edits`, { edits: [{ id: uuidv7(), edit: curate([alone], 'rejected') }] }); // prettier-ignore
    expect(await early.text()).toContain('"round-running"');
    await person.edit(map, [{ kind: 'open-round', round }]);
    const claim = uuidv7();
    const { start, end } = mark(words);
    await person.edit(map, [
      {
        kind: 'batch',
        edits: [
          { kind: 'add-claim', claim, text: words, language: 'en', to: { at: 'thesis', order: 'a0' } },
          { kind: 'quote', quotation: uuidv7(), claim, edition, start, end, bearing: 'verbatim' },
          curate(agreed, 'accepted'),
        ],
      },
      curate([alone], 'rejected'),
    ]);
    const { map: seen } = await one('observer').person.ask<Snapshot>('GET', `/api/maps/${map}`);
    expect(seen.quotations).toMatchObject([{ claim, exact: words, bearing: 'verbatim' }]);
    const became = new Map(seen.annotations.map(({ id, curated }) => [id, curated?.as]));
    expect(agreed.map(({ annotation }) => became.get(annotation))).toEqual(Array(3).fill('accepted'));
    expect(became.get(alone.annotation)).toBe('rejected');
    const codings = ['Ada', 'Bo', 'Cy'].map((name) => ({
      finished: false,
      units: seen.annotations.filter(({ by }) => by === one(name).participant),
    }));
    const found = agreementOf(codings, { labels: ['claim'], text: { start: 0, end: TEXT.length } });
    expect(found).toMatchObject({ annotators: 3, unfinished: 3, why: null });
    expect(found.alpha).toBeGreaterThan(0.9);
  });
});
