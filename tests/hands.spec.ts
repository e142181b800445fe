// Hands on the canvas: a finger pans, rests to carry or to ask for the menu, and gives up; what is chosen comes into view with
// its tools (U-10, U-11).
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '@counterpoint/shared';
import type { Browser, CDPSession, Locator } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let owner: Person;
let readers: Reader[] = [];

beforeAll(async () => {
  ({ api, browser } = await theStage());
  owner = new Person(api.url);
  await owner.signUp('陈老师');
});
afterAll(clearStage);
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

/** A thesis, 甲 for it, 乙 against it. */
async function aMapOfThree(): Promise<Id> {
  const map = await owner.newMap('三条主张');
  const thesis = uuidv7();
  const reply = (text: string, direction: 'support' | 'rebut', order: string) => ({
    kind: 'add-claim' as const,
    claim: uuidv7(),
    text,
    language: 'zh' as const,
    to: {
      at: 'argument' as const,
      argument: uuidv7(),
      direction,
      target: { kind: 'claim' as const, id: thesis },
      order,
    },
  });
  await owner.edit(map, [
    { kind: 'add-claim', claim: thesis, text: '论题', language: 'zh', to: { at: 'thesis', order: 'a0' } },
    reply('甲', 'support', 'a0'),
    reply('乙', 'rebut', 'a1'),
  ]);
  return map;
}

async function at(map: Id, more: { width?: number; touch?: boolean } = {}): Promise<Reader> {
  const reader = await Reader.at(browser, api.url, {
    ahead: true,
    cookie: owner.headers['cookie'] ?? '',
    ...more,
  });
  readers.push(reader);
  await reader.page.goto(`/maps/${map}?view=map`);
  await reader.card('甲').waitFor();
  await reader.hasAll();
  return reader;
}

/** A spot at its left, which the smallest screen shows, too. */
async function left(of: Locator): Promise<{ x: number; y: number }> {
  const box = (await of.boundingBox())!;
  return { x: box.x + 24, y: box.y + box.height / 2 };
}

/** A finger, as the screen tells of it. */
class Finger {
  private constructor(
    private readonly session: CDPSession,
    private readonly reader: Reader,
  ) {}
  static of = async (reader: Reader) => new Finger(await reader.context.newCDPSession(reader.page), reader);
  private send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly { x: number; y: number }[]) =>
    this.session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map((point, id) => ({ ...point, id })),
    });
  down = (...at: { x: number; y: number }[]) => this.send('touchStart', at);
  up = () => this.send('touchEnd', []);
  async to(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    for (let step = 1; step <= 8; step++)
      await this.send('touchMove', [
        { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 },
      ]);
  }
  /** Until the page says that the card is held. */
  async rest(card: Locator): Promise<void> {
    await this.reader.page.locator('.react-flow__node.dragged').filter({ has: card }).waitFor();
  }
}

/** What the card is, and to what. */
const relationOf = (card: Locator) => card.getAttribute('aria-label');

