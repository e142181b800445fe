import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_SUGGESTER, OWNER, PARTICIPANT, SUGGESTER } from '../../../testing/aMap.ts';
import { undoOf, type Edit, type SingleEdit } from '../edit.ts';

const aThesis = (claim: string, text = 'P') =>
  ({ kind: 'add-claim', claim, text, language: 'en', to: { at: 'thesis', order: 'a9' } }) as const;
const accept = (proposal: string) =>
  ({ kind: 'decide', proposal, verdict: 'accepted', reason: null }) as const;
const reject = (proposal: string, reason: string | null) =>
  ({ kind: 'decide', proposal, verdict: 'rejected', reason }) as const;

describe('decide', () => {
  it('[P5] applies an accepted proposal in the name of its author', () => {
    const m = aMap();
    const claim = m.newId();
    const proposal = m.propose(aThesis(claim));
    expect(m.map.claims.has(claim)).toBe(false);
    m.edit(accept(proposal), MODERATOR);
    expect(m.claim(claim)).toMatchObject({ by: SUGGESTER, text: 'P' });
    expect(m.map.proposals.get(proposal)).toMatchObject({
      state: 'accepted',
      by: SUGGESTER,
      decided: { by: MODERATOR },
    });
  });

  it('[P6] nobody decides on a proposal of their own', () => {
    const m = aMap();
    const proposal = m.propose(aThesis(m.newId()));
    m.edit({ kind: 'set-role', participant: SUGGESTER, role: 'moderator' });
    expect(m.answer(accept(proposal), SUGGESTER)).toBe('own-proposal');
    expect(m.answer(reject(proposal, 'why not'), SUGGESTER)).toBe('own-proposal');
    expect(m.answer(accept(proposal), OWNER)).toBe('ok');
  });

  it('[M-07] a new wording of an accepted claim waits, and the accepted one stays public', () => {
    const m = aMap();
    const claim = m.newId();
    m.edit(accept(m.propose(aThesis(claim))), MODERATOR);
    const proposal = m.propose({ kind: 'reword', claim, text: 'Q', was: 'P' });
    expect(m.claim(claim).text).toBe('P');
    m.edit(accept(proposal), MODERATOR);
    expect(m.claim(claim).text).toBe('Q');
  });

  it('[M-17] what hangs on something that still waits is not accepted before it', () => {
    const m = aMap();
    const [parent, child] = [m.newId(), m.newId()];
    const first = m.propose(aThesis(parent));
    const second = m.propose({ ...aThesis(child), to: m.newArgument('support', parent) });
    expect(m.answer(accept(second), MODERATOR)).toBe('removed');
    m.edit(accept(first), MODERATOR);
    expect(m.answer(accept(second), MODERATOR)).toBe('ok');
  });

  it('[P7] a rejection needs a reason', () => {
    const m = aMap();
    const proposal = m.propose(aThesis(m.newId()));
    expect(m.answer(reject(proposal, null))).toBe('reason-needed');
    m.edit(reject(proposal, 'off topic'));
    expect(m.map.proposals.get(proposal)).toMatchObject({ state: 'rejected', reason: 'off topic' });
    expect(m.map.claims.size).toBe(0);
  });

  it('[P8] happens once, and is refused while the edit no longer fits', () => {
    const m = aMap();
    const target = m.thesis();
    const proposal = m.propose({ ...aThesis(m.newId()), to: m.newArgument('support', target) });
    m.remove(target);
    expect(m.answer(accept(proposal))).toBe('removed');
    expect(m.map.proposals.get(proposal)?.state).toBe('pending');
    m.edit({ kind: 'restore', id: target });
    m.edit(accept(proposal));
    expect([accept(proposal), reject(proposal, 'no')].map((edit) => m.answer(edit))).toEqual([
      'already-decided',
      'already-decided',
    ]);
    expect(m.answer(accept(m.newId()))).toBe('not-found');
  });

  it('[P2] is up to owners and moderators', () => {
    const m = aMap();
    const proposal = m.propose(aThesis(m.newId()));
    const answers = [OWNER, MODERATOR, PARTICIPANT, OTHER_SUGGESTER, SUGGESTER].map((by) =>
      m.answer(accept(proposal), by),
    );
    expect(answers).toEqual(['ok', 'ok', 'not-allowed', 'not-allowed', 'not-allowed']);
  });

  it('[U5] is not taken back where it did what is its author’s alone: a vote, or a note of theirs', () => {
    const m = aMap({ votes: 'open' });
    const thesis = m.thesis();
    const vote = { kind: 'vote', vote: m.newId(), on: thesis, ballot: m.newId(), judged: null, value: 3 } as const; // prettier-ignore
    const note = { kind: 'propose', proposal: m.newId(), to: 'self', edit: aThesis(m.newId()) } as const;
    const undo = (edits: readonly SingleEdit[]): Edit | undefined => {
      const deciding = accept(m.propose({ kind: 'batch', edits: [...edits, aThesis(m.newId())] }));
      const before = m.map;
      m.edit(deciding, MODERATOR);
      return undoOf(deciding, before, m.map);
    };
    expect([vote, note].map((edit) => undo([edit]))).toEqual([undefined, undefined]);
    const plain = undo([]);
    expect(plain && m.answer(plain, MODERATOR)).toBe('ok');
  });
});

describe('withdraw', () => {
  it('[P12] is up to the author, [P8] while the proposal waits', () => {
    const m = aMap();
    const proposal = m.propose(aThesis(m.newId()));
    const edit = { kind: 'withdraw', proposal } as const;
    expect([OWNER, MODERATOR, OTHER_SUGGESTER].map((by) => m.answer(edit, by))).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
    ]);
    const before = m.map;
    m.edit(edit, SUGGESTER);
    expect(m.map.proposals.get(proposal)?.state).toBe('withdrawn');
    expect(m.answer(edit, SUGGESTER)).toBe('already-decided');
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });
});

describe('a proposal', () => {
  it('[P9] may build on the pending proposals of its author, and on nobody else’s', () => {
    const m = aMap();
    const claim = m.newId();
    const first = m.propose(aThesis(claim));
    const reply = { ...aThesis(m.newId(), 'R'), to: { ...m.newArgument('support', claim) } };
    expect(m.answer(reply, OTHER_SUGGESTER)).toBe('removed');
    const second = m.propose(reply);
    const reworded = m.propose({ kind: 'reword', claim, text: 'better', was: 'P' });
    expect(m.answer(accept(second))).toBe('removed');
    for (const proposal of [first, second, reworded]) m.edit(accept(proposal));
    expect(m.picture).toBe('better\n  + R');
  });

  it('[M1] cannot take the id of another', () => {
    const m = aMap();
    const proposal = m.propose(aThesis(m.newId()));
    const result = m.ask(aThesis(m.newId()), OTHER_SUGGESTER, proposal);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'id-taken' } });
  });
});
