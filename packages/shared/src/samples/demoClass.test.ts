import { describe, expect, it } from '@jest/globals';
import { anId } from '../../testing/aMap.ts';
import { contentOfJson, jsonOf } from '../formats/json.ts';
import { mapOf } from '../map/patch.ts';
import { gini } from '../report/gini.ts';
import { growthOf } from '../report/growth.ts';
import { partsIn } from '../report/parts.ts';
import { demoClass } from './demoClass.ts';

describe('the demo class', () => {
  it.each(['zh', 'en'] as const)(
    '[S-34] in %s is a sound map that has something for every part of a report',
    (language) => {
      let n = 0;
      const content = demoClass({ language, newId: () => anId(++n), at: 1_800_000_000_000 });
      const read = contentOfJson(jsonOf(content));
      expect(read).toMatchObject({ ok: true, value: { losses: [] } });
      const map = mapOf(content);
      const parts = partsIn(map, 0).filter(({ person }) => person.role !== null);
      expect(parts).toHaveLength(12);
      expect(parts.reduce((sum, { spoken }) => sum + spoken, 0)).toBe(750_000);
      const written = parts.map(({ claims, replies }) => claims + replies);
      expect(gini(written)).toBeGreaterThan(0.1);
      expect(gini(written)).toBeLessThan(0.6);
      expect(growthOf(map).length).toBe(content.claims.length);
      expect(content.polls[1]?.compared).toMatchObject({ paired: 12, unpaired: 0 });
      expect(content.tallies.every(({ votes, counts }) => votes === counts.reduce((a, b) => a + b, 0))).toBe(
        true,
      );
    },
  );
});
