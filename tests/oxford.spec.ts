// A whole Oxford debate of twelve people: from the vote before to the vote after, with ratings of claims that are changed
// meanwhile (S-17, S-18, S-29, E-03, E-04, E-14), and on to its report and its archive (S-19, S-26). What each was told over
// its socket is kept and looked through; every figure of the report is what SQL over the log says.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ballotFor,
  pollsIn,
  PROTOCOL,
  tallyFor,
  type Change,
  type Edit,
  type EditAnswer,
  type Id,
  type Report,
  type Snapshot,
} from '@counterpoint/shared';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { begin, goTo } from './support/debate.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { PARTS_FROM_LOG, SWING_FROM_LOG, type PartInLog, type SwingInLog } from './support/reportFromLog.ts';
import { clearStage, theStage } from './support/stage.ts';
import type { TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;
let browser: Browser;
const readers: Reader[] = [];
const bots: Bot[] = [];

beforeAll(async () => {
  ({ api, browser, database } = await theStage());
});
afterAll(clearStage);
afterEach(async () => {
  for (const bot of bots.splice(0)) bot.close();
  for (const { errors, context } of readers.splice(0)) {
    expect(errors).toEqual([]);
    await context.close();
  }
});

const QUESTION = '老桥该不该留下？';
const WORDS = ['反对', '未定', '赞成'];
/** Of the three at screens and then the eight over sockets; the last one comes too late for the first vote. */
const BEFORE = [2, 2, 2, 1, 1, 0, 0, 0, 1, 1, null];
const AFTER = [2, 2, 0, 2, 0, 0, 0, 0, 0, 0, 2];
/** How they rate the claim. */
const RATES = [3, 4, 2, 4, 4, 1, 0, 2, 3, 3, 1];

async function at(person: Person, map: Id): Promise<Page> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.page.goto(`/maps/${map}`);
  await reader.page.getByRole('main').waitFor();
  return reader.page;
}

async function twelve() {
  const owner = new Person(api.url);
  await owner.signUp('主持');
  const map = await owner.newMap('河上的桥');
  const { code } = await owner.invite(map);
  const people: Person[] = [];
  for (let i = 0; i < 11; i++) {
    const person = new Person(api.url);
    await person.join(code, `学员 ${i + 1}`);
    people.push(person);
  }
  const desk = await at(owner, map);
  const pages = [await at(people[0]!, map), await at(people[1]!, map), await at(people[2]!, map)];
  const heard: { by: number; changes: Change[] }[] = [];
  for (const [i, person] of people.slice(3).entries()) {
    const bot = new Bot(api.url, person, map);
    bot.onFrame = ({ changes }) => heard.push({ by: i, changes: [...changes] });
    bots.push(bot);
  }
  await Promise.all(bots.map((bot) => bot.until(({ participant }) => participant !== null)));
  return { owner, map, people, desk, pages, heard };
}

/** As a person without a screen votes. */
function vote(bot: Bot, on: Id, value: number): void {
  const { view } = bot.client;
  const ballot = ballotFor(view, on);
  const edit: Edit = {
    kind: 'vote',
    vote: uuidv7(),
    on,
    ballot: ballot?.id ?? uuidv7(),
    judged: null,
    value,
  };
  expect(bot.client.edit(edit)).toMatchObject({ ok: true });
}

const line = (page: Page) => page.getByRole('region', { name: '正在表决' });
const dialog = (page: Page) => page.getByRole('dialog', { name: '投票与表决' });

async function openVoting(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('投票与表决');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
}

/** Everyone answers; nobody on the way is told what anybody answered. */
async function poll(pages: readonly Page[], answers: readonly (number | null)[]): Promise<Id> {
  for (const [i, page] of pages.entries()) {
    const answer = answers[i];
    if (answer !== null && answer !== undefined) await line(page).getByRole('radio', { name: WORDS[answer]! }).click(); // prettier-ignore
  }
  await Promise.all(bots.map((bot) => bot.until(({ confirmed }) => pollsIn(confirmed).some(({ ended }) => !ended)))); // prettier-ignore
  const on = pollsIn(bots[0]!.client.confirmed).find(({ ended }) => !ended)!.id;
  for (const [i, bot] of bots.entries()) {
    const answer = answers[i + 3];
    if (answer !== null && answer !== undefined) vote(bot, on, answer);
    await bot.settled();
  }
  const count = answers.filter((answer) => answer !== null).length;
  await Promise.all(
    bots.map((bot) => bot.until(({ confirmed }) => ballotFor(confirmed, on)?.voted === count)),
  );
  return on;
}

