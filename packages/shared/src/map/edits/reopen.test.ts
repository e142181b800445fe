import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OWNER, SUGGESTER, type MapBuilder } from '../../../testing/aMap.ts';
import { undoOf, type Edit } from '../edit.ts';
import type { Place } from './place.ts';

const added = (claim: string, to: Place): Edit => ({
  kind: 'add-claim',
  claim,
  text: 'P',
  language: 'en',
  to,
});
const accept = (proposal: string) =>
  ({ kind: 'decide', proposal, verdict: 'accepted', reason: null }) as const;

/** Decides, and takes it back as an undo does. */
function decidedAndBack(m: MapBuilder, decision: Edit, between = (): void => undefined): Edit | undefined {
  const before = m.map;
  m.edit(decision, MODERATOR);
  between();
  const inverse = undoOf(decision, before, m.map);
  if (inverse) m.edit(inverse, MODERATOR);
  return inverse;
}

describe('reopen', () => {
  it.each(['returned', 'rejected', 'spam'] as const)(
    '[P21] [M-15] lets what was %s wait again',
    (verdict) => {
      const m = aMap();
      const proposal = m.propose(added(m.newId(), { at: 'thesis', order: 'a0' }));
      const was = m.map.proposals.get(proposal);
      decidedAndBack(m, { kind: 'decide', proposal, verdict, code: 'unclear', reason: 'Why?' });
      expect(m.map.proposals.get(proposal)).toEqual(was);
    },
  );

  it('[U3] [P21] takes nothing away that another reworded, or wrote beside it', () => {
    const m = aMap();
    const claim = m.newId();
    const proposal = m.propose(added(claim, { at: 'thesis', order: 'a0' }));
    const reword = (by: string, text: string) => m.edit({ kind: 'reword', claim, text, was: m.map.claims.get(claim)?.text ?? '' }, by); // prettier-ignore
    expect(decidedAndBack(m, accept(proposal), () => void reword(OWNER, 'Better'))).toBeUndefined();
    expect(m.map.claims.get(claim)?.text).toBe('Better');
  });

  it('[U3] [P21] takes nothing away that another moved', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis('T'), 'Reason');
    const claim = m.newId();
    const proposal = m.propose(added(claim, { at: 'thesis', order: 'a0' }));
    const move = () =>
      void m.edit({ kind: 'move-claim', claim, to: { at: 'premise', argument, order: 'a5' } });
    expect(decidedAndBack(m, accept(proposal), move)).toBeUndefined();
    expect(m.claim(claim)).toMatchObject({ home: argument, removed: null });
  });

  it('[P21] [V2] [P23] leaves what was brought where not everyone saw it: they would not be told that it is gone', () => {
    const m = aMap();
    const { edition } = m.source('Old text');
    m.edit({ kind: 'set-hold', hold: 'review', slow: 0 });
    const proposal = m.newId();
    const note = { kind: 'annotate', annotation: m.newId(), edition, start: 0, end: 3, text: 'N', open: true } as const; // prettier-ignore
    m.ask(note, SUGGESTER, proposal);
    expect(decidedAndBack(m, accept(proposal))).toBeUndefined();
    expect(m.map.annotations.get(note.annotation)).toMatchObject({ by: SUGGESTER, removed: null });
  });

  it('[P21] takes away what it had brought, which can be brought once more', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const claim = m.newId();
    const proposal = m.propose(added(claim, m.newArgument('support', thesis)));
    const before = m.picture;
    decidedAndBack(m, accept(proposal));
    expect(m.picture).toBe(before);
    expect([m.map.claims.has(claim), m.map.proposals.get(proposal)?.state]).toEqual([false, 'pending']);
    m.edit(accept(proposal), OWNER);
    expect(m.claim(claim)).toMatchObject({ by: SUGGESTER, removed: null });
  });

  it('[P21] goes back over other words that the moderator put on it', () => {
    const m = aMap();
    const claim = m.newId();
    const proposal = m.propose(added(claim, { at: 'thesis', order: 'a0' }));
    const reword = { kind: 'reword', claim, text: 'Q', was: 'P' } as const;
    decidedAndBack(m, { kind: 'batch', edits: [accept(proposal), reword] });
    expect([m.map.claims.has(claim), m.map.proposals.get(proposal)?.state]).toEqual([false, 'pending']);
  });

  it('[P21] gives a claim its accepted words back', () => {
    const m = aMap();
    const claim = m.thesis('T');
    const proposal = m.propose({ kind: 'reword', claim, text: 'Better', was: 'T' });
    decidedAndBack(m, accept(proposal));
    expect([m.claim(claim).text, m.map.proposals.get(proposal)?.state]).toEqual(['T', 'pending']);
  });

  it('[U3] destroys nothing that others built on it', () => {
    const m = aMap();
    const claim = m.newId();
    const proposal = m.propose(added(claim, { at: 'thesis', order: 'a0' }));
    const edit = decidedAndBack(m, accept(proposal), () => void m.support(claim, 'More'));
    expect(edit).toBeUndefined();
    expect(m.answer({ kind: 'reopen', proposal }, MODERATOR)).toBe('stale');
    m.remove(claim);
    expect(m.answer({ kind: 'reopen', proposal }, MODERATOR)).toBe('stale');
  });

  it('[P21] is up to whoever decided, and only of what was decided', () => {
    const m = aMap();
    const proposal = m.propose(added(m.newId(), { at: 'thesis', order: 'a0' }));
    expect(m.answer({ kind: 'reopen', proposal }, MODERATOR)).toBe('not-allowed');
    m.edit({ kind: 'decide', proposal, verdict: 'rejected', reason: 'No.' }, MODERATOR);
    expect(m.answer({ kind: 'reopen', proposal }, OWNER)).toBe('not-allowed');
    expect(m.answer({ kind: 'reopen', proposal }, SUGGESTER)).toBe('not-allowed');
    m.edit({ kind: 'reopen', proposal }, MODERATOR);
    expect(m.answer({ kind: 'reopen', proposal: m.newId() }, MODERATOR)).toBe('not-allowed');
  });

  it('[E17] brings nothing back whose words were deleted for good, nor does its author', () => {
    const m = aMap();
    const claim = m.thesis('T');
    const proposal = m.propose({ kind: 'reword', claim, text: 'Better', was: 'T' });
    m.remove(claim);
    m.edit({ kind: 'purge', id: claim }, MODERATOR);
    expect(m.map.proposals.get(proposal)).toMatchObject({ state: 'rejected', decided: { by: MODERATOR } });
    expect(m.answer({ kind: 'reopen', proposal }, MODERATOR)).toBe('purged');
    expect(m.answer({ kind: 'appeal', proposal, text: 'Please.' }, SUGGESTER)).toBe('purged');
    expect(m.answer({ kind: 'resubmit', proposal, text: 'Best' }, SUGGESTER)).toBe('purged');
  });

  it('[U4] is itself taken back by the same verdict', () => {
    const m = aMap();
    const proposal = m.propose(added(m.newId(), { at: 'thesis', order: 'a0' }));
    m.edit({ kind: 'decide', proposal, verdict: 'rejected', reason: 'No.' }, MODERATOR);
    const before = m.map;
    m.edit({ kind: 'reopen', proposal }, MODERATOR);
    const again = undoOf({ kind: 'reopen', proposal }, before, m.map);
    expect(again).toMatchObject({ kind: 'decide', verdict: 'rejected', reason: 'No.' });
  });
});

