// What a debate shows on a screen in Chinese, for the stories that are about one.
import type { Page } from 'playwright-core';

export const strip = (page: Page) => page.getByRole('region', { name: '辩论进行中' });
export const press = (page: Page, name: string) => strip(page).getByRole('button', { name, exact: true }).click(); // prettier-ignore
export const clock = (page: Page) => strip(page).getByRole('timer');

export const queue = async (page: Page): Promise<string[]> =>
  strip(page).getByRole('list', { name: '发言队列' }).locator('.debate-hand-name').evaluateAll((all) => all.map((one) => one.firstChild?.textContent ?? '')); // prettier-ignore

/** When time is up, as a screen has it, by a clock that is right; `ahead` is how far that of its device is wrong, in ms. */
export async function overAt(page: Page, ahead = 0): Promise<number> {
  return Date.parse((await clock(page).getAttribute('datetime')) ?? '') - ahead;
}

export async function begin(page: Page, format: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('开始辩论');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '赛制' }).selectOption({ label: format });
  await dialog.getByRole('button', { name: '开始', exact: true }).click();
  await strip(page).waitFor();
}

export async function goTo(page: Page, phase: string): Promise<void> {
  await strip(page).getByRole('list', { name: '辩论的各个阶段' }).getByRole('button', { name: phase }).click(); // prettier-ignore
  await page.getByRole('menuitem', { name: `进入“${phase}”` }).click();
}
