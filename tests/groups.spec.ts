// Five groups of six out of one map, by chance and by a list; the template mended, nobody reads another group, and all in one
// map at the end (S-14, S-15).
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Groups, Id, Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { aSeminar, type Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let readers: Reader[] = [];
let bots: Bot[] = [];

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
afterEach(async () => {
  for (const bot of bots) bot.close();
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  [readers, bots] = [[], []];
});

const thesis = (text: string, claim: Id = uuidv7()) => ({ kind: 'add-claim', claim, text, language: 'zh', to: { at: 'thesis', order: 'a0' } }); // prettier-ignore
const reply = (to: Id, text: string, claim: Id = uuidv7()) => ({
  ...thesis(text, claim),
  to: { at: 'argument', argument: uuidv7(), direction: 'rebut', target: { kind: 'claim', id: to }, order: 'a0' }, // prettier-ignore
});

async function at(person: Person, map: Id): Promise<Page> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.open(map);
  return reader.page;
}

async function openGroups(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('分组');
  await page.getByRole('option', { name: '分组…' }).click();
  await page.getByRole('dialog', { name: '分组' }).waitFor();
}

const groupsOf = async (person: Person, map: Id) =>
  (await person.ask<Groups>('GET', `/api/maps/${map}/groups`)).groups;
const claimsIn = async (person: Person, map: Id) =>
  (await person.ask<Snapshot>('GET', `/api/maps/${map}`)).map.claims;

/** As the cards of the dialog show it. */
const shown = (page: Page): Promise<string[][]> =>
  page.locator('.group-card').evaluateAll((cards) => cards.map((card) => [...card.querySelectorAll('.name')].map(({ textContent }) => textContent))); // prettier-ignore

