// What a room sees on its wall, and what a moderator shows to all: what must be there, how large it is, and what must not be there (S-27, S-28).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let readers: Reader[] = [];
let debate: Awaited<ReturnType<typeof aDebate>>;

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
beforeEach(async () => {
  debate = await aDebate();
});
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

const QUESTION = '老桥该不该拆？';
const NAMES = {
  owner: 'OlgaOlsen',
  speaker: '学员七',
  waiting: '学员四',
  silent: '沉默者',
  writer: '写字的人',
};

/** Two sides, a phase that runs, one who speaks, one who waits; and all that must stay off the wall. */
async function aDebate() {
  const owner = new Person(api.url);
  await owner.signUp(NAMES.owner);
  const map = await owner.newMap('河上的桥');
  const invite = await owner.invite(map);
  const joined = async (name: string, code = invite.code) => {
    const person = new Person(api.url);
    const { participant } = await person.join(code, name);
    return Object.assign(person, { participant: participant.id });
  };
  const [speaker, waiting, silent] = [await joined(NAMES.speaker), await joined(NAMES.waiting), await joined(NAMES.silent)]; // prettier-ignore
  const writer = await joined(NAMES.writer, (await owner.invite(map, 'suggester')).code);
  const [thesis, old, dear, id, forIt, against, opening] = Array.from({ length: 7 }, uuidv7) as [Id, Id, Id, Id, Id, Id, Id]; // prettier-ignore
  const claim = (claim: Id, text: string, to: object) => ({
    kind: 'add-claim',
    claim,
    text,
    language: 'zh',
    to,
  });
  const reply = (to: Id, direction: string, order: string) => ({ at: 'argument', argument: uuidv7(), direction, target: { kind: 'claim', id: to }, order }); // prettier-ignore
  const may = ['claim', 'quote', 'annotate', 'comment', 'prepare', 'publish', 'speak'];
  const plan = {
    name: '辩论',
    sides: [
      { id: forIt, name: '正方', sign: 'square' },
      { id: against, name: '反方', sign: 'triangle' },
    ],
    phases: [
      { id: opening, name: '立论', side: null, seconds: 600, may, bells: [] },
      { id: uuidv7(), name: '反驳', side: against, seconds: 300, may, bells: [] },
    ],
    queue: 'raised',
    pace: 'hand',
    injury: null,
    choose: true,
  };
  const [speaks, waits] = [uuidv7(), uuidv7()];
  const raise = (hand: Id, point: string | null) => ({ kind: 'raise-hand', hand, debate: id, point });
  await owner.edit(map, [
    { kind: 'change-settings', set: { question: QUESTION } },
    claim(thesis, '老桥应当留下', { at: 'thesis', order: 'a0' }),
    { kind: 'begin-debate', debate: id, plan },
    { kind: 'clock', debate: id, phase: null, deed: { what: 'go', to: opening } },
    { kind: 'set-side', participant: speaker.participant, side: forIt },
    { kind: 'set-side', participant: waiting.participant, side: against },
  ]);
  await speaker.edit(map, [claim(old, '它是一座古桥', reply(thesis, 'support', 'a0')), raise(speaks, null)]);
  await waiting.edit(map, [claim(dear, '修它太贵', reply(old, 'rebut', 'a0')), raise(waits, null)]);
  await silent.edit(map, [
    { kind: 'comment', comment: uuidv7(), claim: old, text: '评论不上墙' },
    raise(uuidv7(), '程序问题不上墙'),
  ]);
  await writer.edit(map, [claim(uuidv7(), '待审的不上墙', reply(old, 'support', 'a1'))]);
  await owner.edit(map, [
    { kind: 'set-hand', hand: speaks, state: 'speaking' },
    { kind: 'spotlight', debate: id, claim: old },
  ]);
  return { map, owner, speaker, waiting, silent, id, thesis, old, dear, code: invite.code };
}

async function at(person: Person, query: string, width = 1440): Promise<Page> {
  const reader = await Reader.at(browser, api.url, {
    ahead: true,
    cookie: person.headers['cookie'] ?? '',
    width,
  });
  readers.push(reader);
  await reader.page.goto(`/maps/${debate.map}?${query}`);
  return reader.page;
}

async function wall(person: Person): Promise<Page> {
  const page = await at(person, 'view=projector', 1920);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('heading', { name: QUESTION }).waitFor();
  return page;
}