describe('hand-over', () => {
  it('[P22] [M-02] asks another who decides, and only such', () => {
    const m = aMap();
    const proposal = m.propose(added(m.newId(), { at: 'thesis', order: 'a0' }));
    const to = (person: string | null, by = MODERATOR) =>
      m.answer({ kind: 'hand-over', proposal, to: person }, by);
    expect([to(SUGGESTER), to(m.newId()), to(null), to(OWNER, SUGGESTER)]).toEqual(['own-proposal', 'not-found', 'no-change', 'not-allowed']); // prettier-ignore
    const before = m.map;
    const edit = { kind: 'hand-over', proposal, to: OWNER } as const;
    m.edit(edit, MODERATOR);
    expect(m.map.proposals.get(proposal)?.assigned).toBe(OWNER);
    expect(undoOf(edit, before, m.map)).toEqual({ ...edit, to: null });
    m.edit(accept(proposal), MODERATOR);
    expect(to(null)).toBe('already-decided');
  });

  it('[P22] [M-12] an appeal is nobody’s until somebody is asked', () => {
    const m = aMap();
    const proposal = m.propose(added(m.newId(), { at: 'thesis', order: 'a0' }));
    m.edit({ kind: 'hand-over', proposal, to: MODERATOR }, OWNER);
    m.edit({ kind: 'decide', proposal, verdict: 'rejected', reason: 'No.' }, MODERATOR);
    m.edit({ kind: 'appeal', proposal, text: 'Please.' }, SUGGESTER);
    expect(m.map.proposals.get(proposal)?.assigned).toBeNull();
  });
});
