// Coming back to a map: what is new, on all devices of a person, and being named (M-09).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

const DAY = 86_400_000;

let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let readers: Reader[] = [];
const thesis = uuidv7();

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('李');
  map = await owner.newMap('河上的桥');
  await owner.edit(map, [claim(thesis, '应当修桥', { at: 'thesis', order: 'a0' })]);
});
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

async function joined(role: 'observer' | 'participant', name: string): Promise<Person> {
  const person = new Person(api.url);
  await person.signUp(name);
  await person.ask('POST', `/api/join/${(await owner.invite(map, role)).code}`, { name });
  return person;
}

const claim = (id: Id, text: string, to: object) => ({
  kind: 'add-claim',
  claim: id,
  text,
  language: 'zh',
  to,
});
const reply = (text: string) =>
  claim(uuidv7(), text, {
    at: 'argument',
    argument: uuidv7(),
    direction: 'support',
    target: { kind: 'claim', id: thesis },
    order: 'a0',
  });

/** A device of the person, whose clock is ahead. */
async function device(person: Person, ahead = 0): Promise<Page> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  if (ahead > 0) await reader.page.clock.install({ time: Date.now() + ahead });
  await reader.page.goto(`/maps/${map}`);
  await reader.card('应当修桥').waitFor();
  return reader.page;
}

const visited = (person: Person) =>
  until(async () => (await person.ask<Snapshot>('GET', `/api/maps/${map}`)).map.visits.length === 1);

const unread = (page: Page) => page.locator('.card .unread-dot').count();

describe('notices', () => {
  it('[M-09] [W1] [W2] who comes back is told what is new, goes through it by one key, and has then read it everywhere', async () => {
    const observer = await joined('observer', 'Ob');
    const first = await device(observer);
    await visited(observer);
    await first.goto('about:blank');
    await owner.edit(map, [
      reply('桥很快'),
      { kind: 'comment', comment: uuidv7(), claim: thesis, text: '何时修？' },
    ]);
    const [laptop, phone] = [await device(observer, DAY), await device(observer)];
    const line = laptop.getByRole('region', { name: '你离开以后' });
    await line.getByText('你离开以后（1 天）：2 条主张有新内容').waitFor();
    for (const page of [laptop, phone]) {
      await until(async () => (await unread(page)) === 1);
      await page.getByRole('group', { name: /桥很快.*新内容/ }).waitFor();
      await page.getByRole('group', { name: /应当修桥.*1 条新评论/ }).waitFor();
    }
    await laptop.keyboard.press('n');
    await laptop.getByRole('tab', { name: '讨论' }).and(laptop.locator('[aria-selected="true"]')).waitFor();
    await laptop.getByText('何时修？').waitFor();
    await laptop.keyboard.press('n');
    await line.waitFor({ state: 'detached' });
    expect(await unread(laptop)).toBe(0);
    await laptop.goto('about:blank');
    await until(async () => (await unread(phone)) === 0);
    await until(async () => (await phone.locator('.card .fresh').count()) === 0);
  });

  it('[M-09] [W6] who is named after an @ is told, and nobody whose name begins alike', async () => {
    const named = await joined('participant', '李明');
    const writer = await joined('participant', 'Wu');
    const page = await device(writer);
    await page.locator('.card-words').getByText('应当修桥').click();
    await page.getByRole('tab', { name: '讨论' }).click();
    const field = page.getByRole('textbox', { name: '参加讨论' });
    await field.pressSequentially('请@李');
    const list = page.getByRole('listbox', { name: '可以提到的人' });
    await list.getByRole('option').nth(1).waitFor();
    expect(await list.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining('李'), expect.stringContaining('李明')]); // prettier-ignore
    await field.press('ArrowDown');
    await field.press('Enter');
    await field.pressSequentially('看看');
    expect(await field.inputValue()).toBe('请@李明 看看');
    await field.press('Control+Enter');
    await page.locator('.comment .mention').getByText('@李明', { exact: true }).waitFor();
    const theirs = await device(named);
    const bell = theirs.getByRole('button', { name: '1 条新通知' });
    await bell.click();
    await theirs.getByRole('button', { name: /Wu提到了你/ }).click();
    await theirs.locator('.mention[data-me]').waitFor();
    await theirs.getByRole('button', { name: '0 条新通知' }).waitFor();
    const owners = await device(owner);
    await owners.getByRole('button', { name: '1 条新通知' }).click();
    await owners.getByRole('button', { name: /Wu评论了你的主张/ }).waitFor();
  });
});
