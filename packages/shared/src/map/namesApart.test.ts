import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, anId } from '../../testing/aMap.ts';
import { isLikeAnother, lookalikesIn } from './lookalikes.ts';
import { namesApart } from './namesApart.ts';
import { applyPatches, put } from './patch.ts';
import { FORMER_NAME } from './tables/participants.ts';
import { PersonName } from './text.ts';

/** Their names as they are shown, in the order in which they came. */
function shownOf(names: readonly string[]) {
  const map = applyPatches(
    aMap().map,
    names.map((name, i) =>
      put('participants', {
        id: anId(i, 0xccc),
        name,
        role: 'participant',
        side: null,
        pseudonym: false,
        at: 1e12 + i,
      }),
    ),
  );
  const apart = namesApart(map);
  expect(namesApart(map)).toBe(apart);
  return names.map((_, i) => apart.participants.get(anId(i, 0xccc))!.name.replace('\u00a0', ' '));
}

describe('names in a map (Z-17)', () => {
  it.each([
    [
      ['李明', '王芳', '李明', '李明'],
      ['李明', '王芳', '李明 ₂', '李明 ₃'],
    ],
    [
      ['Anna', 'Ann\u0430', 'ANNA'],
      ['Anna', 'Ann\u0430 ₂', 'ANNA ₃'],
    ],
    [
      ['Anna', 'Ben'],
      ['Anna', 'Ben'],
    ],
    // Whoever gives themselves such a number is no nearer to it.
    [
      ['Li Ming', 'Li Ming ₂', 'Li Ming'],
      ['Li Ming', 'Li Ming ₂ ₂', 'Li Ming ₃'],
    ],
    [
      ['Anna ₂', 'Anna'],
      ['Anna ₂ ₁', 'Anna ₂'],
    ],
    // Nobody knows which of the former ones it was.
    [
      [FORMER_NAME, FORMER_NAME],
      [FORMER_NAME, FORMER_NAME],
    ],
  ])('%j as %j', (names, expected) => expect(shownOf(names)).toEqual(expected));

  it('a map where all names differ is shown as it is', () => {
    const { map } = aMap();
    expect(namesApart(map)).toBe(map);
  });

  it('[M8] no two are ever shown by the same words, and a moderator is still told whose is like whose', () => {
    const name = fc.constantFrom(
      'Anna',
      'anna',
      'Ann\u0430',
      'Anna ₂',
      'Anna ₂ ₂',
      'rn',
      'm',
      '李明',
      'Al',
      'AI',
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const shown = shownOf(names);
        expect(new Set(shown).size).toBe(names.length);
        const people = (all: readonly string[]) =>
          all.map((one, i) => ({ id: anId(i), name: one, role: null, side: null, pseudonym: false, at: i }));
        const likes = (all: readonly string[]) => {
          const alike = lookalikesIn(people(all));
          return all.map((_, i) =>
            alike(anId(i))
              .map(({ id }) => id)
              .sort(),
          );
        };
        names.forEach((one, i) =>
          expect(isLikeAnother(people(names.slice(0, i)), one)).toBe(
            likes(names)[i]!.some((id) => id < anId(i)),
          ),
        );
      }),
    );
  });

  it('a name that comes from outside never holds the sign that stands before the number', () => {
    expect(PersonName.parse('Li\u00a0Ming\u00a0₂')).toBe('Li Ming ₂');
  });
});
