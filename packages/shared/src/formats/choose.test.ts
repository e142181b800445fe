import { describe, expect, it } from '@jest/globals';
import { aFollowedQuotation } from '../../testing/aFollowedQuotation.ts';
import { aMap, anId, SUGGESTER } from '../../testing/aMap.ts';
import { planted } from '../../testing/planted.ts';
import { rowsIn, tables } from '../map/map.ts';
import { contentOf } from '../map/patch.ts';
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

  it('[P18] [X-05] does not say whom it trusts, and tells that', () => {
    const m = aMap();
    const trust = m.newId();
    m.edit({ kind: 'set-trust', trust, participant: SUGGESTER, revoked: true });
    const { value, losses } = chosen(contentOf(m.map), { authors: false });
    expect(losses).toContainEqual({ kind: 'trusts', count: 1, where: [trust] });
    expect(JSON.stringify(value)).not.toContain(SUGGESTER);
    expect(unsound(value)).toBeUndefined();
  });

  it('[X-05] names no person by what any table needs', () => {
    let made = 0;
    const { content } = planted([SUGGESTER], () => anId(++made, 79));
    const { value } = chosen(content, { authors: false });
    const named = rowsIn(value).flatMap(({ table, entity }) =>
      Object.entries(tables[table].needs as Readonly<Record<string, readonly string[]>>).flatMap(
        ([field, holders]) =>
          holders.includes('participants') && (entity as unknown as Record<string, unknown>)[field] !== null
            ? [table]
            : [],
      ),
    );
    expect(named).toEqual([]);
  });
});
