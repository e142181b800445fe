import { describe, expect, test } from '@jest/globals';
import {
  aMap,
  MODERATOR,
  OTHER_PARTICIPANT,
  PARTICIPANT,
  SUGGESTER,
} from '../../../../packages/shared/testing/aMap.ts';
import { noticesFor } from './notices.ts';

describe('notices', () => {
  test('[M-09] tell an author of each verdict, but for spam', () => {
    const m = aMap();
    const claim = m.thesis('T');
    const edit = (text: string) => ({ kind: 'comment', comment: m.newId(), claim, text }) as const;
    const reword = (text: string) => ({ kind: 'reword', claim, text, was: 'T' }) as const;
    const [returned, spam, waits] = [reword('A'), reword('B'), reword('C')].map((one) => m.propose(one));
    m.edit(
      { kind: 'decide', proposal: returned ?? '', verdict: 'returned', code: 'unclear', reason: null },
      MODERATOR,
    );
    m.edit({ kind: 'decide', proposal: spam ?? '', verdict: 'spam', reason: null }, MODERATOR);
    expect(noticesFor(m.map, SUGGESTER).map(({ id, by, about }) => [id, by, about])).toEqual([[returned, MODERATOR, claim]]); // prettier-ignore
    expect(noticesFor(m.map, PARTICIPANT)).toEqual([]);
    m.edit(edit('Said'), PARTICIPANT);
    expect(waits).toBeDefined();
  });

  test('[M-09] [E18] tell an author what theirs was merged into', () => {
    const m = aMap();
    const into = m.thesis('Same');
    const claim = m.newId();
    const to = { at: 'thesis', order: 'a5' } as const;
    const proposal = m.propose({ kind: 'add-claim', claim, text: 'The same', language: 'en', to });
    const accepted = { kind: 'decide', proposal, verdict: 'accepted', reason: null } as const;
    m.edit({ kind: 'batch', edits: [accepted, { kind: 'merge-claim', claim, into, reference: m.newId() }] }, MODERATOR); // prettier-ignore
    expect(noticesFor(m.map, SUGGESTER)).toMatchObject([{ kind: 'verdict', about: into, into: 'Same' }]);
  });

  test('[M-09] tell of answers to what is mine, of comments on it, and of my name; the latest first', () => {
    const m = aMap();
    const mine = m.thesis('Mine', { by: PARTICIPANT });
    const theirs = m.thesis('Theirs', { by: OTHER_PARTICIPANT });
    const reply = m.rebut(mine, 'No', { by: OTHER_PARTICIPANT }).claim;
    m.support(mine, 'My own', { by: PARTICIPANT });
    const comment = m.comment(mine, 'Why?', OTHER_PARTICIPANT);
    const name = m.map.participants.get(PARTICIPANT)?.name ?? '';
    const mention = m.comment(theirs, `Ask @${name}.`, OTHER_PARTICIPANT);
    m.comment(theirs, 'Nobody is meant.', OTHER_PARTICIPANT);
    expect(noticesFor(m.map, PARTICIPANT).map(({ kind, id }) => [kind, id])).toEqual([
      ['mention', mention],
      ['comment', comment],
      ['reply', reply],
    ]);
    m.remove(reply);
    expect(noticesFor(m.map, PARTICIPANT).map(({ kind }) => kind)).toEqual(['mention', 'comment']);
    expect(noticesFor(m.map, null)).toEqual([]);
  });
});
