// A whole Oxford debate of twelve people: from the vote before to the vote after, with ratings of claims that are changed
// meanwhile (S-17, S-18, S-29, E-03, E-04, E-14). What each was told over its socket is kept and looked through.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ballotFor,
  pollsIn,
  tallyFor,
  type Change,
  type Edit,
  type Id,
  type Snapshot,
} from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { launchBrowser } from './support/browser.ts';
import { begin, goTo, until } from './support/debate.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;
let browser: Browser;
const readers: Reader[] = [];
const bots: Bot[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await api.stop();
  await database.drop();
});
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
  return { owner, map, desk, pages, heard };
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

describe('an Oxford debate', () => {
  it('[S-17] [S-18] [S-29] [E-03] [E-04] [E-14] [C1] to [C7] from the vote before to the vote after', async () => {
    const { owner, map, desk, pages, heard } = await twelve();
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
    await goTo(desk, '交锋');
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
  });
});
