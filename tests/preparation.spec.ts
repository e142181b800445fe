// Two sides prepare over one map, unseen by each other and by the moderator, and publish in one act (S-10).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { aSeminar, type Person } from './support/people.ts';
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

const THESIS = '老桥应当留下';

/** Two on one side, one on the other, in a phase in which one prepares. */
async function aDebate() {
  const { map, owner, guests } = await aSeminar(api.url, 3, '河上的桥');
  const [id, forIt, against, prepare, speak] = Array.from({ length: 5 }, uuidv7) as [Id, Id, Id, Id, Id];
  const phases = [
    { id: prepare, name: '准备', may: ['quote', 'annotate', 'prepare'] },
    {
      id: speak,
      name: '发言',
      may: ['claim', 'quote', 'annotate', 'comment', 'prepare', 'publish', 'speak'],
    },
  ];
  const plan = {
    name: '辩论',
    sides: [
      { id: forIt, name: '正方', sign: 'square' },
      { id: against, name: '反方', sign: 'triangle' },
    ],
    phases: phases.map((phase) => ({ ...phase, side: null, seconds: null, bells: [] })),
    ...{ queue: 'raised', pace: 'hand', injury: null, choose: true },
  };
  const go = (from: Id | null, to: Id) => owner.edit(map, [{ kind: 'clock', debate: id, phase: from, deed: { what: 'go', to } }]); // prettier-ignore
  const thesis = { kind: 'add-claim', claim: uuidv7(), text: THESIS, language: 'zh', to: { at: 'thesis', order: 'a0' } }; // prettier-ignore
  await owner.edit(map, [thesis, { kind: 'begin-debate', debate: id, plan }]);
  const { participants } = (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map;
  for (const [i, side] of [forIt, forIt, against].entries()) {
    const participant = participants.find(({ name }) => name === `学员 ${i + 1}`)?.id;
    await owner.edit(map, [{ kind: 'set-side', participant, side }]);
  }
  await go(null, prepare);
  return { map, owner, guests: guests as [Person, Person, Person], speaks: () => go(prepare, speak), prepares: () => go(speak, prepare) }; // prettier-ignore
}

async function at(person: Person): Promise<Reader> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.open(debate.map);
  await reader.card(THESIS).waitFor();
  return reader;
}

const shown = async ({ page }: Reader): Promise<string[]> =>
  page.locator('.card .card-words').evaluateAll((all) => all.map((one) => one.textContent));
const room = ({ page }: Reader) => page.locator('.preparation');
const openRoom = async ({ page }: Reader): Promise<void> =>
  page.getByRole('button', { name: '看草稿' }).click();
/** The other one has heard of all that was done until now. */
const hears = async (from: Reader, to: Reader, text: string): Promise<void> => {
  await from.answer(THESIS, 'p', text);
  await to.card(text).waitFor();
};

