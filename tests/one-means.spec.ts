// [U-02] [U-10] The whole seminar by one means alone: with keys, and with a finger on a phone of 390 px. Nothing else touches the page.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Snapshot } from '@counterpoint/shared';
import type { Browser, Locator, Page } from 'playwright-core';
import type { RunningApi } from './support/api.ts';
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

/** How one person reaches what is on the screen. */
interface Means {
  press(what: Locator): Promise<void>;
  /** Writes into a field, in place of what stands there. */
  write(field: Locator, words: string): Promise<void>;
  pick(list: Locator, value: string): Promise<void>;
  /** Sends what was just written. */
  send(button: Locator): Promise<void>;
  /** Ends a dialog. */
  leave(page: Page): Promise<void>;
  choose(page: Page, claim: string): Promise<void>;
  /** One of the commands of the chosen claim. */
  command(page: Page, ...names: readonly string[]): Promise<void>;
}

/** In groups of which one is reached by Tab, arrows go on. */
const GROUPS = '[role="menu"], [role="tablist"], [role="radiogroup"], [role="listbox"], [role="tree"]';

async function reach(what: Locator): Promise<void> {
  const page = what.page();
  await what.waitFor();
  const isRow = await what.evaluate((element) => element.closest('[role="tablist"]') !== null);
  const arrow = isRow ? 'ArrowRight' : 'ArrowDown';
  for (let step = 0; step < 200; step++) {
    const [isThere, isInGroup] = await what.evaluate((element, groups) => {
      const { activeElement } = document;
      const isChoice = element instanceof HTMLInputElement && activeElement instanceof HTMLInputElement && element.type === 'radio' && element.name === activeElement.name; // prettier-ignore
      return [
        element === activeElement,
        isChoice || element.closest(groups)?.contains(activeElement) === true,
      ];
    }, GROUPS);
    if (isThere) return;
    await page.keyboard.press(isInGroup ? arrow : 'Tab');
  }
  throw new Error(`no key leads to ${String(what)}`);
}

/** The focus is not lost: keys go on from a place that one can see. */
const isSomewhere = (page: Page) => page.waitForFunction(() => document.activeElement !== document.body);

const KEYS: Means = {
  async press(what) {
    await reach(what);
    const isBox = await what.evaluate((element) => element.matches('input, [role="switch"], [role="radio"]'));
    await what.page().keyboard.press(isBox ? 'Space' : 'Enter');
  },
  async write(field, words) {
    await reach(field);
    await field.page().keyboard.press('Control+A');
    await field.page().keyboard.insertText(words);
  },
  async pick(list, value) {
    await reach(list);
    for (let step = 0; step < 9 && (await list.inputValue()) !== value; step++)
      await list.page().keyboard.press('ArrowDown');
  },
  async send(button) {
    await button.page().keyboard.press('Enter');
  },
  async leave(page) {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isSomewhere(page);
  },
  async choose(page, claim) {
    await reach(page.getByRole('treeitem', { name: new RegExp(`^${claim}`) }));
  },
  async command(page, ...names) {
    await page.keyboard.press('m');
    await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]'));
    for (const name of names) await KEYS.press(page.getByRole('menuitem', { name, exact: true }));
  },
};

const FINGER: Means = {
  press: (what) => what.tap(),
  async write(field, words) {
    await field.tap();
    await field.page().keyboard.insertText(words); // what the keyboard on the screen types
  },
  async pick(list, value) {
    await list.tap();
    await list.selectOption(value); // the list belongs to the phone
  },
  send: (button) => button.tap(),
  async leave(page) {
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).tap();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
  choose: (page, claim) => page.getByRole('treeitem', { name: new RegExp(`^${claim}`) }).tap(),
  async command(page, ...names) {
    await page.getByRole('button', { name: '更多…' }).tap();
    for (const name of names) await page.getByRole('menuitem', { name, exact: true }).tap();
  },
};