/** [C3] Of what each bot was told: votes of their own alone, no tally before its time, and no name beside anybody's vote. */
function lookThrough(heard: readonly { by: number; changes: readonly Change[] }[], areOpen: boolean): void {
  for (const { by, changes } of heard)
    for (const { patches, by: author, kind, client } of changes) {
      const me = bots[by]!.client.participant;
      const puts = patches.flatMap((patch) => (patch.table !== 'info' && 'put' in patch ? [patch] : []));
      if (!puts.some(({ table }) => table === 'ballots')) continue;
      const votes = puts.flatMap((patch) => (patch.table === 'votes' ? [patch.put.by] : []));
      for (const voter of votes) expect(voter).toBe(me);
      if (votes.length === 0) expect([author, kind, client]).toEqual([null, 'hidden', '00000000-0000-0000-0000-000000000000']); // prettier-ignore
      if (!areOpen) expect(puts.filter(({ table }) => table === 'tallies')).toEqual([]);
    }
}

/** Two speak, one after the other. */
async function speak(owner: Person, map: Id, debate: Id): Promise<void> {
  for (const bot of bots.slice(0, 2)) {
    const hand = uuidv7();
    expect(bot.client.edit({ kind: 'raise-hand', hand, debate, point: null })).toMatchObject({ ok: true });
    await bot.settled();
    for (const state of ['speaking', 'spoken']) await owner.edit(map, [{ kind: 'set-hand', hand, state }]);
  }
}

/** What the eight write, all of which is then moved, merged, split or put away with what it hangs beneath. */
async function argueOn(owner: Person, map: Id, to: Id): Promise<void> {
  const [a, b, c, d, e, f, g, h] = Array.from({ length: 8 }, uuidv7) as [Id, Id, Id, Id, Id, Id, Id, Id];
  const [source, edition] = [uuidv7(), uuidv7()];
  const doubted = uuidv7();
  const says = async (by: number, ...edits: Edit[]) => {
    for (const edit of edits) expect(bots[by]!.client.edit(edit)).not.toHaveProperty('refusal');
    await bots[by]!.settled();
    expect(bots[by]!.tray).toEqual([]);
    await Promise.all(bots.map((bot) => bot.until(({ version }) => version === bots[by]!.client.version)));
  };
  const add = (claim: Id, text: string, id: Id, kind: 'claim' | 'argument' = 'claim', argument = uuidv7()): Edit => ({ kind: 'add-claim', claim, text, language: 'zh', to: { at: 'argument', argument, direction: 'rebut', target: { kind, id }, order: 'a6' } }); // prettier-ignore
  await owner.edit(map, [{ kind: 'add-source', source, edition, title: '旧报', url: '', language: 'zh', text: '桥上有三十个桩。', marks: [] }]); // prettier-ignore
  await Promise.all(bots.map((bot) => bot.until(({ confirmed }) => confirmed.editions.has(edition))));
  await says(0, add(a, '修一修就行', to));
  await says(1, add(b, '修也修不好', a, 'claim', doubted), add(c, '桩已经朽了', b));
  await says(2, add(d, '这推不出来', doubted, 'argument'));
  await says(3, add(e, '去年才修过', b));
  await says(4, add(f, '去年修过了', b), { kind: 'comment', comment: uuidv7(), claim: f, text: '谁修的？' });
  await says(5, add(g, '桥窄，车多', to));
  await says(6, add(h, '窄的是路', g), { kind: 'comment', comment: uuidv7(), claim: g, text: '多宽？' });
  await says(7, { kind: 'quote', quotation: uuidv7(), claim: f, edition, start: 0, end: 7, bearing: 'inference' }); // prettier-ignore
  await says(7, add(uuidv7(), '报上写了三十个桩', f));
  const place = { at: 'argument', argument: uuidv7(), direction: 'support', target: { kind: 'claim', id: e }, order: 'a7' }; // prettier-ignore
  const part = { claim: uuidv7(), text: '车多', argument: uuidv7(), order: 'a8', quotations: [] };
  const { verdicts } = await owner.edit(map, [
    { kind: 'merge-claim', claim: f, into: e, reference: uuidv7() },
    { kind: 'move-claim', claim: c, to: place },
    { kind: 'split-claim', claim: g, was: '桥窄，车多', text: '桥窄', as: 'own', parts: [part] },
    { kind: 'remove', id: g },
  ]);
  expect(verdicts.filter((verdict) => 'refusal' in verdict)).toEqual([]);
}

