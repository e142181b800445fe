// A debate that is over: archived, read by its permanent link, and played back, each by what they may see (S-26).
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { EditAnswer, Id, Snapshot } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { aSeminar, Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
const readers: Reader[] = [];

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
afterEach(async () => {
  for (const { errors, context } of readers.splice(0)) {
    expect(errors).toEqual([]);
    await context.close();
  }
});

async function at(person: Person, path: string): Promise<Reader> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.page.goto(path);
  return reader;
}

const codesOf = ({ verdicts }: EditAnswer) =>
  verdicts.map((verdict) => ('refusal' in verdict ? verdict.refusal.code : 'ok'));
const thesis = (claim: Id, text: string, order = 'a0') => ({ kind: 'add-claim', claim, text, language: 'zh', to: { at: 'thesis', order } }); // prettier-ignore
const reply = (to: Id, text: string, direction: 'support' | 'rebut') => ({ kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to: { at: 'argument', argument: uuidv7(), direction, target: { kind: 'claim', id: to }, order: 'a0', argumentOrder: 'a0' } }); // prettier-ignore

it('[S-26] [P27] [V6] is archived, refuses a message by hand and by REST, and is played back as each may see it', async () => {
  const { map, owner, guests } = await aSeminar(api.url, 2);
  const [one, two] = guests as [Person, Person];
  const observer = new Person(api.url);
  await observer.join((await owner.invite(map, 'observer')).token, '旁听');
  const top = uuidv7();
  await owner.edit(map, [thesis(top, '应当修桥')]);
  await one.edit(map, [reply(top, '来往更快', 'support')]);
  await two.edit(map, [reply(top, '造价太高', 'rebut')]);
  // What one keeps for oneself is in nobody else's past.
  await one.edit(map, [{ kind: 'propose', proposal: uuidv7(), to: 'self', edit: { kind: 'comment', comment: uuidv7(), claim: top, text: '只给自己看' } }]); // prettier-ignore
  await two.edit(map, [{ kind: 'reword', claim: top, was: '应当修桥', text: '应当修一座新桥' }]);

  const desk = await at(owner, `/maps/${map}`);
  await desk.page.getByRole('button', { name: '文件', exact: true }).click();
  await desk.page.getByRole('menuitem', { name: '归档…' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: '归档', exact: true }).click();
  const link = await desk.page.getByRole('dialog').getByRole('status', { name: '固定链接' }).textContent();
  await desk.page.getByText(/Olga 于 .* 归档/).waitFor({ state: 'attached' });

  const { version, epoch } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  for (const person of [owner, one]) {
    expect(codesOf(await person.edit(map, [thesis(uuidv7(), '太迟')]))).toEqual(['archived']);
    const bot = new Bot(api.url, person, map);
    await bot.live();
    const client = uuidv7();
    await bot.socket.emitWithAck('hello', { protocol: 3, map, client, version, epoch });
    const pushed: unknown = await bot.socket.emitWithAck('push', { client, edits: [{ seq: 1, id: uuidv7(), edit: thesis(uuidv7(), '手写的') }] }); // prettier-ignore
    expect(pushed).toMatchObject({ verdicts: [{ refusal: { code: 'archived' } }] });
    bot.close();
  }

  // The permanent link, in the hands of one who only reads.
  const reading = await at(observer, link?.replace(api.url, '') ?? '');
  await reading.card('应当修一座新桥').waitFor();
  const slider = reading.page.getByRole('slider');
  await slider.focus();
  const cards = () => reading.page.locator('.card .card-words').allTextContents();
  for (let at = Number(await slider.getAttribute('aria-valuenow')); at > 1; at--) {
    await slider.press('ArrowLeft');
    await reading.page.locator(`[role=slider][aria-valuenow="${at - 1}"]`).waitFor();
    const shown = Number(await slider.getAttribute('data-version'));
    const then = await observer.ask<Snapshot>('GET', `/api/maps/${map}/at/${shown}`);
    const words = then.map.claims.map(({ text }) => text).sort();
    await reading.page.waitForFunction((wanted) => JSON.stringify([...document.querySelectorAll('.card .card-words')].map((card) => card.textContent).sort()) === wanted, JSON.stringify(words)); // prettier-ignore
  }
  expect(await cards()).toEqual([]);
  expect(await reading.page.locator('body').textContent()).not.toContain('只给自己看');
  await slider.press('End');
  await reading.card('应当修一座新桥').waitFor();

  // The chosen claim is told as it was, and the report is one press away.
  const then = reading.page.getByRole('region', { name: '当时的这条主张' });
  await reading.select('应当修一座新桥');
  await then.getByText('应当修一座新桥').waitFor();
  await slider.press('ArrowLeft');
  await slider.press('ArrowLeft');
  await then.getByText('造价太高').waitFor();
  await reading.select('应当修桥');
  await then.locator('.claim-wording').getByText('应当修桥', { exact: true }).waitFor();
  expect(await then.getByRole('button', { name: '改写' }).count()).toBe(0);
  await reading.page.getByRole('button', { name: '看报告' }).click();
  await reading.page.getByRole('heading', { name: '报告' }).waitFor();

  // A position that does not exist is the nearest that does, and told.
  await reading.page.goto(`/maps/${map}?view=replay&at=99999`);
  await reading.page.getByText('没有第 99999 版').first().waitFor();
  await reading.card('应当修一座新桥').waitFor();
});
