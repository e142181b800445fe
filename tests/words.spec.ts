// Words that were typed and not sent, in a real browser: from no field does any way of leaving it lose them (U-12, I-02).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id } from '@counterpoint/shared';
import type { Browser, Locator } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let reader: Reader;
let participant: Id;
let login: string;
let claims: { readonly one: Id; readonly other: Id; readonly third: Id; readonly fourth: Id };

const PASSWORD = 'open sesame 42';
const WORDS = '四百个字，'.repeat(80);

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);

/** A moderator at the browser; a claim to write about, one with two wordings, and one with a proposal. */
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('研讨课');
  login = `words-${uuidv7()}`;
  const moderator = await joined('moderator', login);
  const suggester = await joined('suggester', `suggests-${uuidv7()}`);
  claims = { one: uuidv7(), other: uuidv7(), third: uuidv7(), fourth: uuidv7() };
  const thesis = (claim: Id, text: string, order: string) => ({ kind: 'add-claim', claim, text, language: 'zh', to: { at: 'thesis', order } }); // prettier-ignore
  const reword = (claim: Id, was: string, text: string) => ({ kind: 'reword', claim, was, text });
  await owner.edit(map, [
    thesis(claims.one, '第一个论题', 'a0'),
    thesis(claims.other, '原来的说法', 'a1'),
    thesis(claims.third, '第三个论题', 'a2'),
    thesis(claims.fourth, '第四个论题', 'a3'),
  ]);
  await owner.edit(map, [reword(claims.other, '原来的说法', '甲乙丙的说法')]);
  await moderator.person.edit(map, [reword(claims.other, '原来的说法', '一二三四的说法')]);
  await suggester.person.edit(map, [reword(claims.third, '第三个论题', '改过的第三个论题')]);
  ({ participant } = moderator);
  reader = await Reader.at(browser, api.url, { cookie: moderator.person.headers['cookie'] ?? '' });
});
afterEach(async () => {
  expect(reader.errors).toEqual([]);
  await reader.context.close();
});

async function joined(role: 'moderator' | 'suggester', name: string) {
  const person = new Person(api.url);
  await person.ask('POST', '/api/accounts/sign-up', { login: name, name: role, password: PASSWORD });
  const { token } = await owner.invite(map, role);
  const { participant: joining } = await person.join(token, role);
  return { person, participant: joining.id };
}

const panel = () => reader.page.locator('.workspace-panel');
const tab = (name: string) => panel().getByRole('tab', { name }).click();
const cardField = () => reader.page.locator('.card-field');
const rowField = () => reader.page.locator('.outline textarea');
const card = (words: string) => reader.page.locator('.card').filter({ hasText: words }).first();
const row = (words: string) => reader.page.locator('.outline-row').filter({ hasText: words }).first();
const view = (name: string) => reader.page.locator('header').getByText(name, { exact: true }).click();

async function onCard(words: string, key: string): Promise<Locator> {
  await view('论证图');
  await card(words).locator('.card-words').click();
  await reader.page.keyboard.press(key);
  return cardField();
}
async function onRow(words: string, key: string): Promise<Locator> {
  await view('大纲');
  await row(words).locator('p').first().click();
  await reader.page.keyboard.press(key);
  return rowField();
}
async function inPanel(words: string, name: string): Promise<Locator> {
  await view('论证图');
  await card(words).locator('.card-words').click();
  await tab(name);
  return panel().getByRole('textbox');
}
/** Presses a button unless the field that it opens is open already. */
async function opened(field: Locator, button: Locator): Promise<Locator> {
  await field.or(button).first().waitFor();
  if ((await field.count()) === 0) await button.click();
  return field;
}
async function inNewMap(name: string): Promise<Locator> {
  if (!reader.page.url().includes('?new')) await reader.page.goto('/?new');
  return reader.page.getByRole('dialog').locator(`[name="${name}"]`);
}

interface Field {
  /** Goes to the field, opening it where it is closed. */
  readonly open: () => Promise<Locator>;
  /** Escape closes it; otherwise it stays open. */
  readonly closes?: true;
  /** The page that it is on. */
  readonly on: 'home' | 'map';
  /** What has to be there for it. */
  readonly of: 'claim' | 'map';
}