/** Every text on the wall, with the size of its letters. */
const letters = (page: Page): Promise<[text: string, px: number][]> =>
  page.evaluate(() => {
    const found: [string, number][] = [];
    const walker = document.createTreeWalker(document.querySelector('.projector')!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent?.trim() && node.parentElement)
        found.push([node.textContent, parseFloat(getComputedStyle(node.parentElement).fontSize)]);
    return found;
  });

/** In the page: the boxes out of which something runs while the clock shows this. */
async function spillsAt(time: string): Promise<string[]> {
  const clock = document.querySelector<HTMLElement>('.wall-time')!;
  clock.textContent = time;
  clock.dataset['letters'] = String(time.length);
  await new Promise(requestAnimationFrame); // a size that changes takes a frame
  await new Promise(requestAnimationFrame);
  return [...document.querySelectorAll('.projector, .wall-map, .wall-side, .wall-branch, .wall-phase')]
    .filter((box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
    .map((box) => `${box.className} ${box.scrollWidth - box.clientWidth}`);
}

describe('the projector', () => {
  it('[S-27] shows question, phase, time, queue, branch and code, in letters of 32 px at least, and nothing runs out of its box', async () => {
    const page = await wall(debate.owner);
    await page.locator('.qr').waitFor();
    const all = await letters(page);
    expect(all.filter(([, px]) => px < 32)).toEqual([]);
    const words = all.map(([text]) => text).join(' ');
    for (const one of [
      QUESTION,
      '立论',
      '它是一座古桥',
      '修它太贵',
      '正方',
      '反方',
      NAMES.speaker,
      NAMES.waiting,
    ])
      expect(words).toContain(one);
    expect(words).toContain(`${debate.code.slice(0, 3)} ${debate.code.slice(3)}`);
    expect(words).toMatch(/\b(10:00|9:\d\d)\b/);
    await readers.at(-1)?.hasAll(); // the letters of another font are wider
    for (const time of ['9:59', '10:00', '44:44', '+0:04', '+10:00', '120:00', '+120:00'])
      expect([time, await page.evaluate(spillsAt, time)]).toEqual([time, []]);
  });

  it('[S-27] shows nothing private, not even what the moderator at it may see, and no name but of who speaks and waits', async () => {
    const page = await wall(debate.owner);
    await page.locator('.qr').waitFor();
    const words = await page.evaluate(() => document.body.innerText);
    const marked = await page.evaluate(() => document.querySelector('#content')?.outerHTML ?? '');
    for (const one of [
      NAMES.owner,
      NAMES.silent,
      NAMES.writer,
      '评论不上墙',
      '程序问题不上墙',
      '待审的不上墙',
    ]) {
      expect(words).not.toContain(one);
      expect(marked).not.toContain(one);
    }
  });

  it('[S-27] has no code to show to who may not invite', async () => {
    const page = await wall(debate.silent);
    await page.getByText(NAMES.waiting).waitFor();
    expect(await page.locator('.wall-join').count()).toBe(0);
  });

  it('[S-28] [D12] goes where the moderator goes, as those who follow do; who has stopped stays', async () => {
    const [page, follower, other] = [await wall(debate.owner), await at(debate.silent, ''), await at(debate.waiting, '')]; // prettier-ignore
    const selected = (of: Page, text: string) =>
      of.locator('.card.selected').getByText(text, { exact: true }).waitFor();
    await selected(follower, '它是一座古桥');
    await selected(other, '它是一座古桥');
    await other.getByRole('button', { name: '不再跟随' }).click();
    await debate.owner.edit(debate.map, [{ kind: 'spotlight', debate: debate.id, claim: debate.dear }]);
    await selected(follower, '修它太贵');
    await page.locator('.discussed').getByText('修它太贵').waitFor();
    await other.getByText('“修它太贵”').waitFor();
    expect(await other.locator('.card.selected').innerText()).toContain('它是一座古桥');
    await other.getByRole('button', { name: '重新跟随' }).click();
    await selected(other, '修它太贵');
    const { map } = await debate.owner.ask<Snapshot>('GET', `/api/maps/${debate.map}`);
    expect(map.debates.map(({ spotlight }) => spotlight)).toEqual([debate.dear]);
  });
});
