import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anId } from '../../testing/aMap.ts';
import { mentionsOf, typedMention } from './mentions.ts';

const people = ['李', '李明', '李明华', 'Ann', 'Ann Lee', 'Anna', 'Pia', '潘', 'Pia'].map((name, i) => ({ id: anId(i), name })); // prettier-ignore
const find = mentionsOf(people);
const named = (text: string): string[] =>
  find(text).map(({ who }) => who.map((id) => people.find((one) => one.id === id)?.name).join('+'));

describe('mentions', () => {
  it.each([
    ['@李明你好', ['李明']],
    ['@李 你好', ['李']],
    ['问问@李明华和@李。', ['李明华', '李']],
    ['@Ann, @Anna; @Ann Lee!', ['Ann', 'Anna', 'Ann Lee']],
    ['@Annabel is not here, @Ann的 is', ['Ann']],
    ['@Ann Leeds', ['Ann']],
    ['write to someone@Ann.org', []],
    ['你好@潘', ['潘']],
    ['@Pia', ['Pia+Pia']],
    ['@@Ann @ Ann @', ['Ann']],
  ])('[W6] in %s', (text, who) => {
    expect(named(text)).toEqual(who);
  });

  it('[W6] the longest name that fits is meant, whatever stands around it', () => {
    const name = fc
      .array(fc.constantFrom('李', '明', '华', '潘'), { minLength: 1, maxLength: 4 })
      .map((s) => s.join(''));
    const around = fc.constantFrom('', ' ', '，', 'ok ', '的');
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        around,
        around,
        (names, n, before, after) => {
          const all = names.map((one, i) => ({ id: anId(i), name: one }));
          const meant = all[n % all.length]!;
          const text = `${before}@${meant.name}${after}`;
          const found = mentionsOf(all)(text);
          // `ok@` would be an address.
          expect(found.map(({ who }) => who)).toEqual([[meant.id]]);
          const [one] = found;
          expect(text.slice(one?.start, one?.end)).toBe(`@${meant.name}`);
        },
      ),
    );
  });

  it('[W6] never overlap, and say the same of a text whatever the order of people', () => {
    const text = fc.array(fc.constantFrom('@', '李', '明', 'Ann', 'a', ' ', 'Lee', '👩‍👩‍👧'), { maxLength: 12 }).map((s) => s.join('')); // prettier-ignore
    fc.assert(
      fc.property(text, (said) => {
        const found = find(said);
        for (const [i, { start, end }] of found.entries()) {
          expect(said[start]).toBe('@');
          expect(end).toBeGreaterThan(start + 1);
          expect(start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
        }
        const spans = ({ start, end }: { start: number; end: number }) => [start, end];
        expect(mentionsOf([...people].reverse())(said).map(spans)).toEqual(found.map(spans));
      }),
    );
  });
});

describe('what is typed of a name', () => {
  it.each([
    ['@', 1, { start: 0, name: '' }],
    ['hi @Ann Le', 10, { start: 3, name: 'Ann Le' }],
    ['hi @Ann Lee', 6, { start: 3, name: 'An' }],
    ['a@b', 3, undefined],
    ['@Ann, and', 9, undefined],
    ['no', 2, undefined],
    ['@李\n', 3, undefined],
  ])('in %j at %i', (text, caret, typed) => {
    expect(typedMention(text, caret)).toEqual(typed);
  });
});
