import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Silence } from './silence.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function aLine(): { readonly told: boolean[]; readonly line: Silence } {
  const told: boolean[] = [];
  return {
    told,
    line: new Silence(
      (silent) => told.push(silent),
      () => Date.now(),
    ),
  };
}

it('is told within 3 s, once, and is over with the first word', () => {
  const { told, line } = aLine();
  for (let i = 0; i < 10; i++) {
    jest.advanceTimersByTime(1_500);
    line.heard();
  }
  expect(told).toEqual([]);
  jest.advanceTimersByTime(3_000);
  expect(told).toEqual([true]);
  jest.advanceTimersByTime(9_000);
  expect(told).toEqual([true]);
  line.heard();
  expect(told).toEqual([true, false]);
});

it('is no silence where the page itself slept', () => {
  const { told } = aLine();
  jest.setSystemTime(Date.now() + 60_000);
  jest.advanceTimersByTime(2_000);
  expect(told).toEqual([]);
  jest.advanceTimersByTime(1_000);
  expect(told).toEqual([true]);
});

it('ends with its line', () => {
  const { told, line } = aLine();
  jest.advanceTimersByTime(3_000);
  line.over();
  jest.advanceTimersByTime(9_000);
  expect(told).toEqual([true, false]);
});