describe('small groups', () => {
  it('[S-14] five of six by chance: drawn in the page, mended from the template, closed to each other, merged into one', async () => {
    const { map, owner, guests } = await aSeminar(api.url, 30);
    const claim = uuidv7();
    await owner.edit(map, [thesis('应当修桥', claim)]);
    const page = await at(owner, map);
    await openGroups(page);
    await page.getByLabel('小组数').fill('5');
    const drawn = await shown(page);
    expect(drawn.map(({ length }) => length)).toEqual([6, 6, 6, 6, 6]);
    expect(new Set(drawn.flat()).size).toBe(30);
    while (JSON.stringify(await shown(page)) === JSON.stringify(drawn)) await page.getByRole('button', { name: '重新抽签' }).click(); // prettier-ignore
    // By hand: the first of group 1 and the first of group 2 change places.
    const kept = await shown(page);
    const [one = '', two = ''] = [kept[0]?.[0], kept[1]?.[0]];
    await page.getByLabel(`${one}的小组`).selectOption('第 2 组');
    await page.getByLabel(`${two}的小组`).selectOption('第 1 组');
    await page.getByRole('button', { name: '分成 5 个小组' }).click();
    await page.getByRole('link', { name: '打开第 5 组的图' }).waitFor();
    const groups = await groupsOf(owner, map);
    expect(groups.map(({ people }) => people.map(({ name }) => name).sort())).toEqual((await shown(page)).map((names) => names.sort())); // prettier-ignore
    expect(groups[1]?.people.map(({ name }) => name)).toContain(one);

    // A student of each group follows it over a socket of their own.
    const names = new Map(guests.map((guest, n) => [`学员 ${n + 1}`, guest]));
    const students = groups.map(({ people }) => names.get(people[0]?.name ?? '')!);
    bots = groups.map((group, n) => new Bot(api.url, students[n]!, group.map));
    for (const bot of bots) await bot.live();
    const mended = [reply(claim, '桥旧了'), reply(claim, '桥太窄'), { kind: 'comment', comment: uuidv7(), claim, text: '注意年份。' }, { kind: 'reword', claim, text: '应当修老桥', was: '应当修桥' }, thesis('船够用')]; // prettier-ignore
    for (const edit of mended) await owner.edit(map, [edit]);
    for (const bot of bots)
      await bot.until(({ view }) => view.claims.size === 4 && view.comments.size === 1 && view.claims.get(claim)?.text === '应当修老桥'); // prettier-ignore

    for (const [n, student] of students.entries()) {
      const own = groups[n]?.map ?? '';
      await student.edit(own, [reply(claim, `小组 ${n + 1} 的话`)]);
      for (const other of groups) if (other.map !== own) await expectClosed(student, other.map);
    }

    await page.getByRole('button', { name: '合并成一张图' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/maps/') && !url.pathname.includes(map));
    const merged = new URL(page.url()).pathname.slice('/maps/'.length);
    const there = await claimsIn(owner, merged);
    for (const group of groups)
      for (const { id, text } of await claimsIn(owner, group.map)) expect(there).toContainEqual(expect.objectContaining({ id, text })); // prettier-ignore
    expect(there).toHaveLength(4 + 5);
    const { participants } = (await owner.ask<Snapshot>('GET', `/api/maps/${merged}`)).map;
    expect(participants.map(({ name }) => name).sort()).toEqual(['Olga', ...groups.map(({ people, name }) => `${people[0]?.name} · ${name}`)].sort()); // prettier-ignore
  });

  it('[S-14] [S-15] five of six by a list; each sees which group they are in, and who is moved leaves their words there', async () => {
    const { map, owner, guests } = await aSeminar(api.url, 30);
    const claim = uuidv7();
    await owner.edit(map, [thesis('应当修桥', claim)]);
    const page = await at(owner, map);
    await openGroups(page);
    await page.getByRole('button', { name: '按名单', exact: true }).click();
    const colours = ['红队', '橙队', '黄队', '绿队', '蓝队'];
    const lines = guests.map((_, n) => `学员${n + 1}，${colours[n % 5]}`);
    await page.getByLabel('每行一人').fill(['姓名，小组', ...lines, '张三，红队'].join('\n'));
    await page.getByRole('button', { name: '按名单分组' }).click();
    await page.getByText('不在这张图里：张三').waitFor();
    await page.getByRole('button', { name: '分成 5 个小组' }).click();
    await page.getByRole('link', { name: '打开蓝队的图' }).waitFor();
    const groups = await groupsOf(owner, map);
    expect(groups.map(({ name, people }) => [name, people.map((one) => one.name).sort()])).toEqual(
      colours.map((name, n) => [name, [0, 5, 10, 15, 20, 25].map((first) => `学员 ${first + n + 1}`).sort()]), // prettier-ignore
    );

    const [student] = guests as [Person];
    const [red, orange] = groups.map((group) => group.map) as [Id, Id];
    await student.edit(red, [reply(claim, '桥旧了')]);
    const theirs = await at(student, map);
    await theirs.getByText('你在红队。').waitFor();
    await theirs.getByRole('link', { name: '打开小组的图' }).click();
    await theirs.getByText('这是红队的图。').waitFor();
    await theirs.getByText('桥旧了', { exact: true }).first().waitFor();

    await page.getByLabel('学员 1的小组').selectOption('橙队');
    await page.getByText('留在红队').waitFor();
    await page.getByRole('button', { name: '调动' }).click();
    await page.getByText('学员 1现在在橙队。写过的内容留在红队。', { exact: true }).waitFor();
    await theirs.getByText('你已从红队转到橙队').waitFor();
    await expectClosed(student, red, '/moved');
    await theirs.getByRole('link', { name: '打开橙队的图' }).click();
    await theirs.getByText('这是橙队的图。').waitFor();
    await page.getByRole('button', { name: '给蓝队改名' }).click();
    const name = page.getByLabel('蓝队的新名字');
    await name.fill('红队');
    await page.getByText('另一个小组已经叫这个名字了。').waitFor();
    await name.fill('紫队');
    await name.press('Enter');
    await page.getByRole('link', { name: '打开紫队的图' }).waitFor();
    expect((await claimsIn(owner, red)).map(({ text }) => text).sort()).toEqual(
      ['应当修桥', '桥旧了'].sort(),
    );
    expect(await claimsIn(student, orange)).toHaveLength(1);
  });
});

/** Neither over any route of a map, nor over the socket, but for one that says no more than where they are. */
async function expectClosed(person: Person, map: Id, but?: '/moved'): Promise<void> {
  const { paths } = (await (await fetch(`${api.url}/api/docs/openapi.json`)).json()) as { paths: Record<string, object> }; // prettier-ignore
  const ways = Object.entries(paths).filter(
    ([path]) => path.startsWith('/api/maps/{id}') && path !== `/api/maps/{id}${but}`,
  );
  expect(ways.length).toBeGreaterThan(20);
  for (const [path, methods] of ways)
    for (const method of Object.keys(methods)) {
      const url = path.replace('{id}', map).replace('{format}', 'json').replace('{version}', '1').replace(/\{\w+\}/g, uuidv7()); // prettier-ignore
      const { status } = await person.send(method.toUpperCase(), url, method === 'get' ? undefined : {});
      expect([method, path, status]).toEqual([method, path, 404]);
    }
  const bot = new Bot(api.url, person, map);
  bots.push(bot);
  await bot.until(({ refusal }) => refusal?.code === 'not-found');
}
