import { describe, expect, test } from '@jest/globals';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../testing/aMap.ts'; // prettier-ignore
import type { Id } from './id.ts';
import { keepingNotices, noticesFor, TOO_LONG, type Notice } from './notices.ts';
import { viewerIn } from './circles.ts';
import { visibleMap } from './visibility.ts';

/** As the server and the page ask: of what this person sees. */
const told = ({ map }: MapBuilder, who: Id | null, now = 0): readonly Notice[] => {
  const viewer = viewerIn(map, who);
  return noticesFor(visibleMap(map, viewer), viewer, now);
};
const kinds = (m: MapBuilder, who: Id | null, now = 0) => told(m, who, now).map(({ kind, id }) => [kind, id]);

function aProposal() {
  const m = aMap();
  const claim = m.thesis('T');
  const proposal = m.propose({ kind: 'reword', claim, text: 'Better', was: 'T' });
  const decide = (verdict: 'accepted' | 'returned' | 'rejected' | 'spam', by = MODERATOR) =>
    m.edit(
      { kind: 'decide', proposal, verdict, code: verdict === 'accepted' ? null : 'unclear', reason: null },
      by,
    );
  const state = () => told(m, SUGGESTER).map((one) => [one.kind, 'proposal' in one && one.proposal.state, one.by, one.about]); // prettier-ignore
  return { m, claim, proposal, decide, state };
}

describe('[M-09] an author is told what became of theirs', () => {
  test.each(['accepted', 'returned', 'rejected'] as const)('[W4] pending → %s', (verdict) => {
    const { m, claim, decide, state } = aProposal();
    expect(state()).toEqual([]);
    decide(verdict);
    expect(state()).toEqual([['verdict', verdict, MODERATOR, claim]]);
    for (const who of [PARTICIPANT, MODERATOR, null]) expect(told(m, who).filter(({ kind }) => kind === 'verdict')).toEqual([]); // prettier-ignore
  });

  test('[W4] pending → accepted with changes: of the verdict, and that the wording is another one', () => {
    const { m, claim, proposal, state } = aProposal();
    const accept = { kind: 'decide', proposal, verdict: 'accepted', reason: null } as const;
    m.edit(
      { kind: 'batch', edits: [accept, { kind: 'reword', claim, text: 'Best', was: 'Better' }] },
      MODERATOR,
    );
    expect(state()).toEqual([['verdict', 'accepted', MODERATOR, claim]]);
    // Of one's own claim, brought and then worded by the moderator.
    const own = m.newId();
    const brought = m.propose({ kind: 'add-claim', claim: own, text: 'Mine', language: 'en', to: { at: 'thesis', order: 'a7' } }); // prettier-ignore
    m.edit({ kind: 'batch', edits: [{ ...accept, proposal: brought }, { kind: 'reword', claim: own, text: 'Ours', was: 'Mine' }] }, MODERATOR); // prettier-ignore
    expect(kinds(m, SUGGESTER).slice(0, 2).map(([kind]) => kind).sort()).toEqual(['reworded', 'verdict']); // prettier-ignore
  });

  test('[W4] [E18] pending → accepted and merged: of where it is now', () => {
    const m = aMap();
    const into = m.thesis('Same');
    const claim = m.newId();
    const to = { at: 'thesis', order: 'a5' } as const;
    const proposal = m.propose({ kind: 'add-claim', claim, text: 'The same', language: 'en', to });
    const accept = { kind: 'decide', proposal, verdict: 'accepted', reason: null } as const;
    m.edit({ kind: 'batch', edits: [accept, { kind: 'merge-claim', claim, into, reference: m.newId() }] }, MODERATOR); // prettier-ignore
    const notices = told(m, SUGGESTER);
    expect(notices.map(({ kind, about }) => [kind, about]).sort()).toEqual([['merged', into], ['verdict', into]]); // prettier-ignore
    expect(notices.find(({ kind }) => kind === 'merged')).toMatchObject({ text: 'Same', by: MODERATOR });
  });

  test('[W4] rejected → appealed → accepted: of the outcome, and meanwhile of nothing', () => {
    const { m, proposal, decide, state } = aProposal();
    decide('rejected');
    m.edit({ kind: 'appeal', proposal, text: 'Look again.' }, SUGGESTER);
    expect(state()).toEqual([]);
    decide('accepted', OWNER);
    expect(state().map(([kind, now, by]) => [kind, now, by])).toEqual([['verdict', 'accepted', OWNER]]);
    const [notice] = told(m, SUGGESTER);
    expect(notice?.kind === 'verdict' && notice.proposal.appeal?.text).toBe('Look again.');
  });

  test('[W4] withdrawn, or taken for spam: of nothing', () => {
    const spam = aProposal();
    spam.decide('spam');
    expect(spam.state()).toEqual([]);
    const { m, proposal, state } = aProposal();
    m.edit({ kind: 'withdraw', proposal }, SUGGESTER);
    expect(state()).toEqual([]);
  });

  test('[W4] once more of what was sent back and lies there', () => {
    const { m, proposal, decide } = aProposal();
    decide('returned');
    const { at = 0 } = told(m, SUGGESTER)[0] ?? {};
    expect(kinds(m, SUGGESTER, at + TOO_LONG - 1)).toEqual([['verdict', proposal]]);
    expect(told(m, SUGGESTER, at + TOO_LONG).map(({ kind, at: told }) => [kind, told])).toEqual([['repair', at + TOO_LONG]]); // prettier-ignore
    m.edit({ kind: 'resubmit', proposal, text: 'Clearer' }, SUGGESTER);
    expect(told(m, SUGGESTER, at + TOO_LONG)).toEqual([]);
  });
});

