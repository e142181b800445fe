import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { applyEdit, applyPatches, AWAY, LOOKED_ANEW, unreadTalk, unreadWords, type ArgumentMap, type Id, type LookRequest } from '@counterpoint/shared'; // prettier-ignore
import { createStore } from 'zustand/vanilla';
import { aMap, OBSERVER, OTHER_PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import type { MapState, MapStore } from './mapStore.ts';
import { createReading } from './readingStore.ts';
import { createScreenStore } from './screenStore.ts';

const NOW = 1_700_000_000_000;

let stops: (() => void)[] = [];
beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
  jest.useRealTimers();
});

/** A map on a server, by its clock, and pages of one person that look at it. */
function aServer() {
  const m = aMap();
  const docs: MapStore[] = [];
  const looks: LookRequest[] = [];
  const put = (map: ArgumentMap): void => {
    m.map = map;
    for (const doc of docs) doc.setState({ view: map, confirmed: map } as Partial<MapState>);
  };
  const edit = (edit: Parameters<typeof applyEdit>[1], by: Id): boolean => {
    const result = applyEdit(m.map, edit, { id: m.newId(), by, at: Date.now() });
    if (result.ok) put(applyPatches(m.map, result.value));
    return result.ok;
  };
  const page = (as: Id, isReached = () => true) => {
    const store = createStore<MapState>(
      () => ({ view: m.map, confirmed: m.map, version: 1, current: true, participant: as, role: m.map.participants.get(as)?.role ?? null, ended: null }) as unknown as MapState, // prettier-ignore
    );
    const doc: MapStore = { ...store, refresh: () => undefined, end: () => undefined };
    docs.push(doc);
    const screen = createScreenStore();
    const reading = createReading(doc, screen, async (read) => {
      looks.push(read);
      return isReached() && edit({ kind: 'look', ...read }, as);
    });
    stops.push(() => reading.close());
    const unread = (claim: Id) => {
      const marks = reading.getState().reading;
      const it = m.map.claims.get(claim);
      return marks && it ? [unreadWords(it, marks), unreadTalk(m.map, claim, marks)] : null;
    };
    return { screen, reading, unread };
  };
  const add = (text: string): Id => {
    const claim = m.newId();
    edit(
      { kind: 'add-claim', claim, text, language: 'en', to: { at: 'thesis', order: 'a5' } },
      OTHER_PARTICIPANT,
    );
    return claim;
  };
  const comment = (claim: Id): boolean => edit({ kind: 'comment', comment: m.newId(), claim, text: 'Why?' }, OTHER_PARTICIPANT); // prettier-ignore
  return { m, looks, page, add, comment };
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** Someone was here before, and comes back after a day. */
async function afterADay() {
  const server = aServer();
  const old = server.add('Old');
  const first = server.page(OBSERVER);
  await pass(LOOKED_ANEW);
  first.reading.close();
  await pass(24 * 60 * LOOKED_ANEW);
  const fresh = server.add('Fresh');
  server.comment(old);
  return { ...server, old, fresh };
}

describe('how far one has read', () => {
  it('[W2] nothing is new on a first visit, and it is kept that one was here', async () => {
    const { page, add, looks, m } = aServer();
    const claim = add('Old');
    const { unread, reading } = page(OBSERVER);
    expect([unread(claim), reading.getState().left]).toEqual([null, null]);
    await pass(LOOKED_ANEW);
    expect([looks.length, m.map.visits.get(OBSERVER)?.since]).toEqual([1, NOW]);
    expect(unread(claim)).toEqual([null, 0]);
    await pass(1);
    expect(unread(add('While one looks'))).toEqual(['new', 0]);
  });

  it('[M-09] [W2] whoever comes back after long is told since when, and what is unread is marked until it is opened', async () => {
    const { page, old, fresh } = await afterADay();
    const { unread, reading, screen } = page(OBSERVER);
    expect(reading.getState().left).toBeLessThan(NOW + AWAY);
    expect([unread(old), unread(fresh)]).toEqual([
      [null, 1],
      ['new', 0],
    ]);
    screen.getState().select(fresh);
    reading.open(old, 'talk');
    expect([unread(old), unread(fresh)]).toEqual([
      [null, 0],
      [null, 0],
    ]);
    reading.putAside();
    expect(reading.getState().left).toBeNull();
  });

  it('[M-09] the devices of one person agree on what is read, opened or all at once, and on notices', async () => {
    const { page, old, fresh, looks } = await afterADay();
    const [one, other] = [page(OBSERVER), page(OBSERVER)];
    one.screen.getState().select(fresh);
    await pass(LOOKED_ANEW);
    expect([other.unread(old), other.unread(fresh)]).toEqual([
      [null, 1],
      [null, 0],
    ]);
    other.reading.readNotices(NOW);
    other.reading.readAll();
    await pass(0);
    expect([one.unread(old), one.reading.getState().told]).toEqual([[null, 0], NOW]);
    const sent = looks.length;
    await pass(10 * LOOKED_ANEW);
    expect(looks).toHaveLength(sent);
  });

  it('[W3] is sent once a minute at most, however much one opens, and at once by who leaves', async () => {
    const { page, add, looks } = await afterADay();
    const { screen, reading } = page(OBSERVER);
    const before = looks.length;
    for (let i = 0; i < 20; i++) {
      screen.getState().select(add(`No. ${i}`));
      await pass(10_000);
    }
    expect(looks.length - before).toBeLessThanOrEqual(5);
    screen.getState().select(add('Last'));
    reading.close();
    expect(looks.at(-1)?.opened.length).toBeGreaterThan(0);
  });

  it('what could not be kept is sent with the next look', async () => {
    const { page, looks, old } = await afterADay();
    let isReached = false;
    const { reading, unread } = page(OBSERVER, () => isReached);
    reading.readAll();
    await pass(0);
    expect([looks.at(-1)?.all, unread(old)]).toEqual([true, [null, 0]]);
    isReached = true;
    reading.readNotices(NOW);
    await pass(0);
    expect(looks.at(-1)?.all).toBe(true);
  });
});
