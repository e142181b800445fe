// One seminar's proposals on one text: eight of eight kinds go eight ways, and their author is told of each; many at once go and
// come back; two moderators see what the other has before them.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Proposal, Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

const TEXT = '河上没有桥。\n渡船在雾天停开，学校就在对岸。\n修一座桥要三年。';
const NEXT = '河上没有桥。\n渡船在雾天从不停开，学校就在对岸。\n修一座桥要三年。';

let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let suggester: Person;
let moderator: Person;
let readers: Reader[] = [];
const [thesis, cost, source, edition, quotation] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
const [ferry, extra] = [uuidv7(), uuidv7()];

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('河上的桥');
  suggester = await joined('suggester', 'Sun');
  moderator = await joined('moderator', 'Mo');
  await owner.edit(map, [
    claim(thesis, '应当修桥', { at: 'thesis', order: 'a0' }),
    claim(cost, '修桥太慢', reply('rebut', 'a0')),
    claim(ferry, '雾天过不了河', reply('support', 'a1')),
    claim(extra, '桥要维护', reply('rebut', 'a9')),
    { kind: 'add-source', source, edition, title: '渡口', url: '', language: 'zh', text: TEXT, marks: [] },
    { kind: 'quote', quotation, claim: ferry, edition, start: 7, end: 14, bearing: 'paraphrase' },
  ]);
});
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

async function joined(role: 'suggester' | 'moderator', name: string): Promise<Person> {
  const person = new Person(api.url);
  await person.signUp(name);
  await person.ask('POST', `/api/join/${(await owner.invite(map, role)).code}`, { name });
  return person;
}

const claim = (id: Id, text: string, to: object) => ({ kind: 'add-claim', claim: id, text, language: 'zh', to }); // prettier-ignore
const reply = (direction: 'support' | 'rebut', order: string) => ({
  at: 'argument',
  argument: uuidv7(),
  direction,
  target: { kind: 'claim', id: thesis },
  order,
});

async function at(person: Person, query: string): Promise<Page> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.page.goto(`/maps/${map}?${query}`);
  return reader.page;
}

