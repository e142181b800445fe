// What ends a test that waits for ever: without it a run waited half an hour and said no more than the name of a file.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { inTime } from './support/inTime.mjs';

const stacks: string[] = [];
const take = (): void => void stacks.push(String(new Error().stack));

describe('the time of a test', () => {
  beforeAll(take);
  it.each(['one', 'another'])('is asked of %s and of what goes before it', () => {
    take();
    for (const stack of stacks) expect(stack).toContain('inTime.mjs');
    expect(stacks.length).toBeGreaterThan(1);
  });

  it('ends a wait in vain and is over with the test', async () => {
    const waiting = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
    const before = waiting();
    await expect(inTime(() => new Promise(() => undefined), 5)()).rejects.toThrow(
      'not come to an end in 0.005 s',
    );
    await expect(inTime(() => Promise.reject(new Error('its own')), 900_000)()).rejects.toThrow('its own');
    await expect(inTime(() => undefined, 900_000)()).resolves.toBeUndefined();
    const failing = () => {
      throw new Error('at once');
    };
    await expect(inTime(failing, 900_000)()).rejects.toThrow('at once');
    expect(waiting()).toBeLessThanOrEqual(before);
  });
});
