// Twelve people, two sides and a moderator, from the code on the board to the end of the debate, at screens and over bare
// sockets (S-01, S-03 to S-05, S-08 to S-10).
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  PROTOCOL,
  queueIn,
  debateOf,
  sideOf,
  standAt,
  type ArgumentMap,
  type Change,
  type Debate,
  type Edit,
  type Id,
  type PresenceFrame,
  type PushReply,
  type Refused,
} from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { once } from 'node:events';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { launchBrowser } from './support/browser.ts';
import { begin, clock, overAt, press, queue, strip } from './support/debate.ts';
import { until } from './support/patience.ts';
import { lineTo, type Line } from './support/line.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;
let browser: Browser;
let readers: Reader[] = [];
let bots: Bot[] = [];
let bare: Bare[] = [];

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
  for (const bot of bots) bot.close();
  for (const { end } of bare) end();
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  [readers, bots, bare] = [[], [], []];
});

/** A connection of somebody's, without our client: it sends what it likes. */
interface Bare extends Line {
  readonly client: Id;
  readonly me: Id;
  seq: number;
  /** It has said hello, again where it was cut off. */
  isThere: boolean;
}

async function bareSocket(person: Person, map: Id): Promise<Bare> {
  const line = lineTo(api.url, person);
  const { socket } = line;
  const client = uuidv7();
  const hello = async () => (await socket.emitWithAck('hello', { protocol: PROTOCOL, map, client, version: null, epoch: null })) as { participant: Id }; // prettier-ignore
  await once(socket as never, 'connect');
  const one: Bare = { ...line, client, me: (await hello()).participant, seq: 0, isThere: true };
  socket.on('disconnect', () => (one.isThere = false));
  socket.on('connect', () => {
    hello().then(
      () => (one.isThere = true),
      () => undefined, // cut off once more
    );
  });
  bare.push(one);
  return one;
}

/** What became of a message made by hand: its refusal's code, or 'ok'. */
async function sends(one: Bare, edit: Edit): Promise<string> {
  const push = { client: one.client, edits: [{ seq: one.seq + 1, id: uuidv7(), edit }] };
  const reply = (await one.socket.emitWithAck('push', push)) as ({ ok: true } & PushReply) | Refused;
  if (!reply.ok) return reply.refusal.code;
  one.seq += 1;
  const [verdict] = reply.verdicts;
  return verdict && 'refusal' in verdict ? verdict.refusal.code : 'ok';
}

/** How far the clock of one device is wrong. */
const WRONG = -90_000;

async function student(code: string, name: string, ahead = 0): Promise<Page> {
  const reader = await Reader.at(browser, api.url);
  readers.push(reader);
  const { page, context } = reader;
  await context.addInitScript((wrong) => {
    const right = Date.now.bind(Date);
    Date.now = () => right() + wrong;
  }, ahead);
  await page.goto('/?code');
  await page.getByRole('dialog').getByRole('textbox').fill(code.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '你的名字' }).fill(name);
  await page.getByRole('button', { name: '进入论证图' }).click();
  await page.getByRole('main').waitFor();
  return page;
}

async function scene(format: string) {
  const owner = new Person(api.url);
  await owner.signUp('主持');
  const map = await owner.newMap('河上的桥');
  const desk = await Reader.at(browser, api.url, { cookie: owner.headers['cookie'] ?? '' });
  readers.push(desk);
  await desk.page.goto(`/maps/${map}`);
  await desk.page.getByRole('main').waitFor();
  const { code } = await owner.invite(map);
  const pages = [await student(code, '学员 1'), await student(code, '学员 2', WRONG), await student(code, '学员 3')]; // prettier-ignore
  const people: Person[] = [];
  for (let i = 4; i <= 11; i++) {
    const person = new Person(api.url);
    await person.join(code, `学员 ${i}`);
    people.push(person);
    bots.push(new Bot(api.url, person, map));
  }
  await begin(desk.page, format);
  await desk.page.keyboard.press('Escape');
  const [owning] = bots;
  await Promise.all(bots.map((bot) => bot.until(({ confirmed }) => debateOf(confirmed) !== undefined)));
  const { sides } = debateIn(owning!.client.confirmed);
  for (const [i, page] of pages.entries())
    await page.getByRole('region', { name: '选择一方' }).getByRole('button', { name: sides[i % 2]!.name }).click(); // prettier-ignore
  for (const [i, bot] of bots.entries())
    bot.client.edit({ kind: 'set-side', participant: bot.client.participant!, side: sides[(i + 1) % 2]!.id });
  await Promise.all(bots.map((bot) => bot.settled()));
  await strip(desk.page).waitFor();
  return { map, moderator: desk.page, pages, people };
}