const content = async (): Promise<Snapshot['map']> => (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map; // prettier-ignore
const mainOf = ({ edit }: Proposal) =>
  ('edits' in edit ? (edit['edits'] as Proposal['edit'][])[0] : edit) ?? edit;
const nameOf = (proposal: Proposal): string => {
  const main = mainOf(proposal);
  return 'text' in main ? (main['text'] as string) : main.kind;
};
async function states(): Promise<Record<string, Proposal['state']>> {
  return Object.fromEntries((await content()).proposals.map((one) => [nameOf(one), one.state]));
}

const EIGHT = {
  桥便宜: 'accepted',
  修桥很慢: 'accepted',
  'add-reference': 'returned',
  remove: 'rejected',
  雾天停船: 'accepted',
  三年不长: 'accepted',
  quote: 'pending',
  'move-argument': 'spam',
} as const;

/** Eight kinds: a claim, a wording, a use, a removal, a claim with its passage, a rebuttal, a quotation, a move. */
async function proposeEight(): Promise<void> {
  const { arguments: all, claims } = await content();
  const argument = all.find(({ id }) => id === claims.find((one) => one.id === ferry)?.home)?.id;
  const passage = { edition, start: 7, end: 14 };
  const withPassage = uuidv7();
  const { verdicts } = await suggester.edit(map, [
    claim(uuidv7(), '桥便宜', reply('support', 'a2')),
    { kind: 'reword', claim: cost, text: '修桥很慢', was: '修桥太慢' },
    { kind: 'add-reference', reference: uuidv7(), claim: ferry, to: { ...reply('rebut', 'a3'), target: { kind: 'claim', id: cost } } }, // prettier-ignore
    { kind: 'remove', id: extra },
    { kind: 'batch', edits: [claim(withPassage, '雾天停船', reply('support', 'a4')), { kind: 'quote', quotation: uuidv7(), claim: withPassage, bearing: 'paraphrase', ...passage }] }, // prettier-ignore
    claim(uuidv7(), '三年不长', reply('support', 'a5')),
    { kind: 'quote', quotation: uuidv7(), claim: cost, edition, start: 23, end: 30, bearing: 'inference' },
    { kind: 'move-argument', argument, target: { kind: 'claim', id: cost }, order: 'a0' },
  ]);
  expect(verdicts.filter((verdict) => !('version' in verdict))).toEqual([]);
}

describe('a seminar under moderation', () => {
  it('[M-02] [M-03] [M-09] [A-07] eight proposals go eight ways, and their author sees each at once', async () => {
    await proposeEight();
    await owner.edit(map, [
      { kind: 'add-edition', source, edition: uuidv7(), text: NEXT, reason: '校对', marks: [] },
    ]);
    const mine = await at(suggester, 'pane=review');
    const pane = mine.getByRole('complementary');
    await pane.getByText('桥便宜').first().waitFor();
    const page = await at(moderator, 'view=review&pane=none');
    const queue = page.getByRole('navigation', { name: '待审的内容' });
    await queue.getByRole('listitem').nth(8).waitFor();
    await queue.getByText('原文已改').first().waitFor();
    await page.locator('.review-main').focus();
    const shown = (text: string) => page.locator('.review-item').getByText(text).first().waitFor();
    await shown('桥便宜');
    await page.keyboard.press('a');
    await page.locator('.review-kind', { hasText: '改写' }).waitFor();
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: '改成' }).fill('修桥要三年');
    await page.keyboard.press('Enter');
    await shown('再用一次');
    await page.keyboard.press('r');
    await page.keyboard.press('7');
    await page.keyboard.press('Control+Enter');
    await shown('删除');
    await page.keyboard.press('x');
    await page.getByRole('textbox', { name: '补充说明（可不写）' }).fill('它还有用。');
    await page.keyboard.press('Control+Enter');
    await shown('雾天停船');
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: '找主张' }).fill('过不了河');
    await page.keyboard.press('Enter');
    await shown('三年不长');
    await page.keyboard.press('p');
    await page.getByRole('radio', { name: '反驳' }).click();
    await page.getByRole('combobox', { name: '找主张' }).fill('修桥要');
    await page.keyboard.press('Enter');
    await page.locator('.review-item', { hasText: '引文' }).waitFor();
    await page.keyboard.press('j');
    await page.locator('.review-kind', { hasText: '移动' }).waitFor();
    await page.getByRole('button', { name: '垃圾内容' }).click();
    await until(states, EIGHT);
    await moved();
    for (const words of ['关系不对', '它还有用。']) await pane.getByText(words).first().waitFor();
    await mine.getByRole('button', { name: /通知/ }).waitFor();
  });

  async function moved(): Promise<void> {
    const { arguments: all, claims } = await content();
    const came = claims.find(({ text }) => text === '三年不长');
    const home = all.find(({ id }) => id === came?.home);
    expect(home).toMatchObject({ direction: 'rebut', target: { kind: 'claim', id: cost } });
  }

  it('[M-15] what is ticked is decided on together, and comes back with one press', async () => {
    const words = Array.from({ length: 10 }, (_, i) => `第${i + 1}条`);
    const [first, second] = [suggester, await joined('suggester', 'Su')];
    await first.edit(map, words.map((text, i) => claim(uuidv7(), text, reply('support', `a${i}`)))); // prettier-ignore
    await second.edit(map, words.map((text, i) => claim(uuidv7(), `另${text}`, reply('support', `a${i}`)))); // prettier-ignore
    const page = await at(moderator, 'view=review&pane=none');
    const boxes = page.getByRole('checkbox', { name: '勾选，以便一并决定' });
    await boxes.nth(19).waitFor();
    for (let i = 0; i < 20; i++) await boxes.nth(i).check();
    await page.getByRole('button', { name: '全部接受' }).click();
    const count = async (state: string) =>
      Object.values(await states()).filter((one) => one === state).length;
    await until(() => count('accepted'), 20);
    const before = (await content()).claims.length;
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await until(() => count('pending'), 20);
    expect((await content()).claims.filter(({ removed }) => removed === null)).toHaveLength(before - 20);
    await page.getByText(/全部 20/).waitFor();
  });

  it('[M-03] twenty are cleared by keys alone', async () => {
    const words = Array.from({ length: 10 }, (_, i) => `第${i + 1}条`);
    const second = await joined('suggester', 'Su');
    await suggester.edit(map, words.map((text, i) => claim(uuidv7(), text, reply('support', `a${i}`)))); // prettier-ignore
    await second.edit(map, words.map((text, i) => claim(uuidv7(), `另${text}`, reply('support', `a${i}`)))); // prettier-ignore
    const page = await at(moderator, 'view=review&pane=none');
    await page.getByText(/全部 20/).waitFor();
    await page.locator('.review-main').focus();
    const place = page.locator('.review-item header');
    for (let nth = 2; nth <= 20; nth++) {
      await page.keyboard.press('j');
      await place.getByText(`${nth} / 20`).waitFor();
    }
    const [row, list] = await Promise.all([page.locator('.review-queue [aria-current]').boundingBox(), page.locator('.review-queue ol').boundingBox()]); // prettier-ignore
    expect((row?.y ?? Infinity) + (row?.height ?? 0)).toBeLessThanOrEqual(
      (list?.y ?? 0) + (list?.height ?? 0) + 1,
    );
    for (let nth = 19; nth >= 1; nth--) await page.keyboard.press('k');
    for (let left = 20; left > 0; left--) {
      await place.getByText(`/ ${left}`).waitFor();
      if (left % 4 === 0) {
        await page.keyboard.press('r');
        await page.keyboard.press('3');
        await page.keyboard.press('Control+Enter');
      } else await page.keyboard.press('a');
    }
    await page.getByText('没有要审的内容').waitFor();
  });

  it('[M-02] [M-11] shows which moderator looks at what, hands it over, and says where the decider stands', async () => {
    await suggester.edit(map, [claim(uuidv7(), '桥便宜', reply('support', 'a2'))]);
    await moderator.edit(map, [claim(uuidv7(), '钱不够', reply('rebut', 'a6'))]);
    const page = await at(moderator, 'view=review&pane=none');
    await page.getByText('你提出过 1 个反驳它的论证').waitFor();
    const other = await at(owner, 'view=review&pane=none');
    await other.locator('.review-item').getByText('Mo正在看').waitFor();
    await page.getByRole('combobox', { name: '请另一位主持人看' }).selectOption({ label: 'Olga' });
    await until(async () => (await content()).proposals[0]?.assigned !== null, true);
    await page.locator('.review-main').focus();
    await page.keyboard.press('x');
    await page.keyboard.press('4');
    await page.keyboard.press('Control+Enter');
    const mine = await at(suggester, 'pane=review');
    await mine.getByRole('complementary').getByText('提出过 1 个反驳它的论证').waitFor();
  });
});
