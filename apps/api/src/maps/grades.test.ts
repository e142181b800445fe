// Grades over the real server: no way out tells of one before it is released, and a second marker is blind.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { contentOf, type Frame, type Id, type InviteRole, type Joined, type Snapshot } from '@counterpoint/shared'; // prettier-ignore
import { uuidv7 } from 'uuidv7';
import { Bot } from '../../../../tests/support/bot.ts';
import { Person } from '../../../../tests/support/people.ts';
import { crawled, WRITTEN } from '../../testing/leaks.ts';
import { startTestApp, type TestApp } from '../../testing/testApp.ts';

const SECRET = 'zqgradeq';

let app: TestApp;
let map: Id;
let claim: Id;
let levels: { criterion: Id; level: Id }[];
let people: Map<
  string,
  { readonly person: Person; readonly participant: Id | null; readonly bot: Bot; readonly client: Id }
>;
let heard: Map<string, string>;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

beforeEach(async () => {
  const owner = new Person(app.url);
  await owner.signUp('Olga');
  map = await owner.newMap('A map', 'en');
  const [criterion, level] = [uuidv7(), uuidv7()];
  levels = [{ criterion, level }];
  const of = [{ id: level, name: 'Some', points: 1 }, { id: uuidv7(), name: 'Much', points: 2 }]; // prettier-ignore
  await owner.edit(map, [
    { kind: 'change-settings', set: { access: 'anyone' } },
    { kind: 'set-rubric', rubric: uuidv7(), name: 'Seminar', criteria: [{ id: criterion, name: 'Evidence', levels: of }] }, // prettier-ignore
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
  claim = uuidv7();
  const to = { at: 'thesis', order: 'a0' };
  await one('Ada').person.edit(map, [{ kind: 'add-claim', claim, text: 'It slides.', language: 'en', to }]);
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
  const client = uuidv7();
  const bot = new Bot(app.url, person, map, { client, pending: [] });
  bot.onFrame = (frame: Frame) => void heard.set(name, (heard.get(name) ?? '') + JSON.stringify(frame));
  await bot.live();
  people.set(name, { person, participant, bot, client });
}

function one(name: string) {
  const found = people.get(name);
  if (!found) throw new Error(`who is ${name}?`);
  return found;
}

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
  const scene = { map, formats: WRITTEN, editions: [], claims: [claim] };
  for await (const way of crawled(app.page.routes.keys(), scene, { person }, last)) ways.push(way);
  const found = await person.send('GET', `/api/maps/${map}/search?q=${words[0] ?? ''}`);
  ways.push(['search', (await found.text()).replaceAll(`"query":"${words[0] ?? ''}"`, '')]);
  return ways.filter(([, text]) => words.some((word) => text.includes(word))).map(([way]) => way);
}

const grade = (more: object = {}) => ({
  kind: 'grade',
  grade: uuidv7(),
  participant: one('Ada').participant,
  on: null,
  levels,
  feedback: `Well argued ${SECRET}`,
  ...more,
});

describe('grades', () => {
  it('[K4] [K5] [S-21] no way out tells anybody but the marker of a grade, in words, level, id or author, until it is released', async () => {
    const [overall, onClaim] = [grade(), grade({ on: claim })];
    await one('moderator').person.edit(map, [overall, onClaim]);
    const secrets = [SECRET, overall.grade, onClaim.grade, '"kind":"grade"', '"released"'];
    for (const name of people.keys())
      expect([name, (await waysTo(secrets, name)).length > 0]).toEqual([name, name === 'moderator']);
    await one('owner').person.edit(map, [{ kind: 'release-grades', participants: null }]);
    const told = ['owner', 'moderator', 'Ada'];
    for (const name of people.keys())
      expect([name, (await waysTo([SECRET], name)).length > 0]).toEqual([name, told.includes(name)]);
    const { map: seen } = await one('Ada').person.ask<Snapshot>('GET', `/api/maps/${map}`);
    expect(seen.grades.map(({ on }) => on)).toEqual(expect.arrayContaining([null, claim]));
  });

  it('[K4] [S-23] a second marker is told of the first with their own', async () => {
    const [first, second] = [grade(), grade({ feedback: 'Fair' })];
    await one('moderator').person.edit(map, [first]);
    expect(await waysTo([SECRET, first.grade], 'owner')).toEqual([]);
    await one('owner').person.edit(map, [second]);
    const { version } = await one('owner').person.ask<Snapshot>('GET', `/api/maps/${map}`);
    for (const name of ['owner', 'moderator']) {
      const { bot } = one(name);
      await bot.until(({ version: held }) => held === version);
      expect([...bot.client.confirmed.grades.keys()].sort()).toEqual([first.grade, second.grade].sort());
    }
    expect(await waysTo([SECRET, first.grade, second.grade], 'Ada')).toEqual([]);
  });

  it('[K4] [S-22] [S-24] the table of grades has for each marker what they may see, and for a student nothing', async () => {
    const tableFor = async (name: string, language = 'en') => {
      const table = await one(name).person.send('GET', `/api/maps/${map}/grades/csv?language=${language}`);
      return { status: table.status, type: table.headers.get('content-type'), text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await table.arrayBuffer()) }; // prettier-ignore
    };
    const overall = grade({ feedback: `=1+1 ${SECRET}` });
    await one('moderator').person.edit(map, [overall]);
    const { status, type, text } = await tableFor('moderator', 'zh');
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
    const [head, ...rows] = text.split('\r\n');
    expect(head).toBe(
      '\ufeff学生,学生编号,评分人,评分对象,Evidence,总分,评语,评分时间（UTC）,发布时间（UTC）',
    );
    expect(rows.find((row) => row.startsWith('Ada'))).toContain(`,moderator,全部贡献,1,1,'=1+1 ${SECRET},`);
    expect(rows.map((row) => row.split(',')[0])).toEqual(['Ada', 'Bo', 'Cy', '']);
    // Another marker, who has not marked the same yet.
    expect((await tableFor('owner')).text).not.toContain(SECRET);
    await one('owner').person.edit(map, [{ kind: 'release-grades', participants: null }]);
    expect((await tableFor('owner')).text).toContain(SECRET);
    for (const name of ['Ada', 'Bo', 'observer', 'nobody']) {
      const refused = await tableFor(name);
      expect([name, refused.status >= 400, refused.text.includes(SECRET)]).toEqual([name, true, false]);
    }
  });

  it('[K2] a student who grades is refused by REST and by a socket message, and nothing changes', async () => {
    let seq = 0;
    const { version } = await one('owner').person.ask<Snapshot>('GET', `/api/maps/${map}`);
    for (const edit of [
      grade(),
      grade({ participant: one('Bo').participant }),
      { kind: 'release-grades', participants: null },
    ]) {
      const asked = { edits: [{ id: uuidv7(), edit }] };
      const answer = await one('Bo').person.send('POST', `/api/maps/${map}/edits`, asked);
      expect(await answer.text()).toContain('not-allowed');
      // Made by hand: her page would not send it.
      const { bot, client } = one('Ada');
      const pushed: unknown = await bot.socket.emitWithAck('push', {
        client,
        edits: [{ seq: ++seq, id: uuidv7(), edit }],
      });
      expect(pushed).toMatchObject({ ok: true, verdicts: [{ refusal: { code: 'not-allowed' } }] });
    }
    for (const edit of [
      grade({ levels: [{ ...levels[0], level: uuidv7() }] }),
      grade({ participant: one('observer').participant }),
      grade({ participant: one('Bo').participant, on: claim }),
    ]) {
      const answer = await one('owner').person.send('POST', `/api/maps/${map}/edits`, {
        edits: [{ id: uuidv7(), edit }],
      });
      expect(await answer.text()).toMatch(/no-such-level|not-gradable/);
    }
    expect(await one('owner').person.ask<Snapshot>('GET', `/api/maps/${map}`)).toMatchObject({
      version,
      map: { grades: [] },
    });
  });
});
