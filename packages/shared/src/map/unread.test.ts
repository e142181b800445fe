import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../testing/aMap.ts';
import { AWAY } from './edits/look.ts';
import {
  latestIn,
  latestOf,
  nextUnread,
  readMarksOf,
  unreadClaims,
  unreadTalk,
  unreadWords,
} from './unread.ts';
import type { Visit } from './tables/visits.ts';

const aVisit = (visit: Partial<Visit>): Visit => ({
  id: PARTICIPANT, by: PARTICIPANT, at: 0, since: 0, until: 0, told: 0, opened: [], ...visit,
}); // prettier-ignore

describe('what is unread', () => {
  it('[W2] is what others wrote or worded anew since the last visit, and did not take away', () => {
    const m = aMap();
    const old = m.thesis('Old', { by: OTHER_PARTICIPANT });
    const reworded = m.thesis('R', { by: PARTICIPANT });
    const since = latestIn(m.map);
    const fresh = m.support(old, 'New', { by: OTHER_PARTICIPANT }).claim;
    m.support(old, 'Mine', { by: PARTICIPANT });
    m.edit({ kind: 'reword', claim: reworded, text: 'Other', was: 'R' }, OTHER_PARTICIPANT);
    m.remove(m.thesis('Gone', { by: OTHER_PARTICIPANT }));
    const reading = readMarksOf(aVisit({ since, until: since }), 0);
    expect(
      unreadClaims(m.map, reading)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([fresh, reworded].sort());
    expect(unreadWords(m.claim(fresh), reading)).toBe('new');
    expect(unreadWords(m.claim(reworded), reading)).toBe('reworded');
    // After half an hour away, a new visit begins: what the last one saw is read.
    expect(unreadClaims(m.map, readMarksOf(aVisit({ since, until: latestIn(m.map) }), AWAY + 1))).toEqual([]);
  });

  it('[W2] is read by being opened, words and discussion each for itself, until others add to it', () => {
    const m = aMap();
    const claim = m.thesis('T', { by: OTHER_PARTICIPANT });
    m.comment(claim, 'One', OTHER_PARTICIPANT);
    m.comment(claim, 'Mine', PARTICIPANT);
    const opened = { claim, words: latestOf(m.map, m.claim(claim), 'words'), talk: 0 };
    const words = readMarksOf(aVisit({ opened: [opened] }), 0);
    expect([unreadWords(m.claim(claim), words), unreadTalk(m.map, claim, words)]).toEqual([null, 1]);
    const both = readMarksOf(
      aVisit({ opened: [{ ...opened, talk: latestOf(m.map, m.claim(claim), 'talk') }] }),
      0,
    );
    expect(unreadClaims(m.map, both)).toEqual([]);
    m.comment(claim, 'Two', OTHER_PARTICIPANT);
    expect(unreadTalk(m.map, claim, both)).toBe(1);
  });

  it('is gone through from the top of the map, on from what is selected and round', () => {
    const m = aMap();
    const first = m.thesis('A', { by: OTHER_PARTICIPANT });
    const under = m.support(first, 'B', { by: OTHER_PARTICIPANT }).claim;
    const mine = m.thesis('C', { by: PARTICIPANT });
    const last = m.thesis('D', { by: OTHER_PARTICIPANT });
    const reading = readMarksOf(aVisit({}), 0);
    const next = (after: string | null) => nextUnread(m.map, reading, after);
    expect([null, first, under, mine, last].map(next)).toEqual([first, under, last, last, first]);
    const { since } = { since: latestIn(m.map) };
    expect(nextUnread(m.map, readMarksOf(aVisit({ since }), 0), first)).toBeUndefined();
  });
});