const FIELDS: Readonly<Record<string, Field>> = {
  'the title of a new map': { open: () => inNewMap('title'), on: 'home', of: 'map' },
  'the question of a new map': { open: () => inNewMap('question'), on: 'home', of: 'map' },
  'a new card': { open: () => onCard('第一个论题', 'p'), closes: true, on: 'map', of: 'claim' },
  'the wording on a card': { open: () => onCard('第一个论题', 'F2'), closes: true, on: 'map', of: 'claim' },
  'a new row': { open: () => onRow('第一个论题', 'c'), closes: true, on: 'map', of: 'claim' },
  'the wording in a row': { open: () => onRow('第四个论题', 'F2'), closes: true, on: 'map', of: 'claim' },
  'the wording in the panel': {
    open: async () => {
      const field = await inPanel('第一个论题', '主张');
      return opened(field, panel().getByRole('button', { name: '改写' }));
    },
    on: 'map',
    of: 'claim',
  },
  'a comment': { open: () => inPanel('第一个论题', '讨论'), on: 'map', of: 'claim' },
  'a combined wording': {
    open: async () => {
      const field = await inPanel('的说法', '主张');
      return opened(field, panel().getByRole('button', { name: '合成一种…' }).first());
    },
    on: 'map',
    of: 'claim',
  },
  'a reason': {
    open: async () => {
      await inPanel('第三个论题', '待审');
      await panel().getByRole('button', { name: '不接受' }).click();
      return reader.page.getByRole('dialog').getByRole('textbox');
    },
    closes: true,
    on: 'map',
    of: 'claim',
  },
  'the title of the map': {
    open: () =>
      opened(
        reader.page.locator('.map-title-field input'),
        reader.page.locator('.map-title').getByRole('button'),
      ),
    on: 'map',
    of: 'map',
  },
};
const NAMES = Object.keys(FIELDS);
const textOf = (name: string): string => `${name}：${WORDS}`;

interface Way {
  readonly leave: () => Promise<void>;
  /** Where the words are then that are about what is no longer there; all others are in their fields. */
  readonly lost?: { readonly of: readonly Field['of'][]; readonly at: () => Promise<readonly string[]> };
}

const WAYS: Readonly<Record<string, Way>> = {
  'another claim, another tab of the panel and another view': {
    leave: async () => {
      await inPanel('第三个论题', '历史');
      await view('大纲');
    },
  },
  'a reload': {
    leave: async () => {
      await reader.page.reload();
    },
  },
  'Back, and forward again': {
    leave: async () => {
      await reader.page.goBack();
      await reader.page.goForward();
    },
  },
  'a closed tab': {
    leave: async () => {
      const second = await reader.context.newPage();
      await reader.page.close();
      reader = Object.assign(Object.create(reader) as Reader, { page: second });
      await reader.open(map);
    },
  },
  'a network that is gone for a while': {
    leave: async () => {
      await reader.context.setOffline(true);
      await reader.page.evaluate(() => dispatchEvent(new Event('offline')));
      await view('大纲');
      await view('论证图');
      await reader.context.setOffline(false);
    },
  },
  'another tab that signs out, until the same person signs in again': {
    leave: async () => {
      await signOutElsewhere();
      // Whose the browser is now may have to be asked first.
      await reader.page.locator('.kept-words').waitFor();
      const shown = await reader.page.locator('.no-map').textContent();
      expect([shown?.includes('留在这台设备上'), shown?.includes('四百个字')]).toEqual([true, false]);
      await signInAs(login);
    },
  },
  'somebody who removes what they are about': {
    leave: async () => {
      await owner.edit(map, Object.values(claims).map((id) => ({ kind: 'remove', id }))); // prettier-ignore
      await card('第一个论题').waitFor({ state: 'detached' });
    },
    lost: {
      of: ['claim'],
      at: async () => {
        await reader.page.locator('.tray-button').click();
        const dialog = reader.page.getByRole('dialog');
        await dialog.waitFor();
        const shown = await dialog.locator('blockquote').allTextContents();
        await reader.page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        return shown;
      },
    },
  },
  'an owner who removes the person': {
    leave: async () => {
      await owner.edit(map, [{ kind: 'set-role', participant, role: null }]);
      await reader.page.locator('.no-map .kept-words').waitFor();
    },
    lost: { of: ['claim', 'map'], at: () => reader.page.locator('.kept-words blockquote').allTextContents() },
  },
};

async function signOutElsewhere(): Promise<void> {
  const other = await reader.context.newPage();
  await other.goto('/');
  await other.evaluate(() => fetch('/api/accounts/sign-out', { method: 'POST' }));
  await other.close();
  await reader.page.locator('.no-map').waitFor();
}

