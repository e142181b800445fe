// What waits for a moderator, cleared by the keyboard alone; its author sees each verdict, repairs, and appeals (M-02 to M-06, M-12).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Proposal, Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { wireTo } from './support/proxy.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let suggester: Person;
let moderator: Person;
let readers: Reader[] = [];
const thesis = uuidv7();

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('河上的桥');
  suggester = await joined('suggester', 'Sun');
  moderator = await joined('moderator', 'Mo');
  await owner.edit(map, [claim(thesis, '应当修桥', { at: 'thesis', order: 'a0' })]);
});
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

async function joined(role: 'suggester' | 'moderator', name: string): Promise<Person> {
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
const reply = (text: string, order: string) =>
  claim(uuidv7(), text, {
    at: 'argument',
    argument: uuidv7(),
    direction: 'support',
    target: { kind: 'claim', id: thesis },
    order,
  });

async function at(person: Person, query: string, base = api.url): Promise<Page> {
  const reader = await Reader.at(browser, base, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.page.goto(`/maps/${map}?${query}`);
  return reader.page;
}

const content = async (): Promise<Snapshot['map']> => (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map; // prettier-ignore
async function states(): Promise<Record<string, Proposal['state']>> {
  const { proposals } = await content();
  return Object.fromEntries(proposals.map(({ edit, state }) => [wordsIn(edit), state]));
}

const wordsIn = (edit: Proposal['edit']): string => ('text' in edit ? (edit['text'] as string) : edit.kind);

describe('review', () => {
  it('[M-02] [M-03] [M-04] is done by keys alone: accept, amend, return, reject, merge and skip', async () => {
    await suggester.edit(map, [reply('桥便宜', 'a0'), reply('桥很快', 'a1'), reply('桥好看', 'a2'), reply('船慢', 'a3'), reply('修桥要紧', 'a4'), reply('再议', 'a5')]); // prettier-ignore
    const page = await at(moderator, 'view=review&pane=none');
    const queue = page.getByRole('navigation', { name: '待审的内容' });
    await queue.getByRole('listitem').nth(5).waitFor();
    await page.locator('.review-main').focus();
    const shown = (text: string) => page.locator('.review-words').getByText(text).waitFor();
    await shown('桥便宜');
    await page.keyboard.press('a');
    await shown('桥很快');
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: '改成' }).fill('桥比船快');
    await page.keyboard.press('Enter');
    await shown('桥好看');
    await page.keyboard.press('r');
    await page.keyboard.press('3');
    await page.keyboard.press('Control+Enter');
    await shown('船慢');
    await page.keyboard.press('x');
    await page.getByRole('textbox', { name: '补充说明（可不写）' }).fill('这里不谈船。');
    await page.keyboard.press('Control+Enter');
    await shown('修桥要紧');
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: '找主张' }).fill('应当');
    await page.keyboard.press('Enter');
    await shown('再议');
    await page.keyboard.press('j');
    await until(states, {
      桥便宜: 'accepted',
      桥很快: 'accepted',
      桥好看: 'returned',
      船慢: 'rejected',
      修桥要紧: 'accepted',
      再议: 'pending',
    });
    const { claims, mergers, participants, proposals } = await content();
    const name = (id: Id | null | undefined) => participants.find((one) => one.id === id)?.name;
    const amended = claims.find(({ text }) => text === '桥比船快');
    expect([name(amended?.by), name(amended?.reworded?.by)]).toEqual(['Sun', 'Mo']);
    const merged = mergers.map(({ text, into, by, merged: { by: who } }) => [
      text,
      into,
      name(by),
      name(who),
    ]);
    expect(merged).toEqual([['修桥要紧', thesis, 'Sun', 'Mo']]);
    expect(proposals.find(({ edit }) => edit['text'] === '桥好看')?.code).toBe('unclear');
  });

  it('[P15] [P16] [M-12] the author sees the reason at once, repairs it in place, and appeals to another moderator', async () => {
    await suggester.edit(map, [reply('桥好看', 'a0'), reply('船慢', 'a1')]);
    const mine = await at(suggester, 'pane=review');
    const pane = mine.getByRole('complementary');
    await pane.getByText('桥好看').first().waitFor();
    const { proposals } = await content();
    const of = (text: string) => proposals.find(({ edit }) => edit['text'] === text)?.id ?? '';
    await moderator.edit(map, [
      {
        kind: 'decide',
        proposal: of('桥好看'),
        verdict: 'returned',
        code: 'unclear',
        reason: '好看在哪里？',
      },
      { kind: 'decide', proposal: of('船慢'), verdict: 'rejected', code: 'off-topic', reason: null },
    ]);
    await pane.getByText('说得不清楚：好看在哪里？').waitFor();
    await pane.getByText('离题').waitFor();
    await pane.getByRole('button', { name: '改后再次提交' }).click();
    await pane.getByRole('textbox', { name: '改后再次提交' }).fill('桥让河岸更好看');
    await mine.keyboard.press('Enter');
    await pane.getByRole('button', { name: '请另一位主持人再看' }).click();
    await pane.getByRole('textbox', { name: '为什么请再看一次' }).fill('船与桥有关。');
    await mine.keyboard.press('Enter');
    await until(states, { 桥让河岸更好看: 'pending', 船慢: 'pending' });
    // The one who decided is told no; another decides.
    const page = await at(moderator, 'view=review&pane=none');
    await page.getByRole('button', { name: /申诉.*船慢/ }).click();
    await page.getByText('船与桥有关。').waitFor();
    await page.locator('.review-main').focus();
    await page.keyboard.press('a');
    await page.getByText('申诉要由另一位主持人来看。', { exact: true }).waitFor();
    await owner.edit(map, [{ kind: 'decide', proposal: of('船慢'), verdict: 'accepted', reason: null }]);
    await until(async () => (await states())['船慢'], 'accepted');
  });

  it('[P17] a first proposal waits until its author has read how the map is moderated; what was typed outlives a reload', async () => {
    const policy = '先看有没有出处。';
    await owner.edit(map, [{ kind: 'change-settings', set: { policy, quota: 1 } }]);
    const page = await at(suggester, `claim=${thesis}&view=outline&pane=none`);
    const first = page.getByRole('dialog', { name: '你的提议会先交给主持人' });
    const write = async (text: string) => {
      await page.getByRole('treeitem').filter({ hasText: '应当修桥' }).click();
      await page.keyboard.press('c');
      await page.getByRole('textbox').fill(text);
      await page.keyboard.press('Enter');
    };
    await write('渡口太慢');
    await first.getByText(policy).waitFor();
    await first.getByRole('button', { name: '先不提交' }).click();
    await first.waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox').inputValue()).toBe('渡口太慢');
    expect(await states()).toEqual({});
    await page.reload();
    const field = page.getByRole('textbox');
    await field.waitFor();
    expect(await field.inputValue()).toBe('渡口太慢');
    await field.press('Enter');
    await first.getByRole('button', { name: '继续提交' }).click();
    await until(states, { 渡口太慢: 'pending' });
    await field.waitFor({ state: 'detached' });
    // Read once, it is not shown again; and here one proposal waits at most.
    await write('渡口也贵');
    await page.getByText('你等待审核的提议已达到这张图的上限').first().waitFor();
    expect(await first.count()).toBe(0);
  });

  it('[M-04] [P19] a reason of the map’s own is listed where one sends back, and read by the author', async () => {
    const page = await at(owner, 'view=review&pane=none');
    await page.getByRole('button', { name: '本图如何审核' }).click();
    await page.getByRole('button', { name: '更改' }).click();
    await page.getByRole('textbox', { name: '中文' }).fill('没有回应问题');
    await page.getByRole('textbox', { name: '英文' }).fill('Does not answer the question');
    await page.getByRole('button', { name: '添加理由' }).click();
    await page.getByRole('switch', { name: '没有回应问题' }).waitFor();
    await page.keyboard.press('Escape');
    await suggester.edit(map, [reply('桥好看', 'a0')]);
    const queue = await at(moderator, 'view=review&pane=none');
    await queue.locator('.review-words').getByText('桥好看').waitFor();
    await queue.locator('.review-main').focus();
    await queue.keyboard.press('r');
    await queue.getByRole('radio', { name: '没有回应问题' }).click();
    await queue.getByRole('button', { name: '退回', exact: true }).click();
    const mine = await at(suggester, 'pane=review');
    await mine.getByRole('complementary').getByText('没有回应问题').waitFor();
  });

  it('[M-06] of two moderators at one item the later is told, and nothing is decided twice', async () => {
    await suggester.edit(map, [reply('桥好看', 'a0')]);
    const page = await at(moderator, 'view=review&pane=none');
    await page.locator('.review-words').getByText('桥好看').waitFor();
    const [proposal] = (await content()).proposals;
    if (!proposal) throw new Error('nothing waits');
    const { id, at: seen } = proposal;
    await suggester.edit(map, [{ kind: 'resubmit', proposal: id, text: '桥真好看' }]);
    const late = { kind: 'decide', proposal: id, verdict: 'accepted', reason: null };
    const refusalOf = async (asked: object) => JSON.stringify(await moderator.edit(map, [asked]));
    expect(await refusalOf({ ...late, seen })).toContain('"stale"');
    await page.locator('.review-words').getByText('桥真好看').waitFor();
    await owner.edit(map, [late]);
    await page.getByText('没有要审的内容').waitFor();
    expect(await refusalOf(late)).toContain('"already-decided"');
  });

  it('[M-06] [S9] a moderator without a network decides three; one was decided meanwhile, is refused alone, and shows what became of it', async () => {
    await suggester.edit(map, [reply('桥便宜', 'a0'), reply('桥很快', 'a1'), reply('桥好看', 'a2')]);
    const wire = await wireTo(api.port);
    const page = await at(moderator, 'view=review&pane=none', wire.url);
    const shown = (text: string) => page.locator('.review-words').getByText(text).waitFor();
    await shown('桥便宜');
    wire.cut();
    await page.locator('header').getByText('离线').first().waitFor();
    await page.locator('.review-main').focus();
    await page.keyboard.press('a');
    await shown('桥很快');
    await page.keyboard.press('x');
    await page.keyboard.press('4');
    await page.getByRole('textbox', { name: '补充说明（可不写）' }).fill('快不是理由。');
    await page.keyboard.press('Control+Enter');
    await shown('桥好看');
    await page.keyboard.press('r');
    await page.keyboard.press('3');
    await page.keyboard.press('Control+Enter');
    await page.getByText('没有要审的内容').waitFor();
    const pending = { 桥便宜: 'pending', 桥很快: 'pending', 桥好看: 'pending' } as const;
    expect(await states()).toEqual(pending);
    const { id } = (await content()).proposals.find(({ edit }) => edit['text'] === '桥很快') ?? {};
    await owner.edit(map, [{ kind: 'decide', proposal: id, verdict: 'accepted', reason: null }]);
    wire.mend();
    await until(states, { 桥便宜: 'accepted', 桥很快: 'accepted', 桥好看: 'returned' });
    await page.getByRole('button', { name: /1 项未被接受/ }).click();
    const lost = page.getByRole('dialog').getByRole('listitem');
    await lost.getByText('桥很快').waitFor();
    expect(await lost.count()).toBe(1);
    for (const words of ['这项提议已经有结论了。', '你的决定', '没有依据', 'Olga', '已接受', '快不是理由。'])
      await lost.getByText(words).first().waitFor();

    await lost.getByRole('button', { name: '丢弃' }).click();
    await lost.waitFor({ state: 'detached' });
    await page.getByText('没有要审的内容').waitFor();
    await wire.close();
  });

  it('[M-10] a claim is flagged out of its menu, stands in the queue, and is closed as fine; its author sees none of it', async () => {
    const page = await at(suggester, `claim=${thesis}&view=outline&pane=none`);
    await page.getByRole('treeitem').filter({ hasText: '应当修桥' }).click();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: '查看与分享' }).click();
    await page.getByRole('menuitem', { name: '请主持人看一看…' }).click();
    const send = page.getByRole('button', { name: '提交', exact: true });
    expect(await send.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: '离题' }).click();
    await page.getByLabel('补充说明').fill('与河无关。');
    await send.click();
    await until(async () => (await content()).flags.length, 1);
    const stranger = await joined('suggester', 'Su');
    expect((await stranger.ask<Snapshot>('GET', `/api/maps/${map}`)).map.flags).toEqual([]);
    const queue = await at(moderator, 'view=review&pane=none');
    await queue.locator('.review-flags').getByText('与河无关。').waitFor();
    await queue.locator('.review-main').focus();
    await queue.keyboard.press('a');
    await queue.getByText('没有要审的内容').waitFor();
    await until(async () => (await content()).flags[0]?.seen !== null, true);
  });
});
