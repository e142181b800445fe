// A debate over the map, at three screens: its phases, its clock, and who speaks (S-03 to S-08).
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DEBATE_FORMATS, type Id, type Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { begin, clock, goTo, overAt, press, queue, strip } from './support/debate.ts';
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

/** `ahead` is how far the clock of this person's device is wrong, in ms, and `late` for how long its first words are held up. */
async function at(person: Person, map: Id, { ahead = 0, late = 0 } = {}): Promise<Page> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.context.addInitScript((wrong) => {
    const right = Date.now.bind(Date);
    Date.now = () => right() + wrong;
  }, ahead);
  if (late > 0)
    await reader.page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => {
        setTimeout(() => server.send(message), message.includes('"hello"') ? late : 0);
      });
    });
  await reader.page.goto(`/maps/${map}`);
  await reader.page.getByRole('main').waitFor();
  return reader.page;
}

describe('a debate', () => {
  it('[S-03] [S-05] [S-08] runs on one clock, lets a phase say who may what, and has one queue', async () => {
    const WRONG = 90_000;
    const { map, owner, guests } = await aSeminar(api.url, 2);
    const [one, two] = guests as [Person, Person];
    const moderator = await at(owner, map);
    const first = await at(one, map, { ahead: WRONG });
    const second = await at(two, map, { late: 2_000 });
    await begin(moderator, '研讨图');
    await press(moderator, '开始');
    await clock(first).waitFor();

    const claim = { kind: 'add-claim', claim: uuidv7(), text: '桥', language: 'zh', to: { at: 'thesis', order: 'a0' } }; // prettier-ignore
    await expect(one.edit(map, [claim])).resolves.toMatchObject({ verdicts: [{ refusal: { code: 'not-now' } }] }); // prettier-ignore
    expect(await strip(first).getByText('你现在可以：').textContent()).not.toContain('提出主张');

    // A screen that was slow when it came asks for the time once more.
    await until(async () => {
      const all = [await overAt(moderator), await overAt(first, WRONG), await overAt(second)];
      return Math.max(...all) - Math.min(...all) < 300;
    });

    await press(moderator, '+1 分钟');
    await press(moderator, '暂停');
    await strip(moderator).getByRole('button', { name: '继续' }).waitFor();
    await first.locator('.debate-clock[data-stands]').waitFor();
    const stands = await clock(moderator).textContent();
    await first.reload();
    await first.locator('.debate-clock[data-stands]').waitFor();
    expect(await clock(first).textContent()).toBe(stands);
    await press(moderator, '继续');

    await goTo(moderator, '质疑');
    // Nobody's button moves from beneath their finger when another hand is up first.
    const place = () => strip(second).getByRole('button', { name: '举手', exact: true }).boundingBox();
    await until(async () => (await place()) !== null);
    const before = await place();
    await press(first, '举手');
    await until(async () => (await queue(moderator)).length === 1);
    await until(async () => (await queue(second)).length === 1);
    expect(await place()).toEqual(before);
    await press(second, '举手');
    await until(async () => (await queue(moderator)).length === 2);
    const order = await queue(moderator);
    expect(order).toEqual(['学员 1', '学员 2']);
    for (const page of [first, second]) await until(async () => JSON.stringify(await queue(page)) === JSON.stringify(order)); // prettier-ignore
    await strip(moderator)
      .getByRole('button', { name: /学员 2/ })
      .press('Alt+ArrowLeft');
    for (const page of [moderator, first, second])
      await until(async () => (await queue(page))[0] === '学员 2');
    await press(moderator, '请下一位');
    await strip(second).getByText('学员 2 在讲').waitFor();
    await press(second, '讲完了');
    await strip(moderator).getByText('没有人在讲').waitFor();

    await strip(moderator).getByRole('button', { name: '更多' }).click();
    await moderator.getByRole('menuitem', { name: '结束辩论…' }).click();
    await moderator.getByRole('dialog').getByRole('button', { name: '结束辩论' }).click();
    for (const page of [moderator, first, second]) await strip(page).waitFor({ state: 'detached' });
    const { debates } = (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map;
    expect(debates).toMatchObject([{ name: DEBATE_FORMATS[0].name.zh, ended: {} }]);
  });
});