const clockTime = (ms: number): string => `0:${`${Math.round(ms / 1000)}`.padStart(2, '0')}`;

/** [S-19] The figures of everybody and of the swing, on the page and as data, are those of the log. */
async function readReport(owner: Person, map: Id, desk: Page, after: Id): Promise<void> {
  const sql = new Client({ connectionString: database.url });
  await sql.connect();
  const { rows: parts } = await sql.query<PartInLog>(PARTS_FROM_LOG, [map]);
  const { rows: swing } = await sql.query<SwingInLog>(SWING_FROM_LOG, [map, after]);
  await sql.end();
  const { people } = await owner.ask<Report>('GET', `/api/maps/${map}/report`);
  const told = people.map(({ person, side: _, ...counts }) => ({ person: person.id, ...counts }));
  expect(told.sort((a, b) => (a.person < b.person ? -1 : 1))).toEqual(parts);
  // Of each kind there is something, so that none is right for want of it.
  for (const kind of ['claims', 'replies', 'sources', 'comments', 'voted', 'spoken'] as const)
    expect(parts.some((part) => part[kind] > 0) || kind).toBe(true);

  await desk.goto(`/maps/${map}?view=report`);
  const table = desk.getByRole('region', { name: '谁参与了' }).getByRole('table');
  await table.getByRole('columnheader', { name: '投票' }).waitFor();
  const shown = await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent))); // prettier-ignore
  const named = new Map(people.map(({ person }) => [person.id, person.name]));
  const wanted = parts.map(({ person, written, kept, claims, replies, sources, comments, voted, spoken }) => [named.get(person), ...[claims, replies, sources, comments, voted].map(String), clockTime(spoken), written === 0 ? '' : `${Math.round((kept / written) * 100)}%`]); // prettier-ignore
  expect(shown.sort()).toEqual(wanted.sort());

  const flow = (from: number, to: number) => swing.find((one) => one.from === from && one.to === to)?.people ?? 0; // prettier-ignore
  const all = swing.reduce((sum, one) => sum + one.people, 0);
  const switched = swing.reduce((sum, one) => sum + (one.from === one.to ? 0 : one.people), 0);
  const plot = desk.getByRole('region', { name: `${all} 人里有 ${switched} 人改了主意` });
  await plot.getByText('看数字').click();
  expect(await plot.getByRole('cell').allTextContents()).toEqual([2, 1, 0].flatMap((from) => [2, 1, 0].map((to) => `${flow(from, to)}`))); // prettier-ignore
}

/** [S-26] Whoever asks, and by whichever door: nothing is changed any more. */
async function archive(owner: Person, guest: Person, map: Id): Promise<void> {
  const codesOf = ({ verdicts }: EditAnswer) => verdicts.map((one) => ('refusal' in one ? one.refusal.code : 'ok')); // prettier-ignore
  expect(codesOf(await owner.edit(map, [{ kind: 'set-hold', hold: 'archived', slow: 0 }]))).toEqual(['ok']);
  const before = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  const late = () => ({ kind: 'add-claim', claim: uuidv7(), text: '太迟', language: 'zh', to: { at: 'thesis', order: 'a9' } }); // prettier-ignore
  for (const person of [owner, guest]) {
    expect(codesOf(await person.edit(map, [late()]))).toEqual(['archived']);
    const bot = new Bot(api.url, person, map);
    bots.push(bot);
    await bot.live();
    const { version, epoch } = before;
    const client = uuidv7();
    await bot.socket.emitWithAck('hello', { protocol: PROTOCOL, map, client, version, epoch });
    const answer = (await bot.socket.emitWithAck('push', { client, edits: [{ seq: 1, id: uuidv7(), edit: late() }] })) as EditAnswer; // prettier-ignore
    expect(codesOf(answer)).toEqual(['archived']);
  }
  const { map: content, version } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  expect({ content, version }).toEqual({ content: before.map, version: before.version });
}

