import { expect, it } from '@jest/globals';
import { fetchAhead, fetched, fetchedBy } from './fetched.ts';

const One = () => null;

it('a script is fetched once; one that could not be had is asked for anew', async () => {
  let asked = 0;
  let isThere = false;
  const load = async () => {
    asked += 1;
    if (!isThere) throw new Error('offline');
    return One;
  };
  await expect(fetched(load)).rejects.toThrow('offline');
  expect(fetchedBy(load)).toBeUndefined();
  isThere = true;
  expect(await fetched(load)).toBe(One);
  expect(fetchedBy(load)).toBe(One);
  await fetched(load);
  expect(asked).toBe(2);
});

it('what may be shown next comes one after the other, past what cannot be had, until it is stopped', async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const part =
    (name: string, fails = false) =>
    () =>
      new Promise<void>((resolve, reject) => {
        begun.push(name);
        ends.push(() => (fails ? reject(new Error('offline')) : resolve()));
      });
  const stop = fetchAhead([part('view'), part('pane', true), part('dialog'), part('other')]);
  const until = async (count: number) => {
    while (begun.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  for (const count of [1, 2]) {
    await until(count);
    expect(begun).toHaveLength(count);
    ends[count - 1]?.();
  }
  await until(3);
  stop();
  ends[2]?.();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(begun).toEqual(['view', 'pane', 'dialog']);
});
