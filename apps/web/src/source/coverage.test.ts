import type { Span } from '@counterpoint/shared';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aMap, SUGGESTER } from '../../../../packages/shared/testing/aMap.ts';
import { foldProposals } from '../open/proposals.ts';
import { coverageOf, tallyOf } from './coverage.ts';
import { readingOf } from './reading.ts';
import { restingOn, touching, touchingEach } from './resting.ts';

const TEXT = '河水上涨。大桥不修。\n船便宜。\n渡口保留。';

describe('what rests on a text', () => {
  test('[A-12] is counted by paragraphs and by sentences; what waits is told apart', () => {
    const m = aMap();
    const { edition } = m.source(TEXT);
    const thesis = m.thesis('T');
    const { claim } = m.rebut(thesis, 'R');
    m.quote(thesis, edition, [0, 4]);
    m.quote(claim, edition, [2, 6]);
    m.propose(
      { kind: 'quote', quotation: m.newId(), claim, edition, start: 11, end: 14, bearing: 'paraphrase' },
      SUGGESTER,
    );
    const { view, proposed } = foldProposals(m.map);
    const resting = restingOn(view, proposed, edition);
    const reading = readingOf(TEXT, []);
    expect(tallyOf(reading.paragraphs, resting)).toEqual({ all: 3, carried: 1, waiting: 1 });
    expect(tallyOf(reading.sentences, resting)).toEqual({ all: 4, carried: 2, waiting: 1 });
    const [first, second] = coverageOf(reading.paragraphs, resting);
    expect([...(first?.signs ?? [])]).toEqual([
      ['thesis', 1],
      ['rebut', 1],
    ]);
    expect([...(second?.signs ?? [])]).toEqual([['pending', 1]]);
  });

  test('[A-08] overlapping and nested passages are all found at one place', () => {
    const m = aMap();
    const { edition } = m.source(TEXT);
    const claims = [m.thesis('A'), m.thesis('B'), m.thesis('C')];
    for (const [i, span] of ([[0, 9], [1, 5], [3, 7]] as const).entries()) m.quote(claims[i] ?? '', edition, span); // prettier-ignore
    const resting = restingOn(m.map, new Map(), edition);
    expect(touching(resting, { start: 4, end: 5 }).map(({ claim }) => claim.text)).toEqual(['A', 'B', 'C']);
    expect(touching(resting, { start: 8, end: 9 }).map(({ claim }) => claim.text)).toEqual(['A']);
  });

  test('[A-12] for passages one after the other it is what it is for each alone', () => {
    const aSpan = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 30 })).map(([start, length]) => ({ start, end: start + length })); // prettier-ignore
    const following = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 })), { maxLength: 12 }).map((list) => {
      let at = 0;
      return list.map(([gap, length]): Span => ({ start: (at += gap), end: (at += length) }));
    }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(aSpan), following, (spans, passages) => {
        const ordered = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
        expect(touchingEach(ordered, passages)).toEqual(passages.map((one) => touching(ordered, one)));
      }),
    );
  });

  test('[A-07] in a later edition stands where it was followed to, and what is gone stands nowhere', () => {
    const m = aMap();
    const { source, edition } = m.source(TEXT);
    const thesis = m.thesis('T');
    m.quote(thesis, edition, [0, 4]);
    m.quote(thesis, edition, [11, 14]);
    const next = m.newId();
    m.edit({ kind: 'add-edition', edition: next, source, text: '序。\n河水上涨。大桥不修。\n渡口保留。', reason: 'x', marks: [] }); // prettier-ignore
    expect(restingOn(m.map, new Map(), edition)).toHaveLength(2);
    expect(restingOn(m.map, new Map(), next)).toMatchObject([{ start: 3, end: 7, changed: false }]);
  });
});