describe('[M-09] people are told of answers to what is theirs', () => {
  test('[W5] replies, undercuts, uses and rewordings by others; the latest first', () => {
    const m = aMap();
    const mine = m.thesis('Mine', { by: PARTICIPANT });
    const theirs = m.thesis('Theirs', { by: OTHER_PARTICIPANT });
    const rebuttal = m.rebut(mine, 'No', { by: OTHER_PARTICIPANT });
    const own = m.support(theirs, 'My reason', { by: PARTICIPANT });
    const undercut = m.rebut(own.argument, 'That does not follow', { by: OTHER_PARTICIPANT });
    const use = m.refer(theirs, rebuttal.argument, { by: OTHER_PARTICIPANT });
    m.edit({ kind: 'reword', claim: mine, text: 'Mine, better', was: 'Mine' }, OTHER_PARTICIPANT);
    expect(
      told(m, PARTICIPANT).map((one) => [one.kind, one.about, 'relation' in one && one.relation]),
    ).toEqual([
      ['reworded', mine, false],
      ['reply', use, 'rebut'],
      ['reply', undercut.claim, 'undercut'],
      ['reply', rebuttal.claim, 'rebut'],
    ]);
    m.edit({ kind: 'reword', claim: mine, text: 'Mine again', was: 'Mine, better' }, PARTICIPANT);
    m.remove(rebuttal.claim);
    m.remove(undercut.claim);
    expect(kinds(m, PARTICIPANT).map(([kind]) => kind)).toEqual(['reply']);
  });

  test('[W5] [W6] comments on mine and where I spoke before, and my name wherever it stands', () => {
    const m = aMap();
    const mine = m.thesis('Mine', { by: PARTICIPANT });
    const theirs = m.thesis('Theirs', { by: OTHER_PARTICIPANT });
    const elsewhere = m.thesis('Elsewhere', { by: OTHER_PARTICIPANT });
    m.comment(theirs, 'Before I spoke.', OTHER_PARTICIPANT);
    m.comment(theirs, 'I speak.', PARTICIPANT);
    const comment = m.comment(mine, 'Why?', OTHER_PARTICIPANT);
    const talk = m.comment(theirs, 'I answer.', OTHER_PARTICIPANT);
    const mention = m.comment(elsewhere, 'Ask @Pia.', OTHER_PARTICIPANT);
    m.comment(elsewhere, 'Ask @Piaget.', OTHER_PARTICIPANT);
    m.comment(elsewhere, 'I am @Pia.', PARTICIPANT);
    expect(kinds(m, PARTICIPANT)).toEqual([['mention', mention], ['talk', talk], ['comment', comment]]); // prettier-ignore
    m.remove(elsewhere);
    expect(kinds(m, PARTICIPANT).map(([kind]) => kind)).toEqual(['talk', 'comment']);
    expect(told(m, null)).toEqual([]);
  });
});

