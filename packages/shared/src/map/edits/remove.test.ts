import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { contentOf } from '../patch.ts';
import { broughtBack, takenAlong } from './remove.ts';

describe('remove', () => {
  it('[E7] marks the top alone, and what is beneath is gone from sight with it', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const { claim } = m.support(thesis, 'X');
    m.support(claim, 'Y');
    m.thesis('S');
    expect(m.edit({ kind: 'remove', id: thesis }, MODERATOR)).toHaveLength(1);
    expect(m.claim(thesis).removed).toMatchObject({ by: MODERATOR });
    expect(m.claim(claim).removed).toBeNull();
    expect(m.picture).toBe('S');
  });

  it('[E7] an argument goes with its only premise, and a joint premise goes alone', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    const joint = m.joint(argument, 'Y');
    m.remove(joint);
    expect(m.picture).toBe('T\n  + X');
    m.remove(claim);
    expect(m.claim(claim).removed).toBeNull();
    expect(m.map.arguments.get(argument)?.removed).not.toBeNull();
    expect(m.picture).toBe('T');
  });

  it('[E7] says how many claims go, and come back: with the last premise those that undercut the argument', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    m.remove(m.support(claim, 'Gone before').claim);
    m.support(m.support(claim, 'Y').claim, 'Z');
    m.support(m.rebut(argument, 'U').claim, 'V');
    const joint = m.joint(argument, 'J');
    expect(takenAlong(m.map, claim)).toEqual({ beneath: 2, undercutting: 0 });
    m.remove(joint);
    const along = { beneath: 2, undercutting: 2 };
    expect(takenAlong(m.map, claim)).toEqual(along);
    m.remove(claim);
    expect(broughtBack(m.map, claim)).toEqual(along);
  });

  it('[E5] refuses what is removed, hangs beneath something removed, or does not exist', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const comment = m.comment(claim);
    m.remove(thesis);
    const answers = [thesis, claim, argument, comment, m.newId()].map((id) =>
      m.answer({ kind: 'remove', id }),
    );
    expect(answers).toEqual(['removed', 'removed', 'removed', 'removed', 'removed']);
  });

  it('[U2] is undone by restoring', () => {
    const m = aMap();
    const { claim } = m.support(m.thesis('T'), 'X');
    for (const id of [claim, m.thesis('S'), m.comment(claim)]) {
      const before = m.map;
      m.remove(id);
      expect(undoOf({ kind: 'remove', id }, before, m.map)).toEqual({ kind: 'restore', id });
      m.edit({ kind: 'restore', id });
      expect(contentOf(m.map)).toEqual(contentOf(before));
      expect(undoOf({ kind: 'remove', id }, before, m.map)).toBeUndefined();
    }
  });
});

describe('restore', () => {
  it('[E7] takes the mark away by the id of the argument or of its only premise', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    for (const id of [claim, argument]) {
      m.remove(claim);
      m.edit({ kind: 'restore', id });
      expect(m.picture).toBe('T\n  + X');
    }
  });

  it('[E7] brings back an argument together with the first of its premises to return', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    const joint = m.joint(argument, 'Y');
    m.remove(joint);
    m.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } });
    expect(m.answer({ kind: 'restore', id: argument })).toBe('would-empty-argument');
    m.edit({ kind: 'restore', id: joint });
    expect(m.picture).toBe('T\n  + Y\nX');
  });

  it('[E7] [T3] leaves an argument away that has a premise in what hangs beneath itself, until it is asked for', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    const beneath = m.rebut(argument, 'No');
    m.refer(beneath.claim, argument);
    m.remove(claim);
    m.remove(argument, MODERATOR);
    expect(m.answer({ kind: 'restore', id: claim })).toBe('removed');
    m.edit({ kind: 'restore', id: argument });
    expect(m.picture).toBe('T\n  + = No\n    ~ No');
  });

  it('[E5] refuses what hangs under something removed, [E11] what is not removed, and what does not exist', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim } = m.support(thesis);
    const comment = m.comment(thesis);
    m.remove(claim);
    m.remove(comment);
    m.remove(thesis);
    expect([claim, comment].map((id) => m.answer({ kind: 'restore', id }))).toEqual(['removed', 'removed']);
    m.edit({ kind: 'restore', id: thesis });
    expect([claim, comment].map((id) => m.answer({ kind: 'restore', id }))).toEqual(['ok', 'ok']);
    expect(m.answer({ kind: 'restore', id: thesis })).toBe('not-removed');
    expect(m.answer({ kind: 'restore', id: m.newId() })).toBe('not-found');
  });

  it('[U2] is undone by removing what it brought back', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    m.joint(argument, 'Y');
    m.remove(argument);
    const before = m.map;
    const edit = { kind: 'restore', id: claim } as const;
    m.edit(edit);
    expect(m.picture).toBe('T\n  + X\n  & Y');
    expect(undoOf(edit, before, m.map)).toEqual({ kind: 'remove', id: argument });
  });

  it('[U3] is not undone once someone made what came back the only premise of an argument', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis('T'), 'X');
    const joint = m.joint(argument, 'Y');
    m.remove(joint);
    const before = m.map;
    const edit = { kind: 'restore', id: joint } as const;
    m.edit(edit, MODERATOR);
    m.edit({ kind: 'move-claim', claim: joint, to: m.newArgument('rebut', m.thesis('S')) }, PARTICIPANT);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });

  it('[U3] is not undone once someone built on what came back', () => {
    const m = aMap();
    const [thesis, other] = [m.thesis('T'), m.thesis('S', { by: OTHER_PARTICIPANT })];
    const comment = m.comment(thesis);
    m.remove(thesis);
    const before = m.map;
    const edit = { kind: 'restore', id: thesis } as const;
    m.edit(edit, MODERATOR);
    const restored = m.map;
    m.remove(comment, PARTICIPANT);
    expect(undoOf(edit, before, m.map)).toBeDefined();
    const since = [
      () => m.rebut(thesis, 'R', { by: OTHER_PARTICIPANT }),
      () => m.comment(thesis, 'C', OTHER_PARTICIPANT),
      () =>
        m.edit({ kind: 'move-claim', claim: other, to: m.newArgument('rebut', thesis) }, OTHER_PARTICIPANT),
    ];
    for (const build of since) {
      m.map = restored;
      build();
      expect(undoOf(edit, before, m.map)).toBeUndefined();
    }
  });
});
