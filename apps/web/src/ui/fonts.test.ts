import { expect, it } from '@jest/globals';
import { SHARED_MARKS } from '@counterpoint/shared';
import { readFileSync } from 'node:fs';

it('[I-03] Chinese has the marks from its own face that are measured so', () => {
  const css = readFileSync('apps/web/src/ui/fonts.css', 'utf8');
  const faces = [...css.matchAll(/font-family: 'Noto S\w+ SC Marks';[^}]*unicode-range: ([^;]+);/g)];
  expect(faces).toHaveLength(2);
  for (const [, ranges = ''] of faces) {
    const points = ranges.split(', ').flatMap((range) => {
      const [first = 0, last = first] = range
        .slice('U+'.length)
        .split('-')
        .map((hex) => parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i));
    });
    expect(points.sort().join('')).toBe(Array.from(SHARED_MARKS).sort().join(''));
  }
});
