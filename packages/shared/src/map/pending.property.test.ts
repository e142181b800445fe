// What is folded step by step against what is folded anew, over stories of edits and proposals of many people.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, SUGGESTER } from '../../testing/aMap.ts';
import { aSeedMap, editOf, steps } from '../../testing/randomEdits.ts';
import { applyEdit } from './applyEdit.ts';
import { applyPatches, contentOf } from './patch.ts';
import { Fold, Folds, withProposals } from './pending.ts';
import { ruleOf, waiting } from './edit.ts';
import { byAge } from './tree.ts';
import type { ArgumentMap } from './map.ts';

/** All rules asked again, on one map after the other. */
function foldedAnew(map: ArgumentMap): ArgumentMap {
  let view = map;
  const kept = [...map.proposals.values()].filter(({ state }) => state === 'pending' || state === 'draft');
  for (const proposal of kept.sort(byAge)) {
    const result = ruleOf(view, waiting(proposal), proposal);
    if (result.ok) view = applyPatches(view, result.value);
  }
  return view;
}

const textOf = (map: ArgumentMap): string => JSON.stringify(contentOf(map));

describe('[P9] pending proposals', () => {
  it('fold step by step to what they fold to anew, whatever others change', () => {
    fc.assert(
      fc.property(steps({ length: 60 }), (story) => {
        const builder = aSeedMap(aMap({ editing: 'own' }));
        const [all, folds] = [new Fold(), new Folds()];
        for (const step of story) {
          const edit = editOf(builder, step);
          const context = { id: builder.newId(), by: step.by, at: 1_000 };
          const result = applyEdit(builder.map, edit, context, folds);
          expect(result).toEqual(applyEdit(builder.map, edit, context));
          if (result.ok) builder.map = applyPatches(builder.map, result.value);
          const { view } = all.on(builder.map);
          expect(textOf(view)).toBe(textOf(foldedAnew(builder.map)));
          expect(textOf(folds.ownOn(builder.map, SUGGESTER))).toBe(
            textOf(withProposals(builder.map, SUGGESTER)),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keep away what they take away, though somebody took it away and brought it back in one edit', () => {
    const m = aMap({ editing: 'own' });
    const all = new Fold();
    const { claim, argument } = m.support(m.thesis('T'), 'a reason');
    m.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'z' } }, SUGGESTER);
    expect(all.on(m.map).view.arguments.has(argument)).toBe(false);
    m.edit({
      kind: 'batch',
      edits: [
        { kind: 'remove', id: argument },
        { kind: 'restore', id: argument },
      ],
    });
    expect(m.map.arguments.has(argument)).toBe(true);
    expect(contentOf(all.on(m.map).view)).toEqual(contentOf(foldedAnew(m.map)));
  });
});
