// One claim made of two, and two of one, by the menus and by keys; what others wrote is there afterwards, and undo brings it back.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let owner: Person;
let map: Id;
let reader: Reader;
let page: Page;
const [thesis, cheap, twin] = [uuidv7(), uuidv7(), uuidv7()];

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('A bridge', 'en');
  const ann = new Person(api.url);
  await ann.signUp('Ann');
  await ann.ask('POST', `/api/join/${(await owner.invite(map, 'participant')).code}`, { name: 'Ann' });
  await owner.edit(map, [
    claim(thesis, 'The bridge is to be built', { at: 'thesis', order: 'a0' }),
    claim(cheap, 'It costs little', reply('a0')),
  ]);
  await ann.edit(map, [
    claim(twin, 'It is cheap. It is fast.', reply('a1')),
    { kind: 'comment', comment: uuidv7(), claim: twin, text: 'By which figures?' },
  ]);
  reader = await Reader.at(browser, api.url, { cookie: owner.headers['cookie'] ?? '', locale: 'en-US' });
  page = reader.page;
  await page.goto(`/maps/${map}?view=outline&claim=${twin}`);
  await page.getByRole('treeitem', { name: /^It is cheap/ }).waitFor();
});
afterEach(async () => {
  expect(reader.errors).toEqual([]);
  await reader.context.close();
});

const claim = (id: Id, text: string, to: object) => ({
  kind: 'add-claim',
  claim: id,
  text,
  language: 'en',
  to,
});
const reply = (order: string) => ({
  at: 'argument',
  argument: uuidv7(),
  direction: 'support',
  target: { kind: 'claim', id: thesis },
  order,
});
const content = async (): Promise<Snapshot['map']> => (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map; // prettier-ignore
const untilMap = (isSo: (map: Snapshot['map']) => boolean) => until(async () => isSo(await content()));
const row = (name: RegExp) => page.getByRole('treeitem', { name });

describe('a claim', () => {
  it('[E18] is merged by a key, names both authors, leads old links to the other one, and undo parts them', async () => {
    await row(/^It is cheap/).press('j');
    await page.getByRole('combobox', { name: 'Find a claim' }).fill('little');
    await page.keyboard.press('Enter');
    await untilMap(({ mergers }) => mergers.length === 1);
    const pane = page.getByRole('complementary');
    await pane.getByText('Also by Ann').waitFor();
    await pane.getByText('It is cheap. It is fast.').waitFor();
    await row(/^It is cheap/).waitFor({ state: 'detached' });
    expect(await row(/^It costs little/).getAttribute('aria-selected')).toBe('true');
    await page.goto(`/maps/${map}?view=outline&claim=${twin}&pane=discussion`);
    await page.getByText('By which figures?').waitFor();
    await page.keyboard.press('Control+z');
    await untilMap(({ mergers, claims }) => mergers.length === 0 && claims.some(({ id }) => id === twin));
    expect((await content()).comments.map((one) => one.claim)).toEqual([twin]);
  });

  it('[E21] is split by a key into its sentences, and undo makes it whole', async () => {
    await row(/^It is cheap/).press('s');
    await page.getByRole('textbox', { name: 'Part 2' }).fill('It is quickly built');
    await page.getByRole('button', { name: 'Split', exact: true }).click();
    await untilMap(({ claims }) => claims.some(({ text }) => text === 'It is quickly built'));
    const { claims, participants } = await content();
    const part = claims.find(({ text }) => text === 'It is quickly built');
    expect(participants.find(({ id }) => id === part?.by)?.name).toBe('Ann');
    await row(/^It is quickly built/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await untilMap(
      ({ claims: now }) => now.find(({ id }) => id === twin)?.text === 'It is cheap. It is fast.',
    );
    await row(/^It is quickly built/).waitFor({ state: 'detached' });
  });
});