async function signInAs(who: string): Promise<void> {
  await reader.page.locator('.no-map').getByRole('link', { name: '登录' }).click();
  await reader.page.locator('[name="login"]').fill(who);
  await reader.page.locator('[name="password"]').fill(PASSWORD);
  await reader.page.locator('.account-form').getByRole('button', { name: '登录' }).click();
  await reader.page.locator('.react-flow').waitFor();
}

async function close(field: Locator, { closes }: Field): Promise<void> {
  if (!closes) return;
  await field.press('Escape');
  await field.waitFor({ state: 'detached' });
}

/** Fills every field; those of a card, a row and a reason are closed by Escape. */
async function writeAll(): Promise<void> {
  for (const name of NAMES) {
    const field = FIELDS[name]!;
    if (field.on === 'map' && !reader.page.url().includes(map)) await reader.open(map);
    const found = await field.open();
    await found.fill(textOf(name));
    await close(found, field);
  }
}

async function inField(name: string): Promise<string> {
  const field = FIELDS[name]!;
  const found = await field.open();
  const text = await found.inputValue();
  await close(found, field);
  return text;
}

describe('400 unsent characters in each field outlive', () => {
  it.each(Object.entries(WAYS))('%s', async (_way, { leave, lost }) => {
    await writeAll();
    await leave();
    const isLost = (name: string) => FIELDS[name]!.on === 'map' && lost?.of.includes(FIELDS[name]!.of);
    if (lost) {
      const shown = await lost.at();
      expect(NAMES.filter((name) => isLost(name) && !shown.includes(textOf(name)))).toEqual([]);
    }
    const found: Record<string, string> = {};
    // The map is open; the other page is looked at last.
    const order = [...NAMES].sort((a, b) => FIELDS[b]!.on.localeCompare(FIELDS[a]!.on));
    for (const name of order) if (!isLost(name)) found[name] = await inField(name);
    expect(Object.keys(found).filter((name) => found[name] !== textOf(name))).toEqual([]);
  });
});

describe('unsent words', () => {
  it('are not shown to another person on the same browser', async () => {
    await writeAll();
    await signOutElsewhere();
    const name = `another-${uuidv7()}`;
    await joined('moderator', name);
    await signInAs(name);
    await card('第一个论题').waitFor();
    const values: string[] = [];
    for (const field of NAMES.toReversed()) values.push(await inField(field));
    expect(values.filter((text) => text.includes('四百个字'))).toEqual([]);
    expect(await reader.page.locator('.tray-button').count()).toBe(0);
  });

  it('on a card are in its field again after a reload, and sent by one press', async () => {
    await reader.open(map);
    await (await onCard('第一个论题', 'p')).fill(WORDS);
    await reader.page.reload();
    await cardField().waitFor();
    expect(await cardField().inputValue()).toBe(WORDS);
    await cardField().press('Enter');
    await cardField().waitFor({ state: 'detached' });
    await card('四百个字').waitFor();
    await reader.page.reload();
    await card('四百个字').waitFor();
    expect(await cardField().count()).toBe(0);
  });

  it('after Escape are told by a sign on card and row, which opens their field', async () => {
    await reader.open(map);
    const field = await onCard('第一个论题', 'c');
    await field.fill(WORDS);
    await field.press('Escape');
    await card('第一个论题').getByRole('button', { name: '有没发出的文字' }).click();
    expect(await cardField().inputValue()).toBe(WORDS);
    await cardField().press('Escape');
    const inRow = await onRow('第一个论题', 'F2');
    await inRow.fill(WORDS);
    await inRow.press('Escape');
    await row('第一个论题').getByRole('button', { name: '有没发出的文字' }).click();
    expect(await rowField().inputValue()).toBe(WORDS);
  });
});

describe('a list that is pasted on a new card', () => {
  it('becomes several claims after one question, and one undo takes them away', async () => {
    await reader.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await reader.open(map);
    const paste = async () => {
      await onCard('第一个论题', 'p');
      await reader.page.evaluate(() => navigator.clipboard.writeText('一、便宜\n　　（1）有数据\n二、可查'));
      await cardField().press('Control+v');
    };
    await paste();
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '粘贴为一条' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await cardField().inputValue()).toBe('一、便宜\n　　（1）有数据\n二、可查');
    await cardField().fill('');
    await cardField().press('Escape');
    await paste();
    await dialog.getByRole('button', { name: '粘贴为 3 条主张' }).click();
    for (const text of ['便宜', '有数据', '可查']) await reader.card(text).waitFor();
    expect(await cardField().count()).toBe(0);
    await reader.page.keyboard.press('Control+z');
    for (const text of ['便宜', '有数据', '可查']) await reader.card(text).waitFor({ state: 'detached' });
  });
});
