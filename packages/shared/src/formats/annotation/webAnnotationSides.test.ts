// Annotations leave the debate of a map behind: nobody comes back on a side of it, and both ways tell so.
import { describe, expect, it } from '@jest/globals';
import { aMap, anId, PARTICIPANT } from '../../../testing/aMap.ts';
import { READ_AT } from '../../../testing/roundTrip.ts';
import type { Id } from '../../map/id.ts';
import { contentOf } from '../../map/patch.ts';
import { webAnnotation } from './webAnnotation.ts';

const SIDE = anId(900);
const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: null };

let made = 0;
const reading = { newId: (): Id => anId(++made, 6), at: READ_AT };
function read(text: string) {
  const result = webAnnotation.read?.(text, reading);
  if (!result?.ok) throw new Error(result?.refusal.message);
  return result.value;
}

/** A map with a quotation, once with a participant on a side and once without, and the file of the former. */
function aSidedMap() {
  const builder = aMap();
  builder.quote(builder.thesis('It rises'), builder.source('The river rises.').edition);
  const content = contentOf(builder.map);
  const people = content.participants.map((one) => (one.id === PARTICIPANT ? { ...one, side: SIDE } : one));
  const file = webAnnotation.write?.({ ...content, participants: people }, ORIGIN);
  if (!file) throw new Error('cannot be written');
  return { content, ...file };
}

describe('the sides of people', () => {
  it('[A-17] [D9] are not in the file that tells that they are left out', () => {
    const { content, value, losses } = aSidedMap();
    expect(losses).toEqual([{ kind: 'sides', count: 1, where: [PARTICIPANT] }]);
    expect(value).not.toContain(SIDE);
    expect(read(value)).toEqual({ value: content, losses: [] });
  });

  it.each([SIDE, 'no id', 7])('[D9] are told and left out where an older file has them: %j', (side) => {
    const { content, value } = aSidedMap();
    const page = JSON.parse(value) as { counterpoint: { participants: { id: Id }[] } };
    const at = page.counterpoint.participants.findIndex(({ id }) => id === PARTICIPANT);
    Object.assign(page.counterpoint.participants[at] ?? {}, { side });
    const losses = [{ kind: 'sides', count: 1, where: [`participants.${at}`] }];
    expect(read(JSON.stringify(page))).toEqual({ value: content, losses });
  });
});