const debateIn = (map: ArgumentMap): Debate => {
  const debate = debateOf(map);
  if (!debate) throw new Error('no debate takes place');
  return debate;
};
/** When time is up, by the server. */
function overIn(map: ArgumentMap): number {
  const { clock } = standAt(debateIn(map), Date.now());
  return clock.since! + clock.allowed! - clock.spent;
}
const phaseIn = (map: ArgumentMap) => standAt(debateIn(map), Date.now()).phase;
const mapOf = (bot: Bot | undefined): ArgumentMap => bot!.client.confirmed;

const aClaim = (text: string): Extract<Edit, { kind: 'add-claim' }> => ({ kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to: { at: 'thesis', order: 'a0' } }); // prettier-ignore

/** Each edit by what the plan says of the phase and of who asks. */
async function isEnforced(one: Bare, map: ArgumentMap, claim: Id): Promise<void> {
  const debate = debateIn(map);
  const phase = phaseIn(map)!;
  const isTheirs = phase.side === null || phase.side === sideOf(map, one.me);
  const allows = (act: (typeof phase.may)[number], more = true) => (phase.may.includes(act) && more ? 'ok' : 'not-now'); // prettier-ignore
  const [draft, hand] = [uuidv7(), uuidv7()];
  const isKept = phase.may.includes('prepare');
  const tried: [Edit, string][] = [
    [aClaim(`在${phase.name}`), allows('claim', isTheirs)],
    [{ kind: 'comment', comment: uuidv7(), claim, text: '为什么？' }, allows('comment')],
    [{ kind: 'propose', proposal: draft, to: 'side', edit: { ...aClaim('草稿') } }, allows('prepare')],
    [{ kind: 'publish', proposals: [draft] }, isKept ? allows('publish', isTheirs) : allows('claim', false)],
    [{ kind: 'raise-hand', hand, debate: debate.id, point: null }, allows('speak')],
    [{ kind: 'clock', debate: debate.id, phase: phase.id, deed: { what: 'go', to: debate.phases[0]!.id } }, 'not-allowed'], // prettier-ignore
  ];
  const became = [];
  for (const [edit] of tried) became.push(await sends(one, edit));
  expect([phase.name, ...became]).toEqual([phase.name, ...tried.map(([, code]) => code)]);
  if (phase.may.includes('speak')) await sends(one, { kind: 'set-hand', hand, state: 'lowered' });
  if (became[2] === 'ok' && became[3] !== 'ok') await sends(one, { kind: 'withdraw', proposal: draft });
}

describe.each(['研讨图', '卡尔·波普尔'])('a debate of twelve after %s', (format) => {
  it('[S-01] [S-03] [S-04] [S-05] [S-08] [S-09] [S-10] goes through all its phases, over a restart and a lost line', async () => {
    const { map, moderator, pages, people } = await scene(format);
    const claim = aClaim('老桥应当留下');
    const { phases } = debateIn(mapOf(bots[0]));
    // Before the first phase everything is open.
    bots[0]!.client.edit(claim);
    await Promise.all(bots.map((bot) => bot.until(({ confirmed }) => confirmed.claims.has(claim.claim))));
    const [first, second] = [await bareSocket(people[0]!, map), await bareSocket(people[1]!, map)];
    for (const [i, phase] of phases.entries()) {
      await press(moderator, i === 0 ? '开始' : '下一阶段');
      await Promise.all(bots.map((bot) => bot.until(({ confirmed }) => phaseIn(confirmed)?.id === phase.id)));
      for (const page of pages) await strip(page).getByRole('list', { name: '辩论的各个阶段' }).locator('[aria-current]').filter({ hasText: phase.name }).first().waitFor(); // prettier-ignore
      for (const one of [first, second]) await isEnforced(one, mapOf(bots[0]), claim.claim);
      if (i === 1) await isOneClock(moderator, pages);
      if (i === 3) await isOneQueue(moderator, pages);
      if (i === 4) await comeOutTogether();
    }
  });
});

/** [S-05] The same for all, after the server was away and for who comes back later. */
async function isOneClock(moderator: Page, pages: readonly Page[]): Promise<void> {
  const before = overIn(mapOf(bots[0]));
  await readers.at(-1)!.context.setOffline(true);
  await api.stop();
  api = await startApi({ databaseUrl: database.url, port: api.port });
  await Promise.all(bots.map((bot) => bot.live()));
  await readers.at(-1)!.context.setOffline(false);
  await until(async () => bare.every(({ isThere }) => isThere));
  for (const page of [moderator, ...pages]) await page.getByRole('banner').getByText('已同步').waitFor();
  const there = async () =>
    Promise.all([moderator, ...pages].map((page, i) => overAt(page, i === 2 ? WRONG : 0)));
  await until(async () => {
    const all = [before, ...(await there())];
    return Math.max(...all) - Math.min(...all) < 300;
  });
}