describe.each([
  { means: 'keys', hand: KEYS, width: 1440 },
  { means: 'a finger at 390 px', hand: FINGER, width: 390 },
])('with $means', ({ hand, width }) => {
  const someone = async (): Promise<Page> => {
    const reader = await Reader.at(browser, api.url, { width, touch: width < 720 });
    readers.push(reader);
    await reader.page.goto('/');
    return reader.page;
  };
  /** Whatever one presses that has this name. */
  const named = (page: Page, name: string | RegExp): Locator =>
    (['button', 'link', 'radio', 'tab', 'menuitem', 'menuitemradio'] as const)
      .map((role) => page.getByRole(role, { name, exact: true }))
      .reduce((one, other) => one.or(other))
      .first();
  const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last();
  const press = (page: Page, name: string | RegExp) => hand.press(named(page, name));
  /** On a phone it stands in the menu. */
  const invitation = async (page: Page) => {
    if (width < 720) {
      await press(page, '更多');
      await hand.press(page.getByRole('menuitem', { name: '邀请' }));
    } else await press(page, '邀请');
  };
  /** One of the commands of the map, found by its name. */
  const command = async (page: Page, name: string) => {
    await press(page, '查找主张');
    await hand.write(page.getByRole('dialog').getByRole('combobox'), name);
    await page.getByRole('option', { name }).waitFor();
    await hand.send(page.getByRole('option', { name }).first());
  };
  const answer = async (page: Page, to: string, how: string, words: string) => {
    await hand.choose(page, to);
    await hand.command(page, how);
    await hand.write(page.getByRole('tree').getByRole('textbox'), words);
    await hand.send(submit(page, '添加'));
    await page.getByRole('treeitem', { name: new RegExp(`^${words}`) }).waitFor();
  };

  it('a seminar is founded, joined, argued, moderated, voted and archived', async () => {
    const teacher = await someone();
    await press(teacher, '登录');
    await press(teacher, '注册');
    await hand.write(teacher.getByLabel('显示名'), '陈老师');
    await hand.write(teacher.getByLabel('用户名'), `chen-${width}`);
    await hand.write(teacher.getByLabel('密码', { exact: true }), 'a long enough one');
    await hand.send(submit(teacher, '注册'));
    await press(teacher, '新建论证图');
    await hand.write(teacher.getByLabel('标题'), '河上的桥');
    await hand.send(submit(teacher, '新建'));
    await teacher.waitForURL('**/maps/**');
    await press(teacher, '大纲');
    await press(teacher, '写下论题');
    await hand.write(teacher.getByRole('textbox').last(), '桥要留。');
    await hand.send(submit(teacher, '添加'));
    await teacher.getByRole('treeitem', { name: /^桥要留/ }).waitFor();
    await answer(teacher, '桥要留', '支持', '孩子上学要走。');

    await invitation(teacher);
    await press(teacher, '生成邀请');
    const code = ((await teacher.getByLabel('邀请码', { exact: true }).textContent()) ?? '').replace(' ', '');
    await hand.leave(teacher);

    const student = await someone();
    await press(student, '用邀请码加入');
    await hand.write(student.getByRole('textbox', { name: '邀请码' }), code);
    await hand.send(submit(student, '下一步'));
    await hand.write(student.getByLabel('你的名字'), '李明');
    await hand.send(submit(student, '进入论证图'));
    await student.waitForURL('**/maps/**');
    await press(student, '大纲');
    await answer(student, '桥要留', '反驳', '修桥太贵。');
    await teacher.getByRole('treeitem', { name: /^修桥太贵/ }).waitFor();

    if (width < 720) await press(student, '主张');
    await press(student, '讨论');
    await hand.write(student.getByRole('textbox', { name: '参加讨论' }), '要多少钱？');
    await press(student, '发送'); // Enter begins a line there
    await student.getByText('要多少钱？').first().waitFor();

    await invitation(teacher);
    await press(teacher, /^成员/);
    await hand.pick(teacher.getByLabel('李明的角色'), 'suggester');
    await hand.leave(teacher);
    await student.getByText('你在这张图里的角色现在是：建议者。').first().waitFor();
    await press(student, '大纲');
    await hand.choose(student, '修桥太贵');
    await hand.command(student, '支持');
    await hand.write(student.getByRole('tree').getByRole('textbox'), '光桥墩就要三年。');
    await hand.send(submit(student, '添加'));
    await press(student, '继续提交');
    await press(teacher, /^审核/);
    await press(teacher, '接受');
    if (hand === KEYS) await isSomewhere(teacher);
    await student.getByRole('treeitem', { name: /^光桥墩就要三年。支持，第/ }).waitFor();

    await command(teacher, '投票与表决');
    await press(teacher, /^公开/);
    await press(teacher, '设定');
    await hand.leave(teacher);
    await press(student, '投票');
    for (const [before, rate] of ['4', '3', '1', '0'].entries()) {
      await student.getByText(`第 ${before + 1} 条，共 4 条`, { exact: true }).waitFor();
      // Whether it is right, and whether the step holds.
      const asked = student.getByRole('radiogroup', { name: /？/ });
      for (let nth = 0; nth < (await asked.count()); nth++)
        await hand.press(asked.nth(nth).getByRole('radio', { name: new RegExp(`^${rate}`) }));
      await press(student, '下一条');
    }
    await student.getByText('都评过了。').waitFor();

    await command(teacher, '归档这张论证图');
    await press(teacher, '归档');
    await student
      .getByText('已归档。')
      .or(student.getByText(/归档。$/))
      .first()
      .waitFor();
    const { map } = (await (
      await teacher.request.get(`/api${new URL(teacher.url()).pathname}`)
    ).json()) as Snapshot;
    expect(map.claims.map(({ text }) => text).sort()).toEqual(
      ['桥要留。', '孩子上学要走。', '修桥太贵。', '光桥墩就要三年。'].sort(),
    );
    expect([map.comments.length, map.participants.length, map.info.hold]).toEqual([1, 2, 'archived']);
  });
});
