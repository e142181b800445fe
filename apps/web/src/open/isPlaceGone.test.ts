// U-12 Words whose field is open are not told as lost; words whose field will not come back are.
import { describe, expect, it } from '@jest/globals';
import type { Edit, Id } from '@counterpoint/shared';
import { aMap, MODERATOR, SUGGESTER } from '../../../../packages/shared/testing/aMap.ts';
import { isPlaceGone } from './isPlaceGone.ts';
import { placeOfAmended, placeOfAppeal, placeOfRepair } from './placesOfWords.ts';

function aProposal() {
  const map = aMap();
  const thesis = map.thesis('It rises');
  map.propose({ kind: 'reword', claim: thesis, was: 'It rises', text: 'It falls' }, SUGGESTER);
  const [id = ''] = map.map.proposals.keys();
  const said = { code: null, reason: 'Does it?' };
  const decide = (verdict: 'returned' | 'rejected'): Edit => ({
    kind: 'decide',
    proposal: id,
    verdict,
    ...said,
  });
  const isGone = (place: string, participant: Id): boolean => {
    const role = map.map.participants.get(participant)?.role ?? null;
    return isPlaceGone({ view: map.map, participant, role }, place, 0);
  };
  return { map, id, decide, isGone };
}

describe('the field of words about a proposal', () => {
  it('[M-03] in which a moderator amends it is there while it waits', () => {
    const { map, id, decide, isGone } = aProposal();
    expect([isGone(placeOfAmended(id), MODERATOR), isGone(placeOfAmended(id), SUGGESTER)]).toEqual([
      false,
      true,
    ]);
    map.edit(decide('rejected'), MODERATOR);
    expect(isGone(placeOfAmended(id), MODERATOR)).toBe(true);
  });

  it('[P15] in which its author repairs it is there while it lies there sent back', () => {
    const { map, id, decide, isGone } = aProposal();
    expect(isGone(placeOfRepair(id), SUGGESTER)).toBe(true);
    map.edit(decide('returned'), MODERATOR);
    expect(isGone(placeOfRepair(id), SUGGESTER)).toBe(false);
  });

  it('[P16] in which its author appeals is there until they did', () => {
    const { map, id, decide, isGone } = aProposal();
    map.edit(decide('rejected'), MODERATOR);
    expect(isGone(placeOfAppeal(id), SUGGESTER)).toBe(false);
    map.edit({ kind: 'appeal', proposal: id, text: 'It does.' }, SUGGESTER);
    expect(isGone(placeOfAppeal(id), SUGGESTER)).toBe(true);
  });
});
