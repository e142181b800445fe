import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { bearingOf, quotationsOf } from '../tree.ts';
import type { Bearing } from '../tables/quotations.ts';

function aQuoting(text: string) {
  const m = aMap();
  const claim = m.thesis('T');
  const { edition } = m.source(text);
  const quoting = (start: number, end: number, bearing: Bearing = 'paraphrase', on = claim) =>
    ({ kind: 'quote', quotation: m.newId(), claim: on, edition, start, end, bearing }) as const;
  return { m, claim, edition, quoting };
}

describe('quote', () => {
  it('[Q2] [A-02] counts code points: an astral character is one', () => {
    const { m, claim, quoting } = aQuoting('𠮷野家说：开源😀很好。');
    m.edit(quoting(5, 7));
    const [quotation] = quotationsOf(m.map, claim);
    expect(quotation).toMatchObject({ exact: '开源', prefix: '𠮷野家说：', suffix: '😀很好。' });
    expect(Array.from('𠮷野家说：开源😀很好。').slice(5, 7).join('')).toBe('开源');
  });

  it('[Q2] [A-03] begins and ends between characters as people see them', () => {
    const { m, quoting } = aQuoting('很好👨‍👩‍👧é。');
    expect(m.answer(quoting(2, 7))).toBe('ok');
    for (const [start, end] of [
      [2, 3],
      [3, 7],
      [0, 4],
    ] as const)
      expect(m.answer(quoting(start, end))).toBe('not-a-passage');
    for (const [start, end] of [
      [5, 5],
      [6, 2],
      [0, 99],
      [99, 100],
    ] as const)
      expect(m.answer(quoting(start, end))).toBe('not-a-passage');
  });

  it('[Q3] [A-04] a verbatim quotation repeats its claim to the letter', () => {
    const { m, quoting } = aQuoting('开源不是免费午餐。');
    const same = m.thesis('开源不是免费午餐');
    const other = m.thesis('开源是免费午餐');
    expect(m.answer(quoting(0, 8, 'verbatim', same))).toBe('ok');
    expect(m.answer(quoting(0, 8, 'verbatim', other))).toBe('not-verbatim');
    expect(m.answer(quoting(0, 8, 'paraphrase', other))).toBe('ok');
  });

  it('[Q4] a verbatim quotation of a reworded claim counts as a paraphrase until the words are back', () => {
    const { m, quoting } = aQuoting('开源很好。');
    const claim = m.thesis('开源很好');
    m.edit(quoting(0, 4, 'verbatim', claim));
    const bearing = () => quotationsOf(m.map, claim).map((one) => bearingOf(one, m.claim(claim)));
    expect(bearing()).toEqual(['verbatim']);
    m.edit({ kind: 'reword', claim, text: '开源不错', was: '开源很好' });
    expect(bearing()).toEqual(['paraphrase']);
    m.edit({ kind: 'reword', claim, text: '开源很好', was: '开源不错' });
    expect(bearing()).toEqual(['verbatim']);
  });

  it('[E5] refuses a claim or an edition that is not there, and an id that is taken', () => {
    const { m, claim, quoting } = aQuoting('Some words.');
    expect(m.answer({ ...quoting(0, 4), edition: m.newId() })).toBe('removed');
    expect(m.answer({ ...quoting(0, 4), claim: m.newId() })).toBe('removed');
    expect(m.answer({ ...quoting(0, 4), quotation: claim })).toBe('id-taken');
    m.remove(claim);
    expect(m.answer(quoting(0, 4))).toBe('removed');
  });

  it('[U2] is taken back by removing it', () => {
    const { m, claim, quoting } = aQuoting('Some words.');
    const before = m.map;
    const edit = quoting(0, 4);
    m.edit(edit);
    const undo = undoOf(edit, before, m.map);
    expect(undo).toEqual({ kind: 'remove', id: edit.quotation });
    if (undo) m.edit(undo);
    expect(quotationsOf(m.map, claim)).toEqual([]);
  });
});
