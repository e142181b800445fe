import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OWNER, PARTICIPANT } from '../../testing/aMap.ts';
import { stanceOn } from './stance.ts';

describe('[M-11] where a person stands on a claim', () => {
  it('is what they argued about it and what they wrote of it', () => {
    const m = aMap();
    const claim = m.thesis('T', { by: PARTICIPANT });
    m.support(claim, 'For', { by: MODERATOR });
    m.rebut(claim, 'Against', { by: MODERATOR });
    m.rebut(claim, 'Also against', { by: MODERATOR });
    const gone = m.support(claim, 'Taken back', { by: MODERATOR });
    m.remove(gone.claim, MODERATOR);
    expect(stanceOn(m.map, claim, MODERATOR)).toEqual({ support: 1, rebut: 2, wrote: false });
    expect(stanceOn(m.map, claim, PARTICIPANT)).toEqual({ support: 0, rebut: 0, wrote: true });
    expect(stanceOn(m.map, claim, OWNER)).toBeUndefined();
    m.edit({ kind: 'reword', claim, text: 'U', was: 'T' }, OWNER);
    expect(stanceOn(m.map, claim, OWNER)).toEqual({ support: 0, rebut: 0, wrote: true });
  });
});
