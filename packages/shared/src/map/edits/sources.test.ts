import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT, SUGGESTER } from '../../../testing/aMap.ts';
import { undoOf, type Edit } from '../edit.ts';
import { editionsOf, sourcesOf } from '../tree.ts';

const named = { title: 'A speech', url: '', language: 'zh' };

describe('sources', () => {
  it('[Q1] [A-01] a text is put into NFC with plain line ends, once; a mended one is one more edition', () => {
    const m = aMap();
    const [source, edition] = [m.newId(), m.newId()];
    m.edit({ kind: 'add-source', source, edition, ...named, text: 'cafe\u0301\r\n豈', marks: [] });
    expect(m.map.editions.get(edition)?.text).toBe('café\n豈');
    const next = { kind: 'add-edition' as const, edition: m.newId(), source, reason: 'mended', marks: [] };
    expect(m.answer({ ...next, text: 'café\n豈' })).toBe('no-change');
    m.edit({ ...next, text: 'café\n岂' });
    expect(editionsOf(m.map, source).map(({ text, reason }) => [text, reason])).toEqual([
      ['café\n豈', ''],
      ['café\n岂', 'mended'],
    ]);
  });

  it('[Q1] there is no edit that changes an edition, and none that takes one away', () => {
    const m = aMap();
    const { source, edition } = m.source();
    const text = m.map.editions.get(edition);
    m.remove(source);
    m.edit({ kind: 'restore', id: source });
    expect(m.answer({ kind: 'remove', id: edition })).toBe('removed');
    expect(m.answer({ kind: 'add-edition', edition, source, text: 'other', reason: 'x', marks: [] })).toBe(
      'id-taken',
    );
    expect(m.map.editions.get(edition)).toBe(text);
  });

  it('[Q2] marks ascend within the text, in code points', () => {
    const m = aMap();
    const add = (...starts: number[]) => {
      const marks = starts.map((start) => ({ start, speaker: 'Ann', time: null }));
      return m.answer({
        kind: 'add-source',
        source: m.newId(),
        edition: m.newId(),
        ...named,
        text: '𠮷野家',
        marks,
      });
    };
    expect(add(0, 2)).toBe('ok');
    for (const starts of [[3], [0, 0], [1, 0]]) expect(add(...starts)).toBe('invalid');
  });

  it('[Q5] a removed source is quoted no more, and what was quoted keeps its words', () => {
    const m = aMap();
    const claim = m.thesis('T');
    const { source, edition } = m.source();
    const quotation = m.quote(claim, edition);
    m.remove(source);
    expect(sourcesOf(m.map)).toEqual([]);
    const again = {
      kind: 'quote',
      quotation: m.newId(),
      claim,
      edition,
      start: 0,
      end: 3,
      bearing: 'paraphrase',
    } as const;
    expect(m.answer(again)).toBe('removed');
    expect(m.map.quotations.get(quotation)).toMatchObject({ exact: 'The river', removed: null });
  });

  it('[U3] taking a source back is offered while nobody mended it', () => {
    const m = aMap();
    const before = m.map;
    const [source, edition] = [m.newId(), m.newId()];
    const add = {
      kind: 'add-source' as const,
      source,
      edition,
      ...named,
      text: 'S',
      marks: [],
    } satisfies Edit;
    m.edit(add, PARTICIPANT);
    expect(undoOf(add, before, m.map)).toEqual({ kind: 'remove', id: source });
    m.edit(
      { kind: 'add-edition', edition: m.newId(), source, text: 'S2', reason: 'x', marks: [] },
      OTHER_PARTICIPANT,
    );
    expect(undoOf(add, before, m.map)).toBeUndefined();
  });

  it('[P4] participants take away their own sources and quotations; suggesters ask', () => {
    const m = aMap();
    const { source, edition } = m.source('The river rises.', PARTICIPANT);
    const quotation = m.quote(m.thesis('T'), edition, [0, 9], PARTICIPANT);
    const later = m.propose({ kind: 'remove', id: quotation }, SUGGESTER);
    expect(m.map.proposals.has(later)).toBe(true);
    m.remove(quotation, PARTICIPANT);
    m.remove(source, PARTICIPANT);
    expect([m.map.quotations.get(quotation)?.removed?.by, m.map.sources.get(source)?.removed?.by]).toEqual([
      PARTICIPANT,
      PARTICIPANT,
    ]);
  });

  it('holds so many characters of texts in a map, however they are spread', () => {
    const m = aMap();
    const part = '水'.repeat(600_000);
    const text = (n: number) => `${n}${part}`;
    const { source } = m.source(text(0));
    const correct = (n: number) =>
      m.ask({ kind: 'add-edition', edition: m.newId(), source, reason: 'r', text: text(n), marks: [] });
    for (let n = 1; n < 33; n += 1) expect(correct(n)).toMatchObject({ ok: true });
    expect(correct(33)).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
  });
});
