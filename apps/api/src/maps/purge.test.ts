// What was purged, looked for in every column of every table and in every way out of two servers.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentOf, FORMATS, mapOf, type Edit, type Frame, type Id, type ImportAnswer, type Snapshot } from '@counterpoint/shared'; // prettier-ignore
import type { NestExpressApplication } from '@nestjs/platform-express';
import { uuidv7 } from 'uuidv7';
import { Bot } from '../../../../tests/support/bot.ts';
import { Person } from '../../../../tests/support/people.ts';
import { startTestApp, type TestApp } from '../../testing/testApp.ts';
import { createApp } from '../app.ts';

let app: TestApp;
let second: NestExpressApplication;
let elsewhere: string;
beforeAll(async () => {
  app = await startTestApp();
  second = await createApp(app.config);
  await second.listen(0, '127.0.0.1');
  elsewhere = await second.getUrl();
});
afterAll(async () => {
  await second.close();
  await app.stop();
});

/** Every string that a person can write gets a word of its own. */
let planted = 0;
const secret = (): string => `zq${++planted}q`;
const secretsIn = (text: string): string[] => [...new Set(text.match(/zq\d+q/g))].sort();

/** Columns in which a secret stands, of all tables there are. */
async function storedIn(): Promise<Record<string, string[]>> {
  const columns = await app.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns where table_schema = 'public'`,
  );
  expect(columns.length).toBeGreaterThan(80);
  const found: Record<string, string[]> = {};
  for (const { table_name: table, column_name: column } of columns) {
    const rows = await app.query<{ text: string }>(
      `select "${column}"::text as text from "${table}" where "${column}"::text ~ 'zq[0-9]+q'`,
    );
    if (rows.length > 0) found[`${table}.${column}`] = secretsIn(rows.map(({ text }) => text).join(' '));
  }
  return found;
}

const FILES = FORMATS.filter(({ write }) => write).flatMap(({ id }) => [
  `${id}?comments=true`,
  `${id}?comments=true&history=true`,
]);

/** Ways out that tell a secret to this person, on one of the servers. */
async function toldBy(base: string, map: Id, person: Person, last: number): Promise<string[]> {
  const versions = Array.from({ length: last }, (_, i) => `/at/${i + 1}`);
  const leaks: string[] = [];
  for (const path of ['', '/changes?limit=200', ...versions, ...FILES.map((file) => `/export/${file}`)]) {
    const response = await person.on(base).send('GET', `/api/maps/${map}${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    if (secretsIn(await response.text()).length > 0) leaks.push(path);
  }
  return leaks;
}

const add = (claim: Id, text: string, to: object) => ({ kind: 'add-claim', claim, text, language: 'en', to }) as Edit; // prettier-ignore
const under = (id: Id, direction = 'support') => ({ at: 'argument', argument: uuidv7(), direction, target: { kind: 'claim', id }, order: 'a0' }); // prettier-ignore

interface Debate {
  readonly map: Id;
  readonly owner: Person;
  readonly author: Person;
  readonly suggester: Person;
  readonly kept: Id;
  /** The uppermost of what is removed. */
  readonly top: Id;
  readonly claim: Id;
  readonly source: Id;
}

