import { TOP } from './tables/description.ts';
import { describe, expect, it } from '@jest/globals';
import { aMap, freezeMap } from '../../testing/aMap.ts';
import { aSeedMap } from '../../testing/randomEdits.ts';
import { emptyMap } from './map.ts';
import { applyPatches, contentOf, contentPatches, drop, mapOf, put } from './patch.ts';

describe('patches', () => {
  it('[M6] put and drop one entity each, and the index follows', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const dropped = applyPatches(m.map, [drop('claims', claim), drop('arguments', argument)]);
    expect([
      dropped.claims.has(claim),
      dropped.index.replies.has(thesis),
      dropped.index.home.has(argument),
    ]).toEqual([false, false, false]);
    const asThesis = applyPatches(m.map, [put('claims', { ...m.claim(claim), home: null })]);
    expect(asThesis.index.home.get(TOP)).toEqual([thesis, claim]);
  });

  it('[M6] that drop what is not there, or put what is there, change nothing', () => {
    const m = aMap();
    const claim = m.thesis();
    const same = applyPatches(m.map, [drop('claims', m.newId()), put('claims', m.claim(claim))]);
    expect(contentOf(same)).toEqual(contentOf(m.map));
    expect(same.index).toEqual(m.map.index);
  });

  it('[M5] leave the map they are applied to as it was', () => {
    const m = aMap();
    const claim = m.thesis('T');
    const before = freezeMap(m.map);
    const content = contentOf(before);
    m.edit({ kind: 'reword', claim, text: 'S', was: 'T' });
    m.remove(claim);
    expect(contentOf(before)).toEqual(content);
  });

  it('[M7] a map and its content turn into each other, at once or patch by patch', () => {
    const m = aSeedMap(aMap());
    const content = contentOf(m.map);
    expect(contentOf(mapOf(content))).toEqual(content);
    expect(contentOf(applyPatches(emptyMap, contentPatches(content)))).toEqual(content);
    expect(contentOf(mapOf(JSON.parse(JSON.stringify(content)) as typeof content))).toEqual(content);
    expect(contentOf(mapOf(contentOf(emptyMap)))).toEqual(contentOf(emptyMap));
  });
});
