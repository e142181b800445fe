// Two people at two browsers on one map, over real sockets.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { aSeminar, type Person } from './support/people.ts';
import { wireTo, type Wire } from './support/proxy.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let wire: Wire;
let map: Id;
let owner: Person;
let anna: Reader;
let ben: Reader;

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);

/** Anna owns the map and is wired straight to the server; Ben is a participant behind a wire that can be cut. */
beforeEach(async () => {
  wire = await wireTo(api.port);
  const seminar = await aSeminar(api.url, 1);
  ({ map, owner } = seminar);
  anna = await Reader.at(browser, api.url, { ahead: true, cookie: owner.headers['cookie'] ?? '' });
  ben = await Reader.at(browser, wire.url, {
    ahead: true,
    cookie: seminar.guests[0]!.headers['cookie'] ?? '',
  });
});
afterEach(async () => {
  expect([...anna.errors, ...ben.errors]).toEqual([]);
  await anna.context.close();
  await ben.context.close();
  await wire.close();
});

const thesis = (text: string, claim = uuidv7()) => ({
  kind: 'add-claim',
  claim,
  text,
  language: 'zh',
  to: { at: 'thesis', order: 'a0' },
});

function reply(text: string, target: Id, claim = uuidv7(), order = 'a0') {
  const to = {
    at: 'argument',
    argument: uuidv7(),
    direction: 'support',
    target: { kind: 'claim', id: target },
    order,
  };
  return { kind: 'add-claim', claim, text, language: 'zh', to };
}

async function bothOpen(): Promise<void> {
  await Promise.all([anna.open(map), ben.open(map)]);
}

/** Once he has what a page fetches after the map: a browser remembers a script that was on its way when the line broke as one that is not. */
async function cutOffBen(): Promise<void> {
  await ben.hasAll();
  wire.cut();
  await ben.state(/已离线/).waitFor();
}

async function sameTree(): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const [a, b] = await Promise.all([anna.names(), ben.names()]);
    if (JSON.stringify(a) === JSON.stringify(b)) return a;
    if (tries > 2_500) expect(b).toEqual(a); // before Jest ends it, to see the difference
    await anna.page.waitForTimeout(100);
  }
}

