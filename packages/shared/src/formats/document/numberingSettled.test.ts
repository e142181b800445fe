import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, pictureOf } from '../../../testing/aMap.ts';
import { aSeedMap, play, steps } from '../../../testing/randomEdits.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf, mapOf } from '../../map/patch.ts';
import { settled } from './numberingSettled.ts';
import { unsound } from '../graph/soundness.ts';

describe('claims that only references lead to', () => {
  it('come to hang where they are first used, with what hangs on them', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    const gone = builder.thesis('gone');
    const attacked = builder.support(thesis, 'gone too');
    builder.refer(gone, attacked.argument);
    const homeless = builder.rebut(attacked.argument, 'homeless');
    const beneath = builder.support(homeless.claim, 'beneath it');
    const first = builder.rebut(thesis, 'first use');
    const reference = builder.refer(homeless.claim, first.argument);
    builder.refer(homeless.claim, builder.rebut(thesis, 'second use').argument);
    builder.refer(beneath.claim, builder.rebut(thesis, 'third use').argument);
    for (const id of [attacked.claim, gone]) builder.remove(id);
    const { content, became } = settled(contentOf(builder.map));
    expect(pictureOf(mapOf(content))).toBe(`T
  - first use
  & homeless
    + beneath it
  - second use
  & = homeless
  - third use
  & = beneath it`);
    expect(became.map(({ id }) => id)).toEqual([reference]);
  });

  it('are found in any map; nothing else changes, and the map stays sound', () => {
    let found = 0;
    const used = steps({ length: 40, kinds: (kind) => kind === 'add-claim' || kind === 'add-reference' });
    const removed = { by: null, at: 1 };
    fc.assert(
      fc.property(used, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (story, mask) => {
        const builder = aSeedMap(aMap());
        play(builder, story);
        const content = contentOf(builder.map);
        const claims = content.claims.map((claim, i) =>
          mask[i] && claim.home ? { ...claim, removed } : claim,
        );
        check({ ...content, claims });
      }),
      { numRuns: 200 },
    );
    expect(found).toBeGreaterThan(0);

    function check(given: MapContent): void {
      const { content, tree, became } = settled(given);
      found += became.length;
      expect(unsound(content)).toBeUndefined();
      for (const node of tree.inOrder)
        for (const { claim } of tree.premisesOf(node.id)) expect(tree.has(claim.id)).toBe(true);
      if (became.length === 0) expect(content).toBe(given);
    }
  });
});
