import { expect, it } from '@jest/globals';
import { Id } from '@counterpoint/shared';
import { idsFrom } from './ids.ts';

it('are UUIDv7 in ascending order, the same for the same seed and others for another', () => {
  const at = Date.UTC(2026, 0, 15);
  const [one, same, other] = [idsFrom('a', at), idsFrom('a', at), idsFrom('b', at)];
  const ids = Array.from({ length: 300_000 }, one);
  expect(ids.slice(0, 50)).toEqual(Array.from({ length: 50 }, same));
  expect(ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? ''))).toBe(true);
  for (const id of [ids[0], ids[262_143], ids[262_144], ids.at(-1)]) {
    expect(Id.safeParse(id).success).toBe(true);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    expect(parseInt((id ?? '').slice(0, 13).replace('-', ''), 16)).toBe(at);
  }
  expect(ids).not.toContain(other());
  expect(new Set(ids.slice(0, 5_000).map((id) => id.slice(-6))).size).toBeGreaterThan(4_990);
  expect(Id.safeParse(idsFrom('a', -5)()).success).toBe(true);
});
