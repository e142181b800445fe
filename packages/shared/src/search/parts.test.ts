import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LONGEST_QUERY, partsOf } from './parts.ts';

it('[A-11] whatever stands in a line and is no longer than a query stands whole in a part of the text', () => {
  const aText = fc
    .array(fc.tuple(fc.constantFrom('甲', '乙\u0301', '\n', '\u{20000}', ' '), fc.nat({ max: 700 })), {
      maxLength: 12,
    })
    .map((runs) => runs.map(([unit, times]) => unit.repeat(unit === '\n' ? 1 : times)).join(''));
  fc.assert(
    fc.property(aText, fc.nat(), (text, at) => {
      const parts = partsOf(text);
      const points = [...text];
      for (const { start, text: part } of parts) {
        const length = [...part].length;
        expect(points.slice(start, start + length).join('')).toBe(part);
        expect(length).toBeLessThanOrEqual(400);
      }
      const place = at % (points.length + 1);
      const [query = ''] = points
        .slice(place, place + LONGEST_QUERY)
        .join('')
        .split('\n');
      if (query.trim() !== '') expect(parts.some((part) => part.text.includes(query))).toBe(true);
      expect(parts.length).toBeLessThanOrEqual(points.length / 100 + 1);
    }),
  );
});

it('short lines go together, a blank text has no part', () => {
  expect(partsOf('甲\n乙\n').map(({ text }) => text)).toEqual(['甲\n乙\n']);
  expect([partsOf(''), partsOf(' \n\n')]).toEqual([[], []]);
  const lines = partsOf(`${'甲'.repeat(300)}\n${'乙'.repeat(300)}`);
  expect(lines.map(({ start, text }) => [start, text.length])).toEqual([
    [0, 301],
    [301, 300],
  ]);
});