describe('an Oxford debate', () => {
  it('[S-17] [S-18] [S-19] [S-26] [S-29] [E-03] [E-04] [E-14] [C1] to [C7] [H1] [H2] from the vote before to the vote after, its report and its archive', async () => {
    const { owner, map, people, desk, pages, heard } = await twelve();
    const [first] = pages as [Page, Page, Page];
    const content = async (format = '') =>
      (await owner.ask<Snapshot>('GET', `/api/maps/${map}${format}`)).map;
    await begin(desk, '牛津式');
    await goTo(desk, '会前投票');

    // The vote before: nobody sees what came out, whoever asks and however.
    await openVoting(desk);
    await dialog(desk).getByRole('textbox', { name: '问题' }).fill(QUESTION);
    await dialog(desk).getByRole('button', { name: '请大家表决' }).click();
    const before = await poll(pages, BEFORE);
    await line(first).getByText('10 / 12 人已投').waitFor();
    await dialog(desk).getByRole('button', { name: '结束，先不公布' }).click();
    await desk.keyboard.press('Escape');
    await line(first).waitFor({ state: 'detached' });
    for (const answer of [
      await content(),
      await owner.ask('GET', `/api/maps/${map}/export/json`),
      await owner.ask('GET', `/api/maps/${map}/changes?since=0`),
    ])
      // prettier-ignore
      expect(JSON.stringify(answer)).not.toMatch(/"sum"/);
    lookThrough(heard, false);

    // Claims, rated while they are hidden.
    const { id: debate, phase: voting } = (await content()).debates[0]!;
    await goTo(desk, '交锋');
    await Promise.all(
      bots.map((bot) => bot.until(({ confirmed }) => confirmed.debates.get(debate)?.phase !== voting)),
    );
    const [thesis, claim, twin, argument, other] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    const [moved, split, from, apart, onto, part] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()]; // prettier-ignore
    const reply = (id: Id, order: string) => ({ at: 'argument', argument: id, direction: 'support', target: { kind: 'claim', id: thesis }, order }); // prettier-ignore
    const add = (id: Id, text: string, to: object) => ({
      kind: 'add-claim',
      claim: id,
      text,
      language: 'zh',
      to,
    });
    await owner.edit(map, [
      add(thesis, '老桥应当留下', { at: 'thesis', order: 'a0' }),
      add(claim, '它还很结实', reply(argument, 'a0')),
      add(twin, '它仍然结实', reply(other, 'a1')),
      add(moved, '渡船已经停了', reply(from, 'a2')),
      add(split, '新桥贵，而且要等十年', reply(apart, 'a3')),
      { kind: 'change-settings', set: { votes: 'hidden' } },
    ]);
    await speak(owner, map, debate);
    await owner.edit(map, [{ kind: 'clock', debate: (await content()).debates[0]!.id, phase: (await content()).debates[0]!.phase, deed: { what: 'end' } }]); // prettier-ignore
    expect((await content()).info.votes).toBe('open');
    await owner.edit(map, [{ kind: 'change-settings', set: { votes: 'hidden' } }]);
    await Promise.all(bots.map((bot) => bot.until(({ confirmed }) => confirmed.info.votes === 'hidden')));
    for (const [i, bot] of bots.entries()) {
      vote(bot, claim, RATES[i + 3]!);
      vote(bot, argument, 4);
      vote(bot, twin, 1);
      vote(bot, moved, 3);
      vote(bot, from, 2);
      vote(bot, split, 0);
      await bot.settled();
    }
    // By keys, in the guided round: the thesis, then the claim and its step.
    for (const [i, page] of pages.entries()) {
      await page.getByRole('radio', { name: '投票' }).click();
      const round = page.getByRole('region', { name: '还没有评的主张' });
      await round.getByText('第 1 条，共 5 条').waitFor();
      await page.keyboard.press('2');
      await round.getByRole('radio', { name: /^2/, checked: true }).waitFor();
      await page.keyboard.press('Enter');
      await round.getByText('它还很结实').waitFor();
      await page.keyboard.press(String(RATES[i]));
      await round
        .getByRole('radio', { name: new RegExp(`^${RATES[i]}`), checked: true })
        .first()
        .waitFor();
      await page.keyboard.press('0');
      await until(async () => (await round.getByRole('radio', { checked: true }).count()) === 2);
    }
    await Promise.all(
      bots.map((bot) => bot.until(({ confirmed }) => ballotFor(confirmed, claim)?.voted === 11)),
    );
    lookThrough(heard, false);
    expect((await content()).tallies).toEqual([]);

    // What is reworded, moved, merged and split keeps its votes apart, and asks anew.
    await owner.edit(map, [
      { kind: 'reword', claim, text: '它还相当结实', was: '它还很结实' },
      { kind: 'turn', argument, direction: 'rebut' },
      { kind: 'merge-claim', claim: twin, into: thesis, reference: uuidv7() },
      {
        kind: 'move-claim',
        claim: moved,
        to: { ...reply(onto, 'a0'), target: { kind: 'claim', id: claim } },
      },
      {
        kind: 'split-claim',
        claim: split,
        was: '新桥贵，而且要等十年',
        text: '新桥贵',
        as: 'joint',
        parts: [{ claim: part, text: '新桥要等十年', argument: uuidv7(), order: 'a4', quotations: [] }],
      },
    ]);
    await first.getByRole('region', { name: '还没有评的主张' }).getByText('改动以前的 11 票另行保留。').first().waitFor(); // prettier-ignore
    await owner.edit(map, [{ kind: 'change-settings', set: { votes: 'open' } }]);
    const { ballots, tallies, votes } = await content();
    const told = (on: Id) => ballots.filter((one) => one.on === on).map(({ id, voted }) => [voted, tallies.find((tally) => tally.id === id)?.sum]); // prettier-ignore
    expect(told(claim)).toEqual([[11, RATES.reduce((all, one) => all + one, 0)]]);
    expect(told(argument)).toEqual([[11, 32]]);
    expect(told(twin)).toEqual([[8, 8]]);
    expect(told(moved)).toEqual([[8, 24]]);
    expect(told(from)).toEqual([[8, 16]]);
    expect(told(split)).toEqual([[8, 0]]);
    expect([told(onto), told(part)]).toEqual([[], []]);
    expect(votes).toEqual([]);
    const now = bots[0]!;
    await now.until(({ confirmed }) => confirmed.tallies.size === 7);
    for (const asked of [claim, argument, onto, split, part, apart])
      expect(ballotFor(now.client.confirmed, asked)).toBeUndefined();
    // Whether it is right was not asked of its place.
    expect(ballotFor(now.client.confirmed, moved)).toMatchObject({ voted: 8 });
    expect(tallyFor(now.client.confirmed, ballotFor(now.client.confirmed, thesis)?.id, null)).toMatchObject({ votes: 3, sum: 6 }); // prettier-ignore

    // The vote after: who moved more people has won, whoever had more of them.
    await openVoting(desk);
    await dialog(desk).getByRole('button', { name: '请大家表决' }).click();
    const after = await poll(pages, AFTER);
    await dialog(desk).getByRole('button', { name: '结束并公布结果' }).click();
    for (const page of [desk, first]) {
      if (page === first) await openVoting(page);
      await dialog(page).getByText('反对一方增加更多：+40 个百分点。').waitFor();
      await dialog(page).getByText('两次都投的 10 人里，5 人改了主意。 1 人只投了一次，不计入。').waitFor();
    }
    const compared = (await content()).polls.find(({ id }) => id === after)?.compared;
    expect(compared).toEqual({ flow: [[3, 0, 0], [3, 0, 1], [1, 0, 2]], paired: 10, unpaired: 1 }); // prettier-ignore
    expect((await content()).polls.find(({ id }) => id === before)?.shown).not.toBeNull();
    lookThrough(heard, true);

    await argueOn(owner, map, claim);
    await readReport(owner, map, desk, after);
    await archive(owner, people[4]!, map);
  });
});
