import { describe, expect, it } from '@jest/globals';
import { aMapWithSecret } from '../../testing/contents.ts';
import { MODERATOR, OBSERVER, OTHER_SUGGESTER, PARTICIPANT, SUGGESTER } from '../../testing/aMap.ts';
import { contentOf } from '../map/patch.ts';
import { visibleContent } from '../map/visibility.ts';
import { FORMATS, formatOf } from './formats.ts';

const ORIGIN = { at: 0, version: 1, permalink: null };

describe('the table of formats', () => {
  it('names every format once', () => {
    expect(FORMATS.map(({ id }) => id)).toEqual(['json', 'markdown', 'argdown']);
    for (const format of FORMATS) expect(formatOf(format.id)).toBe(format);
    expect(formatOf('pdf')).toBeUndefined();
  });

  it.each(FORMATS.map((format) => [format.id, format] as const))(
    '[M-01] [V1] %s shows a pending proposal to its author and the moderators at most',
    (_, format) => {
      const { map } = aMapWithSecret('geheim');
      const seen = (participant: string | null) => {
        const role = participant === null ? null : (map.participants.get(participant)?.role ?? null);
        const file = format.write?.(visibleContent(contentOf(map), { participant, role }), ORIGIN, {
          comments: true,
        });
        return JSON.stringify(file).match(/geheim \w+/g) ?? [];
      };
      for (const viewer of [PARTICIPANT, OBSERVER, null]) expect(seen(viewer)).toEqual([]);
      const whole = format.id === 'json';
      expect(seen(SUGGESTER)).toEqual(whole ? ['geheim new'] : []);
      expect(seen(OTHER_SUGGESTER)).toEqual(whole ? ['geheim reworded'] : []);
      expect(seen(MODERATOR)).toHaveLength(whole ? 2 : 0);
    },
  );
});