/** A branch and a source full of secrets, with proposals of every fate, all of it removed. */
async function aRemovedBranch(): Promise<Debate> {
  const owner = new Person(app.url);
  await owner.signUp('Olga');
  const map = await owner.newMap('A map', 'en');
  const [author, suggester] = [new Person(app.url), new Person(app.url)];
  await author.signUp('Ada');
  await author.join((await owner.invite(map, 'participant')).code, 'Ada');
  await suggester.signUp('Su');
  await suggester.join((await owner.invite(map, 'suggester')).code, 'Su');
  const [kept, top, claim, comment, source, edition] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()]; // prettier-ignore
  const [first, now, said] = [secret(), secret(), secret()];
  await owner.edit(map, [add(kept, 'Kept', { at: 'thesis', order: 'a0' }), add(top, secret(), under(kept))]);
  await author.edit(map, [
    add(claim, first, under(top)),
    { kind: 'reword', claim, text: now, was: first },
    { kind: 'reword', claim, text: secret(), was: first },
    { kind: 'comment', comment, claim, text: secret() },
    { kind: 'add-source', source, edition, title: secret(), url: `https://example.org/${secret()}`, language: 'en', text: `${said} ${secret()}`, marks: [{ start: 0, speaker: secret(), time: null }] },
    { kind: 'add-edition', edition: uuidv7(), source, text: secret(), reason: secret(), marks: [] },
    { kind: 'quote', quotation: uuidv7(), claim, edition, start: 0, end: said.length, bearing: 'paraphrase' },
  ]); // prettier-ignore
  const present = (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map.claims.find(({ id }) => id === claim)?.text ?? ''; // prettier-ignore
  const proposals = await suggester.edit(map, [
    { kind: 'reword', claim, text: secret(), was: present },
    { kind: 'reword', claim, text: secret(), was: present },
    add(uuidv7(), secret(), under(claim)),
    { kind: 'batch', edits: [{ kind: 'reword', claim, text: secret(), was: present }, { kind: 'reword', claim: kept, text: 'Kept on', was: 'Kept' }] },
    { kind: 'reword', claim, text: secret(), was: present },
  ]); // prettier-ignore
  const [rejected, accepted, , , withdrawn] = proposals.verdicts.map(({ id }) => id);
  await owner.edit(map, [
    { kind: 'decide', proposal: rejected, verdict: 'rejected', reason: secret() },
    { kind: 'decide', proposal: accepted, verdict: 'accepted', reason: null },
  ]);
  await suggester.edit(map, [{ kind: 'withdraw', proposal: withdrawn }]);
  await author.edit(map, [{ kind: 'reword', claim, text: secret(), was: first }]); // collides: two wordings stand
  await owner.edit(map, [
    { kind: 'remove', id: top },
    { kind: 'remove', id: source },
  ]);
  return { map, owner, author, suggester, kept, top, claim, source };
}