describe('two browsers on one map', () => {
  it('U-15 S-01: a thesis, a support, a rebuttal, an undercut and a joint premise written by one appear at the other', async () => {
    await Promise.all([anna, ben].map((reader) => reader.page.goto(`/maps/${map}`)));
    await anna.page.getByRole('button', { name: '写下论题' }).click();
    await anna.write('开源应当继续');
    await ben.card('开源应当继续').waitFor();
    await ben.answer('开源应当继续', 'p', '门槛因此降低');
    await ben.answer('开源应当继续', 'c', '滥用更加容易');
    await anna.answer('门槛因此降低', 'u', '便宜不等于易得');
    await anna.answer('门槛因此降低', 'a', '并且文档齐全');
    await Promise.all(
      ['便宜不等于易得', '并且文档齐全', '滥用更加容易'].map((text) => ben.card(text).waitFor()),
    );
    const kinds = ['thesis', 'support', 'rebut', 'undercut'];
    const count = async (reader: Reader, kind: string): Promise<number> =>
      reader.page.locator(`.card[data-kind="${kind}"]`).count();
    for (const reader of [anna, ben])
      expect(await Promise.all(kinds.map((kind) => count(reader, kind)))).toEqual([1, 2, 1, 1]);
    await sameTree();
  });

  it('[T1] U-11: a moved branch moves at the other too, with all beneath it', async () => {
    const [root, first, second] = [uuidv7(), uuidv7(), uuidv7()];
    await owner.edit(map, [
      thesis('论题', root),
      reply('理由一', root, first),
      reply('理由二', root, second, 'a1'),
      reply('枝叶', first),
    ]);
    await bothOpen();
    await anna.move('理由一', '理由二');
    await ben.page.locator('.card[aria-label*="“理由二”"]').filter({ hasText: '理由一' }).waitFor();
    const names = await sameTree();
    expect(names.some((name) => name.includes('“理由一”') && name.includes('枝叶'))).toBe(true);
  });

  it('U-11: a card dragged onto another hangs beneath it, at the other too', async () => {
    const [root, first, second] = [uuidv7(), uuidv7(), uuidv7()];
    await owner.edit(map, [
      thesis('论题', root),
      reply('理由一', root, first),
      reply('理由二', root, second, 'a1'),
    ]);
    await bothOpen();
    const from = (await anna.card('理由一').boundingBox())!;
    const to = (await anna.card('理由二').boundingBox())!;
    await anna.page.mouse.move(from.x + 60, from.y + 12);
    await anna.page.mouse.down();
    await anna.page.mouse.move(from.x + 90, from.y + 40, { steps: 4 });
    await anna.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
    await anna.page.mouse.up();
    await ben.page.locator('.card[aria-label*="“理由二”"]').filter({ hasText: '理由一' }).waitFor();
    await sameTree();
  });

  it('the tree does not jump: what I look at stays where it is while another adds claims above it', async () => {
    const [root, first] = [uuidv7(), uuidv7()];
    const later = ['理由二', '理由三'].map((text, i) => reply(text, root, uuidv7(), `a${i + 1}`));
    await owner.edit(map, [thesis('论题', root), reply('理由一', root, first), ...later]);
    await bothOpen();
    await ben.select('理由三');
    const before = (await ben.card('理由三').boundingBox())!;
    await anna.answer('理由一', 'p', '上面新添的一条');
    await anna.answer('理由一', 'c', '上面又添的一条');
    await Promise.all(['上面新添的一条', '上面又添的一条'].map((text) => ben.card(text).waitFor()));
    const after = (await ben.card('理由三').boundingBox())!;
    expect(Math.abs(after.x - before.x) + Math.abs(after.y - before.y)).toBeLessThan(2);
  });

  it('[E9] both reword one claim at once in different places: merged, and both are told', async () => {
    await owner.edit(map, [thesis('开源降低了使用门槛并促进了合作')]);
    await bothOpen();
    await ben.card('开源降低了使用门槛并促进了合作').waitFor();
    await cutOffBen();
    await ben.reword('开源降低了使用门槛并促进了合作', '开源降低了使用门槛并促进了跨国合作');
    await anna.reword('开源降低了使用门槛并促进了合作', '开放源码降低了使用门槛并促进了合作');
    wire.mend();
    const merged = '开放源码降低了使用门槛并促进了跨国合作';
    await Promise.all([anna.card(merged).waitFor(), ben.card(merged).waitFor()]);
    await Promise.all([anna, ben].map((reader) => reader.page.getByText(/合并/).first().waitFor()));
  });

  it('[E9] both reword the same words at once: the later is shown, the earlier is kept beside it, and both are told', async () => {
    await owner.edit(map, [thesis('开源降低门槛')]);
    await bothOpen();
    await ben.card('开源降低门槛').waitFor();
    await cutOffBen();
    await ben.reword('开源降低门槛', '开源大幅降低门槛');
    await anna.reword('开源降低门槛', '开源略微降低门槛');
    wire.mend();
    await Promise.all([anna.card('开源大幅降低门槛').waitFor(), ben.card('开源大幅降低门槛').waitFor()]);
    await Promise.all([anna, ben].map((reader) => reader.page.locator('.card-collided').waitFor()));
    await ben.select('开源大幅降低门槛');
    await ben.page.getByRole('button', { name: '改用另一种' }).click();
    await Promise.all([anna, ben].map((reader) => reader.card('开源略微降低门槛').waitFor()));
    await Promise.all(
      [anna, ben].map((reader) => reader.page.locator('.card-collided').waitFor({ state: 'detached' })),
    );
  });

  it('[S8] U-13: edits made offline survive a reload and arrive when the network is back', async () => {
    await owner.edit(map, [thesis('论题')]);
    await bothOpen();
    await ben.card('论题').waitFor();
    await cutOffBen();
    await ben.answer('论题', 'p', '离线时写下的支持');
    await ben.answer('论题', 'c', '离线时写下的反驳');
    await ben.state(/2 项/).waitFor();
    await ben.page.reload().catch(() => undefined);
    await ben.page.waitForURL(/chrome-error/).catch(() => undefined);
    wire.mend();
    await ben.open(map);
    await Promise.all(['离线时写下的支持', '离线时写下的反驳'].map((text) => anna.card(text).waitFor()));
    await ben.state('已同步').waitFor();
    await sameTree();
  });

  it('[T1] [S9] crossing moves end in one tree in both, and the refused one waits in the tray', async () => {
    const [root, first, second] = [uuidv7(), uuidv7(), uuidv7()];
    await owner.edit(map, [
      thesis('论题', root),
      reply('理由一', root, first),
      reply('理由二', root, second, 'a1'),
    ]);
    await bothOpen();
    await ben.card('理由二').waitFor();
    await cutOffBen();
    await ben.move('理由二', '理由一');
    await anna.move('理由一', '理由二');
    wire.mend();
    await ben.page
      .getByText(/1 项未/)
      .first()
      .waitFor();
    const names = await sameTree();
    expect(names.filter((name) => name.includes('“理由二”') && name.includes('理由一'))).toHaveLength(1);
    expect(names).toHaveLength(3);
  });

  it('Z-18: a script in a claim, a name or a title is text', async () => {
    const script = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">';
    await owner.edit(map, [thesis(script), { kind: 'change-settings', set: { title: script } }]);
    await bothOpen();
    await ben.page.getByText('window.hacked = 1').first().waitFor();
    for (const { page } of [anna, ben]) expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});
