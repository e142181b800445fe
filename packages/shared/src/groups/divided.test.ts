import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anId } from '../../testing/aMap.ts';
import { divided, fromRoster } from './divided.ts';

describe('who works with whom', () => {
  it('[S-14] [J1] by chance everybody is in one group, and sizes differ by one at most', () => {
    const chance = fc.func(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { maxLength: 80 }), fc.integer({ min: 1, max: 20 }), chance, (numbers, count, random) => {
        const people = numbers.map((n) => anId(n));
        let drawn = 0;
        const groups = divided(people, count, () => random(++drawn));
        expect(groups).toHaveLength(count);
        expect(groups.flat().sort()).toEqual([...people].sort());
        const sizes = groups.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    ); // prettier-ignore
  });

  it('[S-14] [J1] another draw is another division', () => {
    const people = [1, 2, 3, 4].map((n) => anId(n));
    expect(divided(people, 2, () => 0)).toEqual([
      [anId(1), anId(3)],
      [anId(2), anId(4)],
    ]);
    expect(divided(people, 2, () => 0.99)).toEqual([
      [anId(4), anId(2)],
      [anId(3), anId(1)],
    ]);
  });
});

describe('a roster', () => {
  const names = ['Ada', '王小明', '龍應台', 'Li Wei', 'Li Wei', 'Bo'];
  const people = names.map((name, n) => ({ id: anId(n), name }));

  it('[S-14] [J1] is read as it comes out of a spreadsheet, whatever case, width and spaces', () => {
    const text = '姓名\t小组\n ａｄａ \t红队\n王 小明，红队\n"龙应台",Blue\r\nBO;ｂｌｕｅ\n\n';
    const { groups, ...rest } = fromRoster(text, people);
    expect(groups).toEqual([
      { name: '红队', people: [anId(0), anId(1)] },
      { name: 'Blue', people: [anId(2), anId(5)] },
    ]);
    expect(rest).toEqual({ unknown: [], unclear: [], unread: [] });
  });

  it('[S-14] [J1] tells whom it does not find, who may be meant twice, and what it cannot read', () => {
    const { groups, ...rest } = fromRoster('Ada,1\nZoe,1\nLi Wei,2\nAda,2\njust a line', people);
    expect(groups).toEqual([{ name: '1', people: [anId(0)] }]);
    expect(rest).toEqual({ unknown: ['Zoe'], unclear: ['Li Wei', 'Ada'], unread: ['just a line'] });
  });
});