describe('[M-16] those who decide are reminded', () => {
  test('[W5] of what waits too long, in one notice that is new with each', () => {
    const { m, claim } = aProposal();
    m.propose({ kind: 'reword', claim, text: 'Other', was: 'T' });
    const [first = 0, second = 0] = [...m.map.proposals.values()].map(({ at }) => at).sort((a, b) => a - b);
    expect(told(m, MODERATOR, first + TOO_LONG - 1)).toEqual([]);
    expect(told(m, MODERATOR, first + TOO_LONG)).toMatchObject([{ kind: 'waiting', count: 1, oldest: first, at: first + TOO_LONG }]); // prettier-ignore
    expect(told(m, MODERATOR, second + TOO_LONG)).toMatchObject([{ kind: 'waiting', count: 2, oldest: first, at: second + TOO_LONG }]); // prettier-ignore
    for (const who of [SUGGESTER, PARTICIPANT]) expect(told(m, who, second + TOO_LONG)).toEqual([]);
  });

  test('[W5] of an appeal that they may decide on', () => {
    const { m, proposal, decide } = aProposal();
    decide('rejected');
    m.edit({ kind: 'appeal', proposal, text: 'Look again.' }, SUGGESTER);
    expect(kinds(m, OWNER)).toEqual([['appeal', `appeal ${proposal}`]]);
    expect(told(m, MODERATOR, 10 * TOO_LONG)).toEqual([]);
  });

  test('[W5] [P22] of what they were asked to look at, until it is decided or handed on', () => {
    const { m, proposal } = aProposal();
    m.edit({ kind: 'hand-over', proposal, to: MODERATOR }, OWNER);
    expect(told(m, MODERATOR)).toMatchObject([{ kind: 'handed', id: `handed ${proposal}`, by: OWNER }]);
    expect(told(m, OWNER)).toEqual([]);
    m.edit({ kind: 'hand-over', proposal, to: OWNER }, OWNER);
    expect([...told(m, MODERATOR), ...told(m, OWNER)]).toEqual([]);
    m.edit({ kind: 'hand-over', proposal, to: MODERATOR }, OWNER);
    m.edit({ kind: 'decide', proposal, verdict: 'accepted', reason: null }, OWNER);
    expect(told(m, MODERATOR)).toEqual([]);
  });

  test('[W5] of flags that are open, but on their own only where nobody else could look', () => {
    const m = aMap();
    const claim = m.thesis('Rude', { by: OTHER_PARTICIPANT });
    const comment = m.comment(claim, 'Ruder', MODERATOR);
    m.edit({ kind: 'flag', flag: m.newId(), about: claim, code: 'personal', text: null }, PARTICIPANT);
    m.edit({ kind: 'flag', flag: m.newId(), about: comment, code: 'personal', text: null }, PARTICIPANT);
    const flags = (who: Id) => told(m, who).flatMap((one) => (one.kind === 'flag' ? [one.flag.about] : []));
    expect(flags(OWNER)).toEqual([comment, claim]);
    expect(flags(MODERATOR)).toEqual([claim]);
    expect(flags(OTHER_PARTICIPANT)).toEqual([]);
    m.edit({ kind: 'close-flags', about: claim }, OWNER);
    expect(flags(OWNER)).toEqual([comment]);
  });
});

describe('notices', () => {
  test('[M-09] are 50 at most, the latest', () => {
    const m = aMap();
    const mine = m.thesis('Mine', { by: PARTICIPANT });
    const all = Array.from({ length: 60 }, (_, i) => m.comment(mine, `No. ${i}`, OTHER_PARTICIPANT));
    expect(told(m, PARTICIPANT).map(({ id }) => id)).toEqual(all.reverse().slice(0, 50));
  });

  test('[M-09] are made anew only when what they are made of changed', () => {
    const m = aMap();
    const ask = keepingNotices();
    const viewer = { participant: PARTICIPANT, role: 'participant' } as const;
    const mine = m.thesis('Mine', { by: PARTICIPANT });
    const before = ask(m.map, viewer, 1);
    m.edit({ kind: 'look', until: 1, told: 0, opened: [], all: false }, OTHER_PARTICIPANT);
    m.edit({ kind: 'change-settings', set: { about: 'More' } });
    expect(ask(m.map, viewer, 1)).toBe(before);
    m.comment(mine, 'Why?', OTHER_PARTICIPANT);
    expect(ask(m.map, viewer, 1)).toHaveLength(1);
  });
});
