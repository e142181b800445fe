import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../testing/aMap.ts';
import { addedUp, partsIn } from './parts.ts';

describe('the report of a template', () => {
  it('[S-15] [S-19] [J6] adds up what each did in all maps, and counts once what came along from the template', () => {
    const template = aMap();
    const thesis = template.thesis('It rises', { by: PARTICIPANT });
    const group = aMap({}, 1);
    group.map = template.map;
    group.rebut(thesis, 'It falls', { by: OTHER_PARTICIPANT });
    group.thesis('It stands', { by: PARTICIPANT });
    const own = partsIn(template.map, 0);
    const inGroup = partsIn(group.map, 0, () => 2, (id) => !template.map.claims.has(id)); // prettier-ignore
    const parts = addedUp([own, inGroup]);
    const of = (id: string) => parts.find(({ person }) => person.id === id);
    expect(of(PARTICIPANT)).toMatchObject({ claims: 2, replies: 0, written: 2, kept: 2, voted: 2 });
    expect(of(OTHER_PARTICIPANT)).toMatchObject({ claims: 0, replies: 1, written: 1, voted: 2 });
    expect(addedUp([own])).toEqual(own);
    expect(new Set(parts.map(({ person }) => person.id)).size).toBe(parts.length);
  });
});
