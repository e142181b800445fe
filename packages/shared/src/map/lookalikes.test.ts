import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anId } from '../../testing/aMap.ts';
import { lookalikesIn, skeleton } from './lookalikes.ts';
import type { Participant } from './tables/participants.ts';
import { CONFUSABLES } from './confusables.ts';
import { PersonName } from './text.ts';

const people = (...names: string[]): Participant[] =>
  names.map((name, i) => ({ id: anId(i), name, role: 'participant', side: null, pseudonym: false, at: i }));
/** For each name, the places of those it could be taken for. */
const alike = (...names: string[]): number[][] => {
  const all = people(...names);
  const lookalikes = lookalikesIn(all);
  return all.map(({ id }) => lookalikes(id).map((other) => all.indexOf(other)));
};

const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((name) => {
  const parsed = PersonName.safeParse(name);
  return parsed.success && parsed.data === name;
});

describe('names that look alike (Z-17)', () => {
  it.each([
    ['Anna', '\u0410nna', 'Cyrillic А'],
    ['Anna', 'Ann\u0430', 'Cyrillic а'],
    ['Anna', '\uff21\uff4e\uff4e\uff41', 'full width'],
    ['Anna', 'ANNA', 'case'],
    ['Ivan', 'ivan', 'case of a letter that is drawn like another'],
    ['Ann Lee', 'AnnLee', 'spaces'],
    ['Tom', '\u0442om', 'a small letter drawn as a capital'],
    ['max', '\u041c\u0410\u0425', 'another alphabet and another case'],
    ['Al', 'AI', 'l and I'],
    ['Bob', 'B0b', 'a digit'],
    ['Marn', 'Mam', 'r and n'],
    ['王力', '王カ', 'a kana'],
    ['José', 'Jos\u0435\u0301', 'Cyrillic е beneath an accent'],
    ['Anna', 'Anna', 'the very same'],
  ])('%s and %s: %s', (one, other) => {
    expect(alike(one, other)).toEqual([[1], [0]]);
  });

  it.each([
    ['Anna', 'Hanna'],
    ['Ali', 'All'],
    ['学生 1', '学生 2'],
    ['Иван', 'Ivan'],
    ['José', 'Jose'],
    ['王力', '王九'],
  ])('%s and %s are told apart', (one, other) => {
    expect(alike(one, other)).toEqual([[], []]);
  });

  it('tells each of several about all others, and nothing of who is not there', () => {
    expect(alike('Anna', 'Bob', '\u0410nna', 'anna')).toEqual([[2, 3], [], [0, 3], [0, 2]]);
    expect(lookalikesIn(people('Anna'))(anId(99))).toEqual([]);
  });

  it('is mutual, and no name is like itself alone', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 12 }), (given) => {
        alike(...given).forEach((others, one) => {
          expect(others).not.toContain(one);
          for (const other of others) expect(alike(...given)[other]).toContain(one);
        });
      }),
    );
  });

  it('finds a name again, whichever of its letters are swapped for one that looks the same', () => {
    const twins = new Map<string, string[]>();
    for (const [twin, shape] of CONFUSABLES) twins.set(shape, [...(twins.get(shape) ?? []), twin]);
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.nat()), (name, picks) => {
        const swapped = [...name].map((letter) => {
          const choices = [letter, ...(twins.get(letter) ?? [])];
          return choices[(picks.next().value ?? 0) % choices.length];
        });
        expect(alike(name, swapped.join(''))).toEqual([[1], [0]]);
      }),
    );
  });

  it('leaves something of every name to compare', () => {
    fc.assert(fc.property(names, (name) => expect(skeleton(name)).not.toBe('')));
  });
});