describe('a finger', () => {
  it('[U-10] that starts on a card and goes on moves the view, and nothing in the map', async () => {
    const reader = await at(await aMapOfThree(), { width: 390, touch: true });
    const finger = await Finger.of(reader);
    const [before, name] = [await left(reader.card('甲')), await relationOf(reader.card('甲'))];
    await finger.down(before);
    await finger.to(before, { x: before.x - 60, y: before.y + 90 });
    await finger.up();
    const after = await left(reader.card('甲'));
    expect(Math.round(after.y - before.y)).toBeGreaterThan(60);
    expect(await relationOf(reader.card('甲'))).toBe(name);
    expect(await reader.page.getByRole('menu').count()).toBe(0);
  });

  it('[U-11] that rests carries the card; the message says what it says now, and takes it back', async () => {
    const reader = await at(await aMapOfThree(), { width: 390, touch: true });
    const finger = await Finger.of(reader);
    const [from, to] = [await left(reader.card('甲')), await left(reader.card('乙'))];
    await finger.down(from);
    await finger.rest(reader.card('甲'));
    await finger.to(from, to);
    await reader.page.getByText('用来支持这一条').waitFor();
    await finger.up();
    // Apart from what the page says aloud, which has the same words.
    const message = reader.page.locator('.toast').filter({ hasText: '“甲”现在支持“乙”' });
    await message.getByRole('button', { name: '撤销' }).click();
    await message.waitFor({ state: 'detached' });
    const gone = await reader.page.evaluate(() => document.querySelectorAll('.card').length);
    expect(gone).toBe(3);
    expect(await relationOf(reader.card('甲'))).toContain('论题');
  });

  it('[U-11] that rests and is lifted asks for the menu', async () => {
    const reader = await at(await aMapOfThree(), { width: 390, touch: true });
    const finger = await Finger.of(reader);
    await finger.down(await left(reader.card('甲')));
    await finger.rest(reader.card('甲'));
    await finger.up();
    await reader.page.getByRole('menu').first().waitFor();
  });

  it('with a second one gives the card up', async () => {
    const reader = await at(await aMapOfThree(), { width: 390, touch: true });
    const finger = await Finger.of(reader);
    const [from, to] = [await left(reader.card('甲')), await left(reader.card('乙'))];
    const name = await relationOf(reader.card('甲'));
    await finger.down(from);
    await finger.rest(reader.card('甲'));
    await finger.to(from, to);
    await reader.page.getByText('用来支持这一条').waitFor();
    await finger.down(to, { x: to.x + 40, y: to.y + 40 });
    await reader.page.getByText('用来支持这一条').waitFor({ state: 'detached' });
    await finger.up();
    expect(await relationOf(reader.card('甲'))).toBe(name);
  });
});

describe('a mouse', () => {
  it('gives a card up with Escape', async () => {
    const reader = await at(await aMapOfThree());
    const [from, to] = [await left(reader.card('甲')), await left(reader.card('乙'))];
    const name = await relationOf(reader.card('甲'));
    const { mouse, keyboard } = reader.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 6 });
    await reader.page.locator('.drop-mark').waitFor();
    await keyboard.press('Escape');
    await reader.page.locator('.drop-mark').waitFor({ state: 'detached' });
    await mouse.move(to.x + 5, to.y + 2);
    await mouse.up();
    expect(await relationOf(reader.card('甲'))).toBe(name);
    expect(await reader.page.getByText('现在支持').count()).toBe(0);
  });

  it.each([1440, 1024, 800])(
    'what it chooses comes wholly into view with its tools, at %i px',
    async (width) => {
      const reader = await at(await aMapOfThree(), { width });
      const { page } = reader;
      const pane = (await page.locator('.react-flow').boundingBox())!;
      const before = await left(reader.card('乙'));
      // The map is pushed to the right and down, until half of the card is beyond the edge.
      await page.mouse.move(pane.x + 20, pane.y + 20);
      await page.mouse.wheel(before.x - (pane.x + pane.width) + 20, before.y - (pane.y + pane.height) + 10);
      await page.waitForFunction((x) => {
        const card = [...document.querySelectorAll('.card')].at(-1)!.getBoundingClientRect();
        return card.left > x;
      }, before.x);
      const card = (await reader.card('乙').boundingBox())!;
      await page.mouse.click(card.x + 12, card.y + 10);
      await page.locator('.card-tools').waitFor();
      await page.waitForFunction(() => {
        const frame = document.querySelector('.react-flow')!.getBoundingClientRect();
        const panel = document.querySelector('.workspace-panel')?.getBoundingClientRect();
        const right = Math.min(frame.right, panel?.left ?? Infinity);
        return ['.card.selected', '.card-tools'].every((of) => {
          const box = document.querySelector(of)!.getBoundingClientRect();
          return (
            box.left >= frame.left && box.right <= right && box.top >= frame.top && box.bottom <= frame.bottom
          );
        });
      });
    },
  );
});