describe('[E16] [S15] what was purged', () => {
  it('stands in no column of the database and leaves by no way, on no server; the map lives on', async () => {
    const debate = await aRemovedBranch();
    const { map, owner, author, suggester, kept, top, claim, source } = debate;
    const stored = await storedIn();
    expect(Object.keys(stored).sort()).toEqual(['changes.edit', 'changes.patches', 'claims.beside', 'claims.text', 'comments.text', 'editions.marks', 'editions.reason', 'editions.text', 'proposals.edit', 'proposals.reason', 'quotations.exact', 'quotations.suffix', 'sources.title', 'sources.url']); // prettier-ignore
    const before = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    expect(await toldBy(elsewhere, map, owner, before.version)).toContain('/changes?limit=200');
    const bots = [owner, author, suggester].map((person) => new Bot(elsewhere, person.on(elsewhere), map));
    const frames: Frame[] = [];
    try {
      for (const bot of bots) {
        await bot.live();
        bot.onFrame = (frame) => frames.push(frame);
      }
      const { version } = await owner.edit(map, [
        { kind: 'purge', id: top },
        { kind: 'purge', id: source },
      ]);
      for (const bot of bots) await bot.until(({ version: held }) => held === version);
      expect(await storedIn()).toEqual({});
      for (const bot of bots) expect(secretsIn(JSON.stringify(contentOf(bot.client.confirmed)))).toEqual([]);
      expect(secretsIn(JSON.stringify(frames))).toEqual([]);
      for (const base of [app.url, elsewhere])
        for (const person of [owner, author, suggester])
          expect(await toldBy(base, map, person, version)).toEqual([]);
      // Whoever comes back after it: what the room kept is told without the words.
      const late = new Bot(elsewhere, author.on(elsewhere), map);
      bots.push(late);
      await late.live();
      expect(contentOf(late.client.confirmed)).toEqual(contentOf(bots[1]!.client.confirmed));

      const { map: now } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
      const { map: replayed } = await owner.ask<Snapshot>('GET', `/api/maps/${map}/at/${version}`);
      expect(replayed).toEqual(contentOf(mapOf(now)));
      const again = await owner.edit(map, [
        { kind: 'restore', id: top },
        { kind: 'purge', id: top },
        { kind: 'reword', claim, text: 'back', was: 'gone' },
        { kind: 'reword', claim: kept, text: 'Kept still', was: 'Kept' },
        add(uuidv7(), 'More', under(kept, 'rebut')),
      ]);
      expect(again.verdicts).toMatchObject([{ refusal: { code: 'purged' } }, { refusal: { code: 'purged' } }, {}, { version: version + 1 }, { version: version + 2 }]); // prettier-ignore
    } finally {
      for (const bot of bots) bot.close();
    }
  });

  it('[S15] leaves the log of two writes at once whole: whoever is late decides on the map that was purged', async () => {
    const { map, owner, author, top, kept } = await aRemovedBranch();
    const writes = Array.from({ length: 10 }, (_, i) =>
      author.on(elsewhere).edit(map, [add(uuidv7(), `Late ${i}`, under(kept))]),
    );
    const purged = await owner.edit(map, [{ kind: 'purge', id: top }]);
    const late = await Promise.all(writes);
    expect(purged.verdicts[0]).toHaveProperty('version');
    // The one server hears of what the other wrote a moment later.
    const last = Math.max(...[purged, ...late].map((answer) => answer.version));
    const read = () => owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    let told = await read();
    while (told.version < last) told = await read();
    const { version, map: now } = told;
    const { map: replayed } = await owner
      .on(elsewhere)
      .ask<Snapshot>('GET', `/api/maps/${map}/at/${version}`);
    expect(replayed).toEqual(contentOf(mapOf(now)));
    expect(now.claims.filter(({ removed }) => removed).map(({ text }) => text)).toEqual(['', '']);
    expect(now.claims.filter(({ removed }) => !removed)).toHaveLength(11);
  });

  it('[E17] an edit that waits in a browser without a connection is refused by name, and the next ones go on', async () => {
    const { map, owner, author, kept } = await aRemovedBranch();
    const claim = uuidv7();
    await author.edit(map, [add(claim, 'Soon gone', under(kept))]);
    const bot = new Bot(app.url, author, map);
    try {
      await bot.live();
      bot.socket.disconnect();
      await bot.until(({ status }) => status === 'offline');
      bot.client.edit({ kind: 'reword', claim, text: 'Mine still', was: 'Soon gone' });
      bot.client.edit(add(uuidv7(), 'Elsewhere', { at: 'thesis', order: 'a1' }));
      await owner.edit(map, [
        { kind: 'remove', id: claim },
        { kind: 'purge', id: claim },
      ]);
      bot.socket.connect();
      await bot.settled();
      expect(bot.tray).toMatchObject([{ edit: { text: 'Mine still' }, refusal: { code: 'removed' } }]);
      expect(bot.client.confirmed.claims.get(claim)).toMatchObject({ text: '' });
      expect([...bot.client.view.claims.values()].map(({ text }) => text)).toContain('Elsewhere');
    } finally {
      bot.close();
    }
  });

  it('[V8] comes back from no file: a backup with its history is sound, and read it is the map that was written', async () => {
    const { map, owner, top, source } = await aRemovedBranch();
    await owner.edit(map, [
      { kind: 'purge', id: top },
      { kind: 'purge', id: source },
    ]);
    const file = await (await owner.send('GET', `/api/maps/${map}/export/json?comments=true&history=true`)).text(); // prettier-ignore
    const { history } = JSON.parse(file) as { history: { version: number; kind: string }[] };
    expect(history.map(({ version }) => version)).toEqual(history.map((_, i) => i + 1));
    expect(history.filter(({ kind }) => kind === 'purge')).toHaveLength(2);
    const made = await owner.send('POST', '/api/maps/import', file);
    expect(made.status).toBe(201);
    const id = ((await made.json()) as ImportAnswer).map?.id ?? '';
    const { map: copy } = await owner.ask<Snapshot>('GET', `/api/maps/${id}`);
    const { map: now } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    const live = now.claims.filter(({ removed }) => !removed);
    expect(copy.claims.map(({ text }) => text)).toEqual(live.map(({ text }) => text));
    expect([copy.comments, copy.quotations, copy.sources]).toEqual([[], [], []]);
  });
});
