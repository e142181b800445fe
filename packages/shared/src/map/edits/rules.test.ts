import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, PARTICIPANT } from '../../../testing/aMap.ts';
import type { OwnRule } from '../../source/rule.ts';
import { rulesIn } from '../../source/rules.ts';
import { suggest } from '../../source/suggest.ts';
import { undoOf } from '../edit.ts';
import { standing } from '../permissions.ts';

const OWN: OwnRule = {
  id: 'own.aim',
  language: 'zh',
  role: 'point',
  words: ['目标是'],
  where: 'clause-initial',
  measured: null,
  as: 'outline',
};
const TEXT = '因此，应当先修堤。目标是人人能过河。';

function aRuled() {
  const m = aMap();
  const set = (own: OwnRule | null, off = '', rule = m.newId()) =>
    ({ kind: 'set-rule', rule, own, off }) as const;
  const found = () => suggest(TEXT, [], rulesIn(m.map)).map(({ rule }) => rule);
  return { m, set, found };
}

describe('the rules of a map', () => {
  it('[R1] [P-08] a rule, or a word of one, that is off suggests nothing, and is on again when that is dropped', () => {
    const { m, set, found } = aRuled();
    expect(found()).toEqual(['zh.conclusion']);
    const off = set(null, '因此');
    m.edit(off);
    expect(found()).toEqual([]);
    m.edit({ kind: 'drop-rule', rule: off.rule });
    expect(found()).toEqual(['zh.conclusion']);
    m.edit(set(null, 'zh.conclusion'));
    expect(found()).toEqual([]);
  });

  it('[R1] [P-08] a rule of the map’s own suggests beside the others, and can be changed', () => {
    const { m, set, found } = aRuled();
    const own = set(OWN);
    m.edit(own);
    expect(found()).toEqual(['zh.conclusion', 'own.aim']);
    expect(m.answer(set(OWN))).toBe('no-change');
    m.edit({ ...own, own: { ...OWN, words: ['目的是'] } });
    expect(found()).toEqual(['zh.conclusion']);
  });

  it('[R1] is for those who manage the map', () => {
    const { m, set } = aRuled();
    expect(standing(m.map, set(OWN), MODERATOR, 1)).toBe('change');
    expect(standing(m.map, set(OWN), PARTICIPANT, 1)).toBe('refused');
  });

  it('[R2] says one thing, and not too often', () => {
    const { m, set } = aRuled();
    expect(m.answer(set(null))).toBe('invalid');
    expect(m.answer(set(OWN, '因此'))).toBe('invalid');
    expect(m.answer({ kind: 'drop-rule', rule: m.newId() })).toBe('not-found');
    for (let n = 0; n < 200; n++) m.edit(set(null, `词${n}`));
    expect(m.answer(set(null, '因此'))).toBe('too-large');
  });

  it('[U2] is taken back', () => {
    const { m, set, found } = aRuled();
    const before = m.map;
    const edit = set(null, '因此');
    m.edit(edit);
    const undo = undoOf(edit, before, m.map);
    if (undo) m.edit(undo);
    expect(found()).toEqual(['zh.conclusion']);
  });
});
