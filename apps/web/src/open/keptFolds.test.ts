import { afterEach, expect, it } from '@jest/globals';
import { aMap, anId, OWNER } from '../../../../packages/shared/testing/aMap.ts';
import { aSeminar, MAP, type Seat } from '../../testing/aSession.ts';

const seats: Seat[] = [];
afterEach(() => {
  for (const seat of seats.splice(0)) seat.close();
  localStorage.clear();
  sessionStorage.clear();
});

const key = `folds:${OWNER}:${MAP}`;

async function aPlace() {
  const m = aMap();
  const claims = [m.thesis('one'), m.thesis('two')] as const;
  const seminar = await aSeminar(m);
  const open = async (): Promise<Seat> => {
    const seat = await seminar.join(OWNER);
    seats.push(seat);
    return seat;
  };
  const folded = ({ screen }: Seat): string[] => [...screen.getState().folded];
  return { claims, open, folded };
}

it('U-02 folds are as they were left, before anything is drawn; each tab has its own', async () => {
  const { claims, open, folded } = await aPlace();
  const [one, two] = claims;
  const first = await open();
  expect(first.screen.getState().hasFolded).toBe(false);
  first.screen.getState().fold(one, true);
  const second = await open();
  expect([folded(second), second.screen.getState().hasFolded]).toEqual([[one], true]);
  second.screen.getState().fold(two, true);
  expect(folded(first)).toEqual([one]);
  first.screen.getState().fold(one, false);
  expect([folded(second), folded(await open())]).toEqual([[one, two], []]);
});

it('drops claims that are gone, and lives with what another version kept', async () => {
  const { claims, open, folded } = await aPlace();
  localStorage.setItem(key, JSON.stringify([claims[0], anId(9, 0x999)]));
  const seat = await open();
  seat.screen.getState().fold(claims[1], true);
  expect(JSON.parse(localStorage.getItem(key) ?? '')).toEqual([...claims]);
  for (const strange of ['', '{', '{"folded":1}', '["x"]', JSON.stringify(Array(5_000).fill(claims[0]))]) {
    localStorage.setItem(key, strange);
    const next = await open();
    expect([folded(next), next.screen.getState().hasFolded]).toEqual([[], false]);
  }
});