/** [S-08] In one order for all. */
async function isOneQueue(moderator: Page, pages: readonly Page[]): Promise<void> {
  await press(pages[0]!, '举手');
  for (const bot of bots.slice(2, 6))
    bot.client.edit({ kind: 'raise-hand', hand: uuidv7(), debate: debateIn(mapOf(bot)).id, point: null });
  await press(pages[1]!, '举手');
  await until(async () => (await queue(moderator)).length === 6);
  const order = await queue(moderator);
  for (const page of pages) await until(async () => JSON.stringify(await queue(page)) === JSON.stringify(order)); // prettier-ignore
  for (const bot of bots)
    await bot.until(({ confirmed }) => JSON.stringify(queueIn(confirmed, debateIn(confirmed)).map(({ by }) => confirmed.participants.get(by ?? '')?.name)) === JSON.stringify(order)); // prettier-ignore
  expect(await clock(moderator).count()).toBe(1);
}

/** [S-10] [S-13] Who has a draft before them shows it to their own side; to the others, that they are there. */
async function isLookedAtInPrivate(ours: readonly Bot[], others: readonly Bot[], draft: Id): Promise<void> {
  const me = ours[0]!.client.participant;
  const shown = (bot: Bot) =>
    new Promise<Id | null>((resolve) => {
      bot.socket.on('presence', ({ here }: PresenceFrame) => {
        const mine = here.find(({ participant, cursor }) => participant === me && cursor?.x === 7);
        if (mine) resolve(mine.selected ?? mine.editing);
      });
    });
  const told = Promise.all([ours[1]!, others[0]!, others[1]!].map(shown));
  // Where somebody looks is sent once, and may be lost.
  let y = 0;
  const again = setInterval(() => ours[0]!.socket.emit('presence', { cursor: { x: 7, y: y++ }, selected: draft, editing: draft, reviewing: null }), 200); // prettier-ignore
  await told.finally(() => clearInterval(again));
  expect(await told).toEqual([draft, null, null]);
}

/** Whatever was done before has come to these. */
async function isHeard(by: Bot, all: readonly Bot[]): Promise<void> {
  const marked = aClaim('公开的话');
  by.client.edit(marked);
  await Promise.all(all.map((bot) => bot.until(({ confirmed }) => confirmed.claims.has(marked.claim))));
}

/** [S-10] Drafts of a side reach nobody else, and come out together: in one change, in which all of them are. */
async function comeOutTogether(): Promise<void> {
  const sideOfBot = (bot: Bot) => sideOf(mapOf(bot), bot.client.participant);
  const side = phaseIn(mapOf(bots[0]))?.side ?? sideOfBot(bots[0]!);
  const [ours, others] = [bots.filter((bot) => sideOfBot(bot) === side), bots.filter((bot) => sideOfBot(bot) !== side)]; // prettier-ignore
  await isHeard(ours[0]!, others); // and with it what was hidden before
  const changes: Change[] = [];
  others[0]!.onFrame = (frame) => changes.push(...frame.changes);
  const drafts = ours.map((bot, i) => {
    const [proposal, edit] = [uuidv7(), aClaim(`只给本方 ${i}`)];
    bot.client.edit({ kind: 'propose', proposal, to: 'side', edit: { ...edit } });
    return { proposal, claim: edit.claim };
  });
  const has = (map: ArgumentMap) => drafts.every(({ proposal }) => map.proposals.has(proposal));
  await Promise.all(ours.map((bot) => bot.until(({ confirmed }) => has(confirmed))));
  await isLookedAtInPrivate(ours, others, drafts[0]!.claim);
  await Promise.all(ours.map((bot) => bot.settled()));
  await isHeard(ours[0]!, others);
  expect(JSON.stringify(changes)).not.toContain('只给本方');
  // Screens that are open keep how far someone has read, once a minute: that is hidden, too.
  expect(changes.filter(({ kind }) => kind === 'hidden').length).toBeGreaterThanOrEqual(drafts.length);
  ours[1]!.client.edit({ kind: 'publish', proposals: drafts.map(({ proposal }) => proposal) });
  await Promise.all(others.map((bot) => bot.until(({ confirmed }) => confirmed.claims.has(drafts[0]!.claim)))); // prettier-ignore
  const [out] = changes.filter(({ kind }) => kind === 'publish');
  const made = out?.patches.flatMap((patch) =>
    patch.table === 'claims' && 'put' in patch ? patch.put.id : [],
  );
  expect(made?.sort()).toEqual(drafts.map(({ claim }) => claim).sort());
}
