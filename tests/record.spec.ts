// The record of a map in a browser: who decided what and why, filtered, of one claim, on a phone, and as a table (M-08).
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let suggester: Person;
const readers: Reader[] = [];
const [thesis, gone] = [uuidv7(), uuidv7()];

const claim = (id: Id, text: string) => ({
  kind: 'add-claim',
  claim: id,
  text,
  language: 'zh',
  to: { at: 'thesis', order: 'a0' },
});

beforeAll(async () => {
  ({ api, browser } = await theStage());
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('河上的桥');
  suggester = new Person(api.url);
  await suggester.signUp('Sun');
  await suggester.ask('POST', `/api/join/${(await owner.invite(map, 'suggester')).code}`, { name: 'Sun' });
  await owner.edit(map, [claim(thesis, '应当修桥'), claim(gone, '不必修桥')]);
  await suggester.edit(map, [{ kind: 'reword', claim: thesis, was: '应当修桥', text: '应当尽快修桥' }]);
  const [proposal] = (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map.proposals;
  await owner.edit(map, [
    {
      kind: 'decide',
      proposal: proposal?.id,
      verdict: 'returned',
      code: 'unclear',
      reason: '“尽快”是多快？',
    },
    { kind: 'remove', id: gone },
  ]);
});
afterAll(clearStage);
afterEach(async () => {
  for (const { errors, context } of readers.splice(0)) {
    expect(errors).toEqual([]);
    await context.close();
  }
});

async function at(person: Person, query: string, width?: number): Promise<Page> {
  const cookie = person.headers['cookie'] ?? '';
  const reader = await Reader.at(browser, api.url, { cookie, ...(width === undefined ? {} : { width }) });
  readers.push(reader);
  await reader.page.goto(`/maps/${map}?${query}`);
  return reader.page;
}

const rowsOf = (page: Page) => page.locator('.record-rows > li');

it('[L1] tells both names of a decision and its reason, filters, leads to a claim, and is a table of the same rows', async () => {
  const page = await at(owner, 'view=record&pane=none');
  await page.getByText('最早的记录就到这里。').waitFor();
  expect(await rowsOf(page).count()).toBe(7);
  const decision = rowsOf(page).filter({ hasText: 'Sun提议，Olga决定：' });
  expect(await decision.locator('.reason').textContent()).toBe('说得不清楚：“尽快”是多快？');
  expect(await decision.locator('ins').textContent()).toContain('尽快');
  await rowsOf(page).filter({ hasText: '这条主张已删除' }).first().waitFor();
  await page.getByRole('combobox', { name: '做了什么' }).selectOption({ label: '提议与审核' });
  await rowsOf(page).nth(2).waitFor({ state: 'detached' });
  await rowsOf(page).nth(1).waitFor();
  expect(await rowsOf(page).locator('.claim-sign').allTextContents()).toEqual(['审核决定', '提议']);
  const loading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载表格（CSV）' }).click();
  const file = readFileSync(await (await loading).path(), 'utf8');
  expect(file.startsWith('\ufeff版本,')).toBe(true);
  expect(file.trimEnd().split('\r\n')).toHaveLength(3);
  await decision.getByRole('button', { name: '去看这条主张' }).click();
  await page.getByRole('tab', { name: '历史' }).click();
  const steps = page.getByRole('list', { name: '历史' }).getByRole('listitem');
  await steps.filter({ hasText: '说得不清楚：“尽快”是多快？' }).waitFor();
});

it('[V1] [V5] a suggester reads on a phone their own proposal and no word of what was removed', async () => {
  const page = await at(suggester, `view=outline&pane=history&claim=${thesis}`, 390);
  await page.getByRole('button', { name: '这条主张的全部记录' }).click();
  await page.getByText('只看与“应当尽快修桥”有关的').or(page.getByText('只看与“应当修桥”有关的')).waitFor();
  await rowsOf(page).nth(2).waitFor();
  await page.getByRole('button', { name: '看全部记录' }).click();
  await rowsOf(page).filter({ hasText: '这条主张已删除' }).first().waitFor();
  expect(await page.locator('.record').textContent()).not.toContain('不必修桥');
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(wide).toBe(false);
});
