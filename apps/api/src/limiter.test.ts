import { describe, expect, it } from '@jest/globals';
import { Limiter, MOST_KEYS, networkOf } from './limiter.ts';

describe('Limiter (Z-06)', () => {
  it('lets a burst through, then as many as flow back', () => {
    const limiter = new Limiter({ most: 10, perMs: 60_000 });
    for (let i = 0; i < 10; i++) expect(limiter.take('a', 1_000)).toBe(0);
    expect(limiter.take('a', 1_000)).toBe(6_000);
    expect(limiter.take('b', 1_000)).toBe(0);
    expect(limiter.take('a', 4_000)).toBe(3_000);
    expect(limiter.take('a', 7_000)).toBe(0);
    expect(limiter.take('a', 7_000)).toBe(6_000);
    for (let i = 0; i < 10; i++) expect(limiter.take('a', 100_000)).toBe(0);
  });

  it('gives who has patience a place in the queue, and counts nothing where it is too long', () => {
    const limiter = new Limiter({ most: 2, perMs: 2_000 });
    const waits = Array.from({ length: 6 }, () => limiter.take('a', 0, 1, 2_000));
    expect(waits).toEqual([0, 0, 1_000, 2_000, 3_000, 3_000]);
    expect(limiter.take('a', 1_000, 1, 2_000)).toBe(2_000);
  });

  it('forgets what has flowed off when it holds too many', () => {
    const limiter = new Limiter({ most: 1, perMs: 1_000 });
    for (let i = 0; i < 25_000; i++)
      if (limiter.take(`key ${i}`, i) > 0) throw new Error(`key ${i} had to wait`);
    expect(limiter.take('key 24999', 25_000)).toBeGreaterThan(0);
    expect(limiter.take('key 0', 25_000)).toBe(0);
    expect((limiter as unknown as { full: Map<string, number> }).full.size).toBeLessThan(12_000);
  });

  it('keeps so many keys at most, those that came last', () => {
    const limiter = new Limiter({ most: 1, perMs: 1_000 });
    for (let i = 0; i < 2 * MOST_KEYS; i++) limiter.take(`key ${i}`, 0);
    expect((limiter as unknown as { full: Map<string, number> }).full.size).toBeLessThanOrEqual(MOST_KEYS);
    expect(limiter.take(`key ${2 * MOST_KEYS - 1}`, 0)).toBeGreaterThan(0);
    expect(limiter.take('key 0', 0)).toBe(0);
  });
});

describe('networkOf', () => {
  it('counts one household of IPv6 as one, and IPv4 by address', () => {
    expect(networkOf('203.0.113.5')).toBe('203.0.113.5');
    expect(networkOf('::ffff:203.0.113.5')).toBe('203.0.113.5');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(networkOf('2001:db8:1:2::6')).toBe('2001:db8:1:2');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
    expect(networkOf('::1')).toBe('0:0:0:0');
  });
});
