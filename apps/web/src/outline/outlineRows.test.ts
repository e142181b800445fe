import { expect, it } from '@jest/globals';
import { aMap } from '../../../../packages/shared/testing/aMap.ts';
import { countsOf, outlineRows, type Row } from './outlineRows.ts';
import { searchClaims } from '../open/searchClaims.ts';

const none: ReadonlySet<string> = new Set();
const drawn = (rows: readonly Row[]) =>
  rows.map(({ level, claim, position, size, within }) =>
    `${level} ${claim.text} ${position}/${size} ${within.join('')}`.trim(),
  );

it('premises of one argument stand together and count as one reply; undercuts hang under the last of them', () => {
  const map = aMap();
  const thesis = map.thesis('T');
  const a = map.support(thesis, 'A');
  map.joint(a.argument, 'A2');
  map.rebut(a.claim, 'Against A');
  map.rebut(a.argument, 'Undercut');
  map.rebut(thesis, 'B');
  const rows = outlineRows(map.map, none);
  expect(drawn(rows)).toEqual([
    '1 T 1/1',
    '2 A 1/2',
    '3 Against A 1/1 2',
    '2 A2 1/2',
    '3 Undercut 1/1',
    '2 B 2/2',
  ]);
  expect(countsOf(rows[0]!)).toEqual({ support: 1, rebut: 1, undercut: 0 });
});

it('a folded row hides all beneath it, and a reference shows no replies of its claim', () => {
  const map = aMap();
  const thesis = map.thesis('T');
  const a = map.support(thesis, 'A');
  map.support(a.claim, 'Beneath');
  const b = map.support(thesis, 'B');
  map.refer(a.claim, b.argument);
  expect(drawn(outlineRows(map.map, new Set([a.claim])))).toEqual([
    '1 T 1/1',
    '2 A 1/2',
    '2 B 2/2',
    '2 A 2/2',
  ]);
});

it('a thread of 600 replies is drawn without recursion', () => {
  const map = aMap();
  let last = map.thesis('T');
  for (let i = 0; i < 600; i++) last = map.support(last, `${i}`).claim;
  expect(outlineRows(map.map, none).at(-1)?.level).toBe(601);
});

it('search finds without case and width, earlier matches first, and never the branch that is to be moved', () => {
  const map = aMap();
  const thesis = map.thesis('A model of ＯＰＥＮ source');
  const a = map.support(thesis, 'Open models');
  map.support(a.claim, 'Open weights');
  const found = (beneath: string | null) =>
    searchClaims(map.map, 'open', beneath, () => true).found.map(({ claim }) => claim.text);
  const wordsOf = (words: string) =>
    searchClaims(map.map, words, null, () => true).found.map(({ claim }) => claim.text);
  expect(wordsOf('weights ópen')).toEqual(['Open weights']);
  expect(wordsOf('…')).toEqual([]);
  expect(found(null)).toEqual(['Open models', 'Open weights', 'A model of ＯＰＥＮ source']);
  expect(found(a.claim)).toEqual(['A model of ＯＰＥＮ source']);
});
