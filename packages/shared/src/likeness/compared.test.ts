import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OWNER } from '../../testing/aMap.ts';
import { aSeedMap, play, steps } from '../../testing/randomEdits.ts';
import type { ArgumentMap } from '../map/map.ts';
import { subtree, theses } from '../map/tree.ts';
import { compareMaps } from './compared.ts';

function aModel() {
  const m = aMap();
  const thesis = m.thesis('The old bridge should stay where it is');
  const sound = m.support(thesis, 'Its piers are still sound after the flood');
  const dear = m.rebut(thesis, 'Keeping it costs more each year');
  const undercut = m.rebut(sound.argument, 'Sound piers do not carry lorries');
  return { m, thesis, sound, dear, undercut };
}

describe('a map beside its model', () => {
  it('has no difference from itself', () => {
    const { m } = aModel();
    expect(compareMaps(m.map, m.map)).toMatchObject({ otherwise: [], missing: [], added: [] });
    expect(compareMaps(m.map, m.map).same).toHaveLength(4);
  });

  it('tells what is missing, what was added, what speaks the other way and what hangs elsewhere', () => {
    const { m: model } = aModel();
    const m = aMap();
    const thesis = m.thesis('The old bridge should stay where it is!');
    m.rebut(thesis, 'Its piers are still sound after the flood');
    const other = m.support(thesis, 'Children fish from it in summer');
    m.rebut(other.claim, 'Keeping it costs more every year');
    const { same, otherwise, missing, added } = compareMaps(m.map, model.map);
    expect(same.map(({ own }) => own.text)).toEqual(['The old bridge should stay where it is!']);
    expect(otherwise.map(({ own, is, should, differs }) => [own.text, is.relation, should.relation, differs])).toEqual([
      ['Its piers are still sound after the flood', 'rebut', 'support', 'relation'],
      ['Keeping it costs more every year', 'rebut', 'rebut', 'place'],
    ]); // prettier-ignore
    expect(missing.map(({ text }) => text)).toEqual(['Sound piers do not carry lorries']);
    expect(added.map(({ text }) => text)).toEqual(['Children fish from it in summer']);
  });

  it('says of an undercut on which claim the argument rests that it is aimed at', () => {
    const { m } = aModel();
    const other = aMap();
    const thesis = other.thesis('The old bridge should stay where it is');
    const sound = other.support(thesis, 'Its piers are still sound after the flood');
    other.rebut(sound.claim, 'Sound piers do not carry lorries');
    const [found] = compareMaps(other.map, m.map).otherwise;
    expect([found?.is.relation, found?.should.relation, found?.should.on?.text]).toEqual(['rebut', 'undercut', 'Its piers are still sound after the flood']); // prettier-ignore
  });

  it('names each claim of either map once, whatever was done to them', () => {
    fc.assert(
      fc.property(
        steps({ length: 12, actors: [OWNER] }),
        steps({ length: 12, actors: [OWNER] }),
        (one, two) => {
          const [map, model] = [one, two].map((story) => {
            const builder = aSeedMap(aMap());
            play(builder, story);
            return builder.map;
          }) as [ArgumentMap, ArgumentMap];
          const { same, otherwise, missing, added } = compareMaps(map, model);
          const pairs = [...same, ...otherwise];
          expect([...pairs.map(({ own }) => own.id), ...added.map(({ id }) => id)].sort()).toEqual(live(map));
          expect([...pairs.map((pair) => pair.model.id), ...missing.map(({ id }) => id)].sort()).toEqual(
            live(model),
          );
        },
      ),
    );
  });
});

/** [T5] What hangs on an argument that has lost all its premises is in no outline. */
const live = (map: ArgumentMap) =>
  theses(map)
    .flatMap(({ id }) => [...subtree(map, id)])
    .flatMap(({ kind, value }) => (kind === 'claim' ? value.id : []))
    .sort();
