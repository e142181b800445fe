// [U-08] Who asks for less motion sees what they changed in the very next picture, not on its way there.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLES } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import type { RunningApi } from './support/api.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);

describe('[U-08] less motion', () => {
  it('is none: nothing glides, fades or turns while someone reads, zooms, unfolds and opens things', async () => {
    const reader = await Reader.at(browser, api.url, { ahead: true });
    await reader.page.addInitScript(noteMotion);
    await lookAround(reader);
    expect(await motionIn(reader.page)).toEqual([]);
    expect(reader.errors).toEqual([]);
  });

  it('is asked of the browser: without it the same gestures move', async () => {
    const reader = await Reader.at(browser, api.url, { ahead: true });
    await reader.page.emulateMedia({ reducedMotion: 'no-preference' });
    await reader.page.addInitScript(noteMotion);
    await lookAround(reader);
    expect(await motionIn(reader.page)).not.toEqual([]);
  });
});

async function lookAround(reader: Reader): Promise<void> {
  const { page } = reader;
  await reader.open(SAMPLES.zh);
  await page.locator('.card').first().waitFor();
  await reader.hasAll();
  await page.locator('.card-words').first().click();
  await page.getByRole('button', { name: '放大' }).click();
  await page.locator('.fold-button').first().click();
  await page.locator('.card-words').first().click();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** In the page: keeps what began to move, by element and property. */
function noteMotion(): void {
  const moved: string[] = [];
  Object.assign(globalThis, { moved });
  const note = (event: TransitionEvent | AnimationEvent): void => {
    const what = 'propertyName' in event ? event.propertyName : event.animationName;
    moved.push(`${(event.target as Element).className}: ${what}`);
  };
  addEventListener('transitionrun', note, true);
  addEventListener('animationstart', note, true);
}

/** After two more pictures, since motion is told with the one it begins in. */
const motionIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return [...new Set((globalThis as unknown as { moved: string[] }).moved)];
  });
