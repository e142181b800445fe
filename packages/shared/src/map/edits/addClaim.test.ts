import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { FIRST_ORDER } from '../order.ts';
import { AddClaim } from './addClaim.ts';

const aThesis = (claim: string) =>
  ({
    kind: 'add-claim',
    claim,
    text: 'T',
    language: 'en',
    to: { at: 'thesis', order: FIRST_ORDER },
  }) as const;

describe('add-claim', () => {
  it('[E3] puts a thesis, a premise of a new argument, and a joint premise', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis('T'), 'X');
    m.joint(argument, 'Y');
    m.rebut(argument, 'U');
    m.thesis('Z');
    expect(m.picture).toBe('T\n  + X\n  & Y\n    ~ U\nZ');
  });

  it('[E3] keeps who added it and when, and nothing else about its past', () => {
    const m = aMap();
    const claim = m.claim(m.thesis('河水上涨', { by: PARTICIPANT, language: 'zh-Hant' }));
    expect(claim).toMatchObject({
      text: '河水上涨',
      language: 'zh-Hant',
      home: null,
      by: PARTICIPANT,
      at: 1_001,
    });
    expect(claim).toMatchObject({ reworded: null, beside: [], removed: null });
  });

  it('[M1] refuses an id that anything in the map has', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const taken = [thesis, claim, argument, m.comment(thesis), m.refer(thesis, argument)];
    expect(taken.map((id) => m.answer(aThesis(id)))).toEqual(taken.map(() => 'id-taken'));
  });

  it('[M1] refuses a claim and its new argument under one id', () => {
    const m = aMap();
    const to = m.newArgument('support', m.thesis());
    expect(m.answer({ ...aThesis(to.argument), to })).toBe('id-taken');
    expect(m.answer({ ...aThesis(m.newId()), to: { ...to, argument: to.target.id } })).toBe('id-taken');
  });

  it('[E4] an undercut must rebut', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis());
    const claim = m.newId();
    expect(m.answer({ ...aThesis(claim), to: m.newArgument('support', argument) })).toBe(
      'undercut-must-rebut',
    );
    expect(m.answer({ ...aThesis(claim), to: m.newArgument('rebut', argument) })).toBe('ok');
  });

  it('[E5] a reply to what was removed, is of another kind or does not exist is refused', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const onClaim = { ...aThesis(m.newId()), to: m.newArgument('rebut', claim) };
    const joint = { ...aThesis(m.newId()), to: { at: 'premise', argument, order: 'a9' } } as const;
    const wrongKind = { ...onClaim, to: { ...onClaim.to, target: { kind: 'argument', id: claim } } } as const;
    const nothing = { ...onClaim, to: { ...onClaim.to, target: { kind: 'claim', id: m.newId() } } } as const;
    expect([onClaim, joint, wrongKind, nothing].map((edit) => m.answer(edit))).toEqual([
      'ok',
      'ok',
      'removed',
      'removed',
    ]);
    m.remove(thesis);
    expect([onClaim, joint].map((edit) => m.answer(edit))).toEqual(['removed', 'removed']);
    expect(m.answer({ ...joint, to: { ...joint.to, argument: claim } })).toBe('removed');
  });

  it('[U3] is undone with all that its author put on it, and not when others built on it', () => {
    const build = [
      (m: ReturnType<typeof aMap>, claim: string) => m.support(claim, 'R', { by: OTHER_PARTICIPANT }),
      (m: ReturnType<typeof aMap>, _: string, argument: string) =>
        m.rebut(argument, 'U', { by: OTHER_PARTICIPANT }),
      (m: ReturnType<typeof aMap>, claim: string) => m.comment(claim, 'C', OTHER_PARTICIPANT),
      (m: ReturnType<typeof aMap>, claim: string) => {
        m.refer(claim, m.support(m.thesis()).argument, { by: OTHER_PARTICIPANT });
      },
    ];
    for (const others of [undefined, ...build]) {
      const m = aMap();
      const to = m.newArgument('support', m.thesis());
      const edit = { ...aThesis(m.newId()), to };
      const before = m.map;
      m.edit(edit, PARTICIPANT);
      m.support(edit.claim, 'mine', { by: PARTICIPANT });
      others?.(m, edit.claim, to.argument);
      expect(undoOf(edit, before, m.map)).toEqual(others ? undefined : { kind: 'remove', id: edit.claim });
    }
  });

  it('[U2] [T5] is not undone where that would take along an argument that was only out of sight', () => {
    const m = aMap();
    const elsewhere = m.support(m.thesis()).claim;
    const { claim, argument } = m.support(m.thesis());
    m.refer(elsewhere, argument);
    m.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a7' } });
    m.remove(elsewhere);
    const before = m.map;
    const edit = { ...aThesis(m.newId()), to: { at: 'premise', argument, order: 'a5' } } as const;
    m.edit(edit);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });

  it('[M4] its schema drops unknown fields', () => {
    const edit = aThesis(aMap().newId());
    expect(AddClaim.parse({ ...edit, by: 'me', to: { ...edit.to, home: 1 } })).toEqual(edit);
  });
});
