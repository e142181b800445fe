import { describe, expect, it } from '@jest/globals';
import { aFollowedQuotation } from '../../testing/aFollowedQuotation.ts';
import { chosen } from './choose.ts';
import { unsound } from './graph/soundness.ts';
import { json } from './json.ts';

describe('a branch of a map', () => {
  it('[Q6] [X-05] takes along the edition in which its quotations stand now, though nothing quotes it', () => {
    const whole = aFollowedQuotation();
    const later = whole.editions[1]?.id;
    const content = { ...whole, quotations: whole.quotations.filter(({ edition }) => edition !== later) };
    const { value } = chosen(content, { branch: content.claims[0]?.id ?? '' });
    expect(value.editions).toEqual(content.editions);
    expect(unsound(value)).toBeUndefined();
    const written = json.write?.(value, { at: 0, version: 1, permalink: null }).value ?? '';
    expect(json.read?.(written, { newId: () => '', at: 0 })).toEqual({
      ok: true,
      value: { value, losses: [] },
    });
  });
});

describe('a map without names', () => {
  it('[A-15] [X-05] does not say who translated what', () => {
    const { value } = chosen(aFollowedQuotation(), { authors: false });
    expect(value.quotations.flatMap(({ gloss }) => gloss ?? [])).toMatchObject([{ by: null }]);
  });
});
