// Thirty people in one map: who writes a thing twice is told while typing, and who decides sees on one board who is silent,
// what nobody answered, and what stands there twice (S-19, S-20, S-30).
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mapOf, unansweredIn, type Id, type MapContent, type Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { until } from './support/patience.ts';
import { aSeminar, type Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let readers: Reader[] = [];

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

const PEOPLE = 30;
const WRITERS = 24;
const EACH = 5;

const SLOW = '渡口每天早上要等一个小时';
const AGAIN = '渡口每天早上都要等一个小时';
const TYPED = '每天早上在渡口要等一个小时';

const claim = (id: Id, text: string, to: object) => ({
  kind: 'add-claim',
  claim: id,
  text,
  language: 'zh',
  to,
});
const reply = (target: Id, direction: 'support' | 'rebut') => ({ at: 'argument', argument: uuidv7(), direction, target: { kind: 'claim', id: target }, order: 'a0' }); // prettier-ignore

/** Words that are like no others: characters as they come. */
const noise = (n: number): string =>
  Array.from({ length: 12 }, (_, i) => String.fromCodePoint(0x4e00 + (((n * 12 + i) * 97) % 20_000))).join(
    '',
  );

/** Of 120 claims by 24 people two say the same, each with a reply and a comment; six people say nothing. */
async function aMapOfMany() {
  const { map, owner, guests } = await aSeminar(api.url, PEOPLE, '河上的桥');
  const [thesis, faster, dear, slow, again] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await owner.edit(map, [claim(thesis, '河上应当修桥', { at: 'thesis', order: 'a0' })]);
  const [first, second] = guests as [Person, Person];
  await first.edit(map, [
    claim(faster, '新桥过河快', reply(thesis, 'support')),
    claim(slow, SLOW, reply(faster, 'support')),
    { kind: 'comment', comment: uuidv7(), claim: slow, text: '谁数过？' },
  ]);
  await second.edit(map, [
    claim(dear, '修桥太贵', reply(thesis, 'rebut')),
    claim(again, AGAIN, reply(dear, 'rebut')),
    { kind: 'comment', comment: uuidv7(), claim: again, text: '我天天等。' },
  ]);
  let n = 0;
  for (const [i, person] of guests.slice(0, WRITERS).entries()) {
    const own = i < 2 ? EACH - 2 : EACH;
    const targets = [thesis, faster, dear, slow, again];
    await person.edit(map, Array.from({ length: own }, (_, k) => claim(uuidv7(), noise(n++), reply(targets[k]!, k % 2 === 0 ? 'rebut' : 'support')))); // prettier-ignore
  }
  const content = async (): Promise<MapContent> => (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map;
  return { map, owner, guests, slow, again, content };
}

async function at(person: Person, map: Id, query: string): Promise<Page> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.page.goto(`/maps/${map}?${query}`);
  await reader.page.getByRole('main').waitFor();
  return reader.page;
}

const listed = (page: Page, name: string) => page.getByRole('list', { name }).getByRole('listitem');

describe('thirty people and 120 claims', () => {
  it('[S-20] [S-30] a near copy is told while it is typed; the board names the silent, and merges a pair by one press', async () => {
    const { map, owner, guests, slow, again, content } = await aMapOfMany();
    const before = await content();
    expect(before.claims).toHaveLength(1 + WRITERS * EACH);

    const student = await at(guests[PEOPLE - 1]!, map, 'view=outline&pane=unanswered');
    const unanswered = unansweredIn(mapOf(before)).filter(({ what }) => what === 'objection');
    await student.getByRole('heading', { name: `没有人答复的反对意见 ${unanswered.length}` }).waitFor();
    await student.getByRole('treeitem').filter({ hasText: '河上应当修桥' }).first().click();
    await student.keyboard.press('p');
    const field = student.getByRole('main').getByRole('textbox');
    await field.fill(TYPED);
    const hint = student.getByText(/^像是已有的：/);
    await hint.waitFor();
    expect([`像是已有的：“${SLOW}”`, `像是已有的：“${AGAIN}”`]).toContain(await hint.textContent());
    await field.press('Alt+Shift+Enter');
    await until(async () => (await content()).references.length === 1);
    const [reference] = (await content()).references;
    expect([slow, again]).toContain(reference?.claim);
    expect((await content()).claims).toHaveLength(before.claims.length);

    const board = await at(owner, map, 'view=outline&pane=board');
    // The last of the silent used a claim that was there: that counts.
    const silent = Array.from({ length: PEOPLE - WRITERS - 1 }, (_, i) => `学员 ${WRITERS + 1 + i}`);
    await listed(board, '还没写过').first().waitFor();
    expect(await listed(board, '还没写过').allTextContents()).toEqual(silent);
    await board.getByRole('radio', { name: '整理' }).click();
    const pairs = listed(board, '是不是说了两遍？');
    await pairs.first().waitFor();
    expect(await pairs.count()).toBe(1);
    await pairs.getByRole('button', { name: '合并' }).click();
    await until(async () => (await content()).mergers.length === 1);

    const after = await content();
    const [merger] = after.mergers;
    expect([merger?.id, merger?.into]).toEqual([again, slow]);
    const nameOf = (id: Id | null | undefined) => after.participants.find((one) => one.id === id)?.name;
    expect([nameOf(after.claims.find(({ id }) => id === slow)?.by), nameOf(merger?.by)]).toEqual(['学员 1', '学员 2']); // prettier-ignore
    const live = ({ arguments: all }: MapContent) =>
      all.flatMap(({ id, removed }) => (removed ? [] : id)).sort();
    expect(live(after).filter((id) => live(before).includes(id))).toEqual(live(before));
    expect(after.comments.map(({ claim: on, text }) => [on, text]).sort()).toEqual([[slow, '我天天等。'], [slow, '谁数过？']].sort()); // prettier-ignore
    const repliesTo = (id: Id, { arguments: all }: MapContent) => all.filter(({ target }) => target.id === id).length; // prettier-ignore
    expect(repliesTo(slow, after)).toBe(repliesTo(slow, before) + repliesTo(again, before));
    await board.getByText('没有两条主张看起来相像', { exact: false }).waitFor();
  });
});
