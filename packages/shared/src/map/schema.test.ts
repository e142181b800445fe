import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anId } from '../../testing/aMap.ts';
import { Edit } from './edit.ts';
import { Id } from './id.ts';
import { MapInfo } from './info.ts';
import { LONGEST } from './text.ts';

const KINDS = Edit.options.map((option) => option.shape.kind.value);
const FIELDS = [
  'claim',
  'argument',
  'text',
  'was',
  'to',
  'at',
  'target',
  'id',
  'order',
  'direction',
  'set',
  'edits',
  'role',
  '__proto__',
  'constructor',
];

const leaf = fc.oneof(
  fc.constantFrom(
    'thesis',
    'premise',
    'argument',
    'claim',
    'support',
    'a0',
    anId(1),
    '',
    '\u0000',
    '\ud800',
    'x'.repeat(100_000),
  ),
  fc.jsonValue({ maxDepth: 1 }),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...FIELDS), tie('any'), { maxKeys: 5 }),
  ),
})).any;
const almostEdit = fc.tuple(
  fc.constantFrom(...KINDS),
  fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 6 }),
);

describe('the schema of edits', () => {
  it('[M4] takes any JSON without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          value,
          almostEdit.map(([kind, fields]) => ({ ...fields, kind })),
        ),
        (json) => {
          expect(typeof Edit.safeParse(json).success).toBe('boolean');
          expect(typeof MapInfo.safeParse(json).success).toBe('boolean');
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('[M4] drops fields it does not know, also those that would reach a prototype', () => {
    const json = `{"kind":"remove","id":"${anId(1)}","__proto__":{"by":"me"},"constructor":1,"by":"me"}`;
    const edit = Edit.parse(JSON.parse(json));
    expect(Object.getOwnPropertyNames(edit).sort()).toEqual(['id', 'kind']);
    expect(Object.getPrototypeOf(edit)).toBe(Object.prototype);
  });

  it('[M1] an id is a UUID in lower case, since Postgres would take both cases for one', () => {
    const bad = [
      '__proto__',
      'constructor',
      '',
      anId(10).toUpperCase(),
      `${anId(1)} `,
      anId(1).replaceAll('-', ''),
      `{${anId(1)}}`,
      7,
      null,
    ];
    expect(bad.filter((id) => Id.safeParse(id).success)).toEqual([]);
    expect(Id.safeParse(anId(10)).success).toBe(true);
  });

  it('[M2] a text of 100 KB is refused, the longest allowed one is not', () => {
    const comment = (text: string) =>
      Edit.safeParse({ kind: 'comment', comment: anId(1), claim: anId(2), text }).success;
    expect([
      comment('长'.repeat(LONGEST.comment)),
      comment('长'.repeat(LONGEST.comment + 1)),
      comment('x'.repeat(100_000)),
    ]).toEqual([true, false, false]);
  });
});
