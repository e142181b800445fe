// A debate as its report tells it afterwards: every figure on the page is what SQL over the log says (S-16, S-17, S-19, S-20, S-24).
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  howIn,
  mapOf,
  NO_TASKS,
  strengthsOf,
  swingOf,
  votesFor,
  type Id,
  type Snapshot,
} from '@counterpoint/shared';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { aSeminar, type Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { PARTS_FROM_LOG, type PartInLog } from './support/reportFromLog.ts';
import { clearStage, theStage } from './support/stage.ts';
import type { TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;
let browser: Browser;
let readers: Reader[] = [];

beforeAll(async () => {
  ({ api, browser, database } = await theStage());
});
afterAll(clearStage);
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

async function at(person: Person, map: Id, view: string): Promise<Page> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.page.goto(`/maps/${map}?view=${view}`);
  return reader.page;
}

const reply = (target: Id, claim: Id, direction: 'support' | 'rebut') => ({
  kind: 'add-claim', claim, text: `理由 ${claim.slice(-4)}`, language: 'zh',
  to: { at: 'argument', argument: uuidv7(), direction, target: { kind: 'claim', id: target }, order: 'a0' },
}); // prettier-ignore
const thesisOf = (claim: Id) => ({ kind: 'add-claim', claim, text: '老桥应当留下', language: 'zh', to: { at: 'thesis', order: 'a0' } }); // prettier-ignore
const vote = (on: Id, value: number) => ({ kind: 'vote', vote: uuidv7(), on, ballot: uuidv7(), judged: null, value }); // prettier-ignore

/** Six people on two sides, five of whom write, two speak, and all vote before and after. */
async function aDebate() {
  const { map, owner, guests } = await aSeminar(api.url, 6, '河上的桥');
  const [debate, phase, pro, contra, thesis] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const sides = [{ id: pro, name: '正方', sign: 'square' }, { id: contra, name: '反方', sign: 'triangle' }]; // prettier-ignore
  const phases = [{ id: phase, name: '交锋', side: null, seconds: null, may: ['claim', 'comment', 'speak', 'vote'], bells: [] }]; // prettier-ignore
  const { participants } = (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map;
  const people = participants.filter(({ role }) => role === 'participant');
  await owner.edit(map, [
    { kind: 'begin-debate', debate, plan: { name: '牛津式', sides, phases, queue: 'raised', pace: 'hand', injury: null, choose: true } }, // prettier-ignore
    ...people.map(({ id }, i) => ({ kind: 'set-side', participant: id, side: i % 2 === 0 ? pro : contra })),
    { kind: 'clock', debate, phase: null, deed: { what: 'go', to: phase } },
    {
      kind: 'change-settings',
      set: { votes: 'hidden', strength: 'quadratic-energy', tasks: { ...NO_TASKS, replies: 2 } },
    },
    thesisOf(thesis),
  ]);
  const claims: Id[] = [thesis];
  for (let n = 0; n < 14; n++) {
    const [claim, by] = [uuidv7(), guests[n % 5]!];
    await by.edit(map, [reply(claims[(n * 3) % claims.length]!, claim, n % 3 === 0 ? 'support' : 'rebut')]);
    claims.push(claim);
    if (n % 4 === 0) await by.edit(map, [{ kind: 'comment', comment: uuidv7(), claim, text: '谁量过？' }]);
  }
  const last = claims.at(-1)!;
  await guests[13 % 5]!.edit(map, [{ kind: 'remove', id: last }]);
  for (const [i, guest] of guests.entries())
    await guest.edit(map, claims.slice(1, 2 + i).map((on) => vote(on, i % 5))); // prettier-ignore
  for (const guest of guests.slice(0, 2)) {
    const hand = uuidv7();
    await guest.edit(map, [{ kind: 'raise-hand', hand, debate, point: null }]);
    await owner.edit(map, [{ kind: 'set-hand', hand, state: 'speaking' }]);
    await owner.edit(map, [{ kind: 'set-hand', hand, state: 'spoken' }]);
  }
  const polls = [uuidv7(), uuidv7()] as const;
  for (const [i, poll] of polls.entries()) {
    await owner.edit(map, [{ kind: 'begin-poll', poll, question: '该修桥吗？', before: i === 0 ? null : polls[0], live: false }]); // prettier-ignore
    for (const [n, guest] of guests.entries())
      await guest.edit(map, [vote(poll, i === 1 && n < 2 ? 2 : n % 3)]);
    await owner.edit(map, [{ kind: 'end-poll', poll, show: i === 1 }]);
  }
  return { map, owner, guests, people, thesis };
}

async function fromLog(map: Id): Promise<PartInLog[]> {
  const sql = new Client({ connectionString: database.url });
  await sql.connect();
  const { rows } = await sql.query<PartInLog>(PARTS_FROM_LOG, [map]);
  await sql.end();
  return rows;
}

const clockTime = (ms: number): string => `0:${`${Math.round(ms / 1000)}`.padStart(2, '0')}`;

describe('the report of a debate', () => {
  it('[S-16] [S-17] [S-19] [S-20] [G13] [G14] [H8] shows who decides what the log says of each, and others their own part', async () => {
    const { map, owner, guests, people, thesis } = await aDebate();
    const page = await at(owner, map, 'report');
    const table = page.getByRole('region', { name: '谁参与了' }).getByRole('table');
    // Votes are asked of the server, and are there a little later.
    await table.getByRole('columnheader', { name: '投票' }).waitFor();
    const counted = new Map((await fromLog(map)).map((part) => [part.person, part]));
    for (const { id, name } of people) {
      const part = counted.get(id)!;
      const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
      const cells = await row.getByRole('cell').allTextContents();
      const kept = part.written === 0 ? '' : `${Math.round((part.kept / part.written) * 100)}%`;
      const tasks = `${Math.round((Math.min(2, part.replies) / 2) * 100)}%`;
      expect([name, ...cells.slice(1)]).toEqual([name, `${part.claims}`, `${part.replies}`, `${part.comments}`, `${part.voted}`, clockTime(part.spoken), kept, tasks]); // prettier-ignore
    }
    const { map: content } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    const flow = content.polls.flatMap(({ compared }) => compared?.flow ?? []);
    const { switched } = swingOf(flow);
    const swing = page.getByRole('region', { name: `6 人里有 ${switched} 人改了主意` });
    await swing.getByText('看数字').click();
    expect(await swing.getByRole('cell').allTextContents()).toEqual(
      [2, 1, 0].flatMap((from) => [2, 1, 0].map((to) => `${flow[from]?.[to] ?? 0}`)),
    );

    const now = mapOf(content);
    const strength = strengthsOf(now, votesFor(now, null), howIn(now.info)).byId.get(thesis);
    const lines = page.getByRole('region', { name: /^论题的强度/ });
    await lines.getByText('看数字').click();
    const last = await lines.getByRole('row').last().getByRole('cell').allTextContents();
    expect([last[1], strength?.kind]).toEqual([strength?.kind === 'settled' && strength.value.toFixed(2), 'settled']); // prettier-ignore
    // Of what was voted on and is kept back there is no figure, for who decides neither [G14].
    expect(last.slice(2)).toContain('未公开');
    expect(await lines.getByRole('cell', { name: '交锋' }).count()).toBeGreaterThan(0);

    const own = await at(guests[0]!, map, 'report');
    const mine = own.getByRole('region', { name: '你写了多少' }).getByRole('table');
    await mine.waitFor();
    expect(await mine.getByRole('rowheader').allTextContents()).toEqual([people.find(({ name }) => name === '学员 1')?.name]); // prettier-ignore
    expect(await own.getByRole('region', { name: '谁参与了' }).count()).toBe(0);
    await own.getByText(/^你的任务完成了/).waitFor();
  });
});