describe('preparation', () => {
  it('[S-03] [S-10] [D14] [D15] is live within a side, unseen by the other and by moderators, and published in one act', async () => {
    const { owner, guests, map, speaks } = debate;
    const [first, second, other, moderator] = [await at(guests[0]), await at(guests[1]), await at(guests[2]), await at(owner)] as const; // prettier-ignore
    await first.page.getByRole('region', { name: '写给谁看' }).getByText('正方').waitFor();
    await first.answer(THESIS, 'p', '它还很结实');
    await second.card('它还很结实').waitFor();
    await second.answer('它还很结实', 'c', '谁也没有量过');
    await first.card('谁也没有量过').waitFor();
    expect(await first.card('它还很结实').getAttribute('class')).toContain('draft');
    await openRoom(second);
    await room(second).getByText('现在这个阶段不能发布草稿。').waitFor();
    expect(await room(second).locator('.draft').count()).toBe(2);
    await hears(moderator, other, '修它很贵');
    for (const one of [other, moderator])
      expect((await shown(one)).sort()).toEqual(['修它很贵', THESIS].sort());
    for (const person of [guests[2], owner]) {
      const whole = JSON.stringify(await person.ask('GET', `/api/maps/${map}`));
      expect(whole).not.toMatch(/结实|量过/);
    }

    await speaks();
    await room(second).getByRole('button', { name: '全部放到图上（2 份）…' }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: '发布 2 份' }).click();
    for (const one of [first, second, other, moderator]) {
      await one.card('谁也没有量过').locator('.side-tag').getByText('正方').waitFor();
      expect(await one.page.locator('.card.draft').count()).toBe(0);
    }
    await room(second).getByText('还没有草稿').waitFor();
    const { claims } = (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map;
    const { participants } = (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map;
    const author = claims.find(({ text }) => text === '它还很结实')?.by;
    expect(participants.find(({ id }) => id === author)?.name).toBe('学员 1');
  });

  it('[S-10] what was begun for one’s side stays with it, whatever the phase is when it is sent; what needs another draft goes with it', async () => {
    const { guests, speaks } = debate;
    const [first, other] = [await at(guests[0]), await at(guests[2])];
    await first.select(THESIS);
    await first.page.keyboard.press('p');
    await first.page.locator('.goes-to').getByText('正方').waitFor();
    await speaks();
    await first.page.getByRole('region', { name: '写给谁看' }).waitFor({ state: 'detached' });
    await first.write('只给本方的话');
    await first.page.locator('.card.draft').waitFor();
    await other.page.getByRole('region', { name: '写给谁看' }).waitFor({ state: 'detached' });
    await hears(other, first, '公开的话');
    expect(await shown(other)).not.toContain('只给本方的话');
    await first.page.locator('.card-tools').getByRole('button', { name: '丢弃' }).waitFor();
    await first.page.keyboard.press('Delete');
    await first.card('只给本方的话').waitFor({ state: 'detached' });
  });

  it('[S-10] keeps a private note to its author, over a reload, until they publish it', async () => {
    const { guests, owner, speaks } = debate;
    const [first, second, moderator] = [await at(guests[0]), await at(guests[1]), await at(owner)];
    await first.page.keyboard.press('Control+k');
    await first.page.getByRole('dialog').getByRole('combobox').fill('只写给自己看');
    await first.page.keyboard.press('Enter');
    await first.answer(THESIS, 'c', '我自己的疑问');
    await first.page.reload();
    await first.card('我自己的疑问').waitFor();
    await first.answer(THESIS, 'c', '还有一个疑问');
    await speaks();
    await hears(moderator, second, '开始吧');
    expect(await shown(second)).not.toContain('我自己的疑问');
    await first.select('还有一个疑问');
    await first.page.locator('.card-tools').getByRole('button', { name: '放到图上…' }).click();
    await first.page.getByRole('dialog').getByRole('button', { name: '发布 1 份' }).click();
    await second.card('还有一个疑问').waitFor();
    expect(await shown(second)).not.toContain('我自己的疑问');
  });

  it('[D3] what was written offline in a phase that ended goes to the tray with its words, and is offered to the moderators', async () => {
    const { guests, owner, speaks, prepares } = debate;
    await speaks();
    const [first, moderator] = [await at(guests[0]), await at(owner)];
    await first.context.setOffline(true);
    await first.answer(THESIS, 'c', '离线写下的话');
    await prepares();
    await first.context.setOffline(false);
    await first.page
      .getByRole('button', { name: /未被接受/ })
      .first()
      .click();
    const tray = first.page.getByRole('dialog');
    await tray.getByText('离线写下的话').waitFor();
    await tray.getByText('现在这个阶段不能这样做。').waitFor();
    await tray.getByRole('button', { name: '作为提议提交' }).click();
    await tray.waitFor({ state: 'detached' });
    await moderator.card('离线写下的话').waitFor();
  });
});
