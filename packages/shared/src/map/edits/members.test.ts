import { describe, expect, it } from '@jest/globals';
import { aMap, FORMER, MODERATOR, OWNER, PARTICIPANT, STRANGER } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';

describe('set-role', () => {
  it('[E14] a map keeps at least one owner', () => {
    const m = aMap();
    const leave = { kind: 'set-role', participant: OWNER, role: null } as const;
    expect(m.answer(leave)).toBe('last-owner');
    expect(m.answer({ ...leave, role: 'moderator' })).toBe('last-owner');
    m.edit({ kind: 'set-role', participant: PARTICIPANT, role: 'owner' });
    expect(m.answer(leave)).toBe('ok');
  });

  it('[E15] who is taken out keeps what they wrote, and a moderator brings them back', () => {
    const m = aMap();
    const claim = m.thesis('T', { by: PARTICIPANT });
    m.edit({ kind: 'set-role', participant: PARTICIPANT, role: null });
    expect(m.claim(claim).by).toBe(PARTICIPANT);
    expect(m.answer({ kind: 'remove', id: claim }, PARTICIPANT)).toBe('not-allowed');
    m.edit({ kind: 'set-role', participant: PARTICIPANT, role: 'observer' }, MODERATOR);
    expect(m.map.participants.get(PARTICIPANT)).toMatchObject({ name: 'Pia', role: 'observer' });
  });

  it('[E11] refuses the role that is there, and a stranger', () => {
    const m = aMap();
    expect(m.answer({ kind: 'set-role', participant: PARTICIPANT, role: 'participant' })).toBe('no-change');
    expect(m.answer({ kind: 'set-role', participant: STRANGER, role: 'participant' })).toBe('not-found');
  });

  it('[U1] is undone while the role is still the one it gave', () => {
    const m = aMap();
    const before = m.map;
    const edit = { kind: 'set-role', participant: PARTICIPANT, role: 'moderator' } as const;
    m.edit(edit);
    expect(undoOf(edit, before, m.map)).toEqual({ ...edit, role: 'participant' });
    m.edit({ ...edit, role: 'suggester' });
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });
});

describe('join', () => {
  const join = { kind: 'join', participant: STRANGER, name: 'Stan', role: 'participant' } as const;

  it('[P2] is asked for by the server alone', () => {
    const m = aMap();
    expect(m.answer(join, OWNER)).toBe('not-allowed');
    m.edit(join, null);
    expect(m.map.participants.get(STRANGER)).toMatchObject({ name: 'Stan', role: 'participant', at: 1_001 });
  });

  it('[E15] does not bring back who was taken out; a moderator does, and then it is no news', () => {
    const m = aMap();
    expect(m.answer({ ...join, participant: FORMER }, null)).toBe('taken-out');
    expect(m.map.participants.get(FORMER)).toMatchObject({ name: 'Fo', role: null });
    m.edit({ kind: 'set-role', participant: FORMER, role: 'suggester' }, MODERATOR);
    expect(m.answer({ ...join, participant: FORMER }, null)).toBe('no-change');
    expect(m.map.participants.get(FORMER)).toMatchObject({ name: 'Fo', role: 'suggester' });
  });

  it('[U6] is not undone', () => {
    const m = aMap();
    const before = m.map;
    m.edit(join, null);
    expect(undoOf(join, before, m.map)).toBeUndefined();
  });
});
