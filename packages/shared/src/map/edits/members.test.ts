import { describe, expect, it } from '@jest/globals';
import {
  aMap,
  anId,
  FORMER,
  MODERATOR,
  OWNER,
  PARTICIPANT,
  STRANGER,
  SUGGESTER,
} from '../../../testing/aMap.ts';
import { goneIn, scrubbed } from '../../sync/scrubbed.ts';
import { emptyMap } from '../map.ts';
import { applyPatches, contentOf, contentPatches, put } from '../patch.ts';
import { FORMER_NAME } from '../tables/participants.ts';
import { ruleOf, undoOf } from '../edit.ts';

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

describe('rename', () => {
  it('[E23] is asked for by the server alone, and leaves pseudonyms as they are', () => {
    const m = aMap();
    const edit = { kind: 'rename', participant: PARTICIPANT, name: 'Pia Pan' } as const;
    expect(m.answer(edit, OWNER)).toBe('not-allowed');
    m.edit(edit, null);
    expect(m.map.participants.get(PARTICIPANT)).toMatchObject({ name: 'Pia Pan', role: 'participant' });
    expect(m.answer(edit, null)).toBe('no-change');
    expect(m.answer({ ...edit, participant: STRANGER }, null)).toBe('not-found');
    const masked = { ...m.map.participants.get(SUGGESTER)!, pseudonym: true };
    const map = applyPatches(m.map, [put('participants', masked)]);
    const answer = ruleOf(map, { ...edit, participant: SUGGESTER }, { id: anId(1), by: null, at: 1 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'has-pseudonym' } });
    expect(undoOf(edit as never, m.map, m.map)).toBeUndefined();
  });
});

describe('depart', () => {
  const gone = { kind: 'depart', participant: PARTICIPANT } as const;

  it('[E22] leaves what they wrote by a former participant without a role, whom nobody brings back', () => {
    const m = aMap();
    const claim = m.thesis('T', { by: PARTICIPANT });
    expect(m.answer(gone, OWNER)).toBe('not-allowed');
    m.edit(gone, null);
    expect(m.claim(claim)).toMatchObject({ text: 'T', by: PARTICIPANT });
    expect(m.map.participants.get(PARTICIPANT)).toMatchObject({ name: FORMER_NAME, role: null });
    expect(m.answer(gone, null)).toBe('no-change');
    expect(m.answer({ kind: 'set-role', participant: PARTICIPANT, role: 'owner' }, OWNER)).toBe('not-found');
    expect(m.answer({ kind: 'rename', participant: PARTICIPANT, name: 'Pia' }, null)).toBe('not-found');
    expect(m.answer({ ...gone, participant: STRANGER }, null)).toBe('not-found');
  });

  it('[E22] [E14] is refused to the last owner', () => {
    const m = aMap();
    expect(m.answer({ ...gone, participant: OWNER }, null)).toBe('last-owner');
    m.edit({ kind: 'set-role', participant: MODERATOR, role: 'owner' });
    expect(m.answer({ ...gone, participant: OWNER }, null)).toBe('ok');
  });

  it('[E22] [S15] takes every name they ever bore out of the log, and a claim under their id keeps its words', () => {
    const m = aMap();
    const before = contentPatches(contentOf(m.map));
    const claim = { kind: 'add-claim', claim: PARTICIPANT, text: 'Pia is here', language: 'en', to: { at: 'thesis', order: 'a0' } } as const; // prettier-ignore
    const rename = { kind: 'rename', participant: PARTICIPANT, name: 'Pia Pan' } as const;
    const join = { kind: 'join', participant: PARTICIPANT, name: 'Pia', role: 'participant' } as const;
    const found = { kind: 'found', content: contentOf(m.map) } as const;
    const log = [
      { patches: before, edit: found },
      { patches: [], edit: join },
      { patches: m.edit(claim, PARTICIPANT), edit: claim },
      { patches: m.edit(rename, null), edit: rename },
    ];
    const departed = { patches: m.edit(gone, null), edit: gone };
    const key = goneIn([departed]);
    const scrubbedLog = [...log, departed].map((change) => scrubbed(change, key));
    expect(JSON.stringify(scrubbedLog).replaceAll('Pia is here', '')).not.toMatch(/Pia/);
    const map = applyPatches(
      emptyMap,
      scrubbedLog.flatMap(({ patches }) => patches),
    );
    expect(contentOf(map)).toEqual(contentOf(m.map));
    expect(map.claims.get(PARTICIPANT)?.text).toBe('Pia is here');
    // Nor does a claim that is purged take the name of whoever has its id along.
    const purged = new Set([PARTICIPANT]);
    expect(scrubbed(log[3]!, purged)).toBe(log[3]);
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
