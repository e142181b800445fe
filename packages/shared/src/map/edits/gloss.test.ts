import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';

function aQuotation() {
  const m = aMap();
  const claim = m.thesis('T');
  const quotation = m.quote(claim, m.source().edition);
  const gloss = (text: string, language = 'zh') => ({ kind: 'gloss', quotation, text, language }) as const;
  return { m, claim, quotation, gloss, now: () => m.map.quotations.get(quotation)?.gloss };
}

describe('gloss', () => {
  it('[Q8] [A-15] gives a quotation one translation, with the name of who made it', () => {
    const { m, gloss, now } = aQuotation();
    m.edit(gloss('河水'), PARTICIPANT);
    expect(now()).toMatchObject({ text: '河水', language: 'zh', by: PARTICIPANT });
    expect(m.answer(gloss(' 河水 '))).toBe('no-change');
    m.edit(gloss('河水上涨'), OTHER_PARTICIPANT);
    expect(now()).toMatchObject({ text: '河水上涨', by: OTHER_PARTICIPANT });
    m.edit(gloss(''));
    expect(now()).toBeNull();
    expect(m.answer(gloss(''))).toBe('no-change');
  });

  it('[U1] [U2] is taken back only while it is still the one that was set', () => {
    const { m, gloss, now } = aQuotation();
    const before = m.map;
    m.edit(gloss('河水'));
    const undo = undoOf(gloss('河水'), before, m.map);
    m.edit(gloss('河'), OTHER_PARTICIPANT);
    expect(undoOf(gloss('河水'), before, m.map)).toBeUndefined();
    if (undo) m.edit(undo);
    expect(now()).toBeNull();
  });

  it('[U1] is not taken back when somebody else has said since which language it is in', () => {
    const { m, gloss } = aQuotation();
    const before = m.map;
    m.edit(gloss('河水'));
    m.edit(gloss('河水', 'ja'), OTHER_PARTICIPANT);
    expect(undoOf(gloss('河水'), before, m.map)).toBeUndefined();
  });

  it('[Q8] [E16] goes with the words of its quotation', () => {
    const { m, claim, quotation, gloss } = aQuotation();
    m.edit(gloss('河水'));
    m.remove(claim);
    expect(m.answer(gloss('水'))).toBe('removed');
    m.edit({ kind: 'purge', id: claim });
    expect(m.map.quotations.get(quotation)).toMatchObject({ exact: '', gloss: null });
  });
});
