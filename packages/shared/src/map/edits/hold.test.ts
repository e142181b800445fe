import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OBSERVER, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../../testing/aMap.ts'; // prettier-ignore
import type { MapInfo } from '../info.ts';
import { undoOf, type Edit } from '../edit.ts';
import { pendingProposals } from '../pending.ts';
import { standing } from '../permissions.ts';
import { ChangeSettings } from './changeSettings.ts';
import { SetHold } from './hold.ts';

const held = (hold: MapInfo['hold'], slow = 0) => ({ kind: 'set-hold', hold, slow }) as const;
/** What becomes of it, and so it stays. */
function done(m: MapBuilder, edit: Edit, by: string): string {
  const result = m.ask(edit, by);
  return result.ok ? 'ok' : result.refusal.code;
}

const thesis = (m: MapBuilder): Edit => ({ kind: 'add-claim', claim: m.newId(), text: 'New', language: 'en', to: { at: 'thesis', order: 'a5' } }); // prettier-ignore
const noteOn = (m: MapBuilder, edition: string, open: boolean): Edit => ({ kind: 'annotate', annotation: m.newId(), edition, start: 0, end: 3, text: 'N', open }); // prettier-ignore

describe('[P23] a map that is frozen (Z-22)', () => {
  it('[P23] refuses those who do not decide whatever they ask for, and no moderator', () => {
    const m = aMap();
    const claim = m.thesis('T', { by: PARTICIPANT });
    const comment = (): Edit => ({ kind: 'comment', comment: m.newId(), claim, text: 'C' });
    m.edit(held('frozen'), MODERATOR);
    const before = m.map;
    for (const by of [PARTICIPANT, SUGGESTER])
      for (const edit of [
        thesis(m),
        comment(),
        { kind: 'remove', id: claim },
        { kind: 'flag', flag: m.newId(), about: claim, code: 'personal', text: null },
      ] as const)
        // prettier-ignore
        expect([by, edit.kind, done(m, edit, by)]).toEqual([by, edit.kind, 'frozen']);
    expect(done(m, { kind: 'batch', edits: [thesis(m) as never] }, PARTICIPANT)).toBe('frozen');
    expect(m.map).toBe(before);
    expect(done(m, thesis(m), MODERATOR)).toBe('ok');
    expect(done(m, thesis(m), OWNER)).toBe('ok');
    m.edit(held('none'), MODERATOR);
    expect(done(m, comment(), PARTICIPANT)).toBe('ok');
  });

  it('[P23] [N1] [D14] [W1] leaves what nobody else sees: reading marks, own notes, own drafts', () => {
    const m = aMap();
    const { edition } = m.source('Old text');
    const claim = m.thesis();
    m.edit(held('frozen'));
    const note = noteOn(m, edition, false) as Edit & { annotation: string };
    const draft = (to: 'self' | 'side' | 'moderators'): Edit => ({ kind: 'propose', proposal: m.newId(), to, edit: { kind: 'comment', comment: m.newId(), claim, text: 'C' } }); // prettier-ignore
    const kept = draft('self') as Edit & { proposal: string };
    const look: Edit = { kind: 'look', until: 1, told: 0, opened: [], all: false };
    expect([note, kept, look].map((edit) => done(m, edit, PARTICIPANT))).toEqual(['ok', 'ok', 'ok']);
    expect(done(m, look, OBSERVER)).toBe('ok');
    const others = [noteOn(m, edition, true), { ...note, open: true }, draft('side'), draft('moderators'), { kind: 'publish', proposals: [kept.proposal] }] as Edit[]; // prettier-ignore
    expect(new Set(others.map((edit) => done(m, edit, PARTICIPANT)))).toEqual(new Set(['frozen']));
    expect(done(m, { kind: 'withdraw', proposal: kept.proposal }, PARTICIPANT)).toBe('ok');
    expect(done(m, { kind: 'remove', id: note.annotation }, PARTICIPANT)).toBe('ok');
  });

  it('[P23] [D2] says so before the phase and the role are asked', () => {
    const m = aMap();
    const plan = { name: 'D', sides: [], phases: [{ id: m.newId(), name: 'P', side: null, seconds: 60, may: [], bells: [] }], queue: 'raised', pace: 'hand', injury: null, choose: false } as const; // prettier-ignore
    const debate = m.newId();
    m.edit({ kind: 'begin-debate', debate, plan });
    m.edit({ kind: 'clock', debate, phase: null, deed: { what: 'go', to: plan.phases[0].id } });
    expect(done(m, thesis(m), PARTICIPANT)).toBe('not-now');
    m.edit(held('frozen'));
    expect(done(m, thesis(m), PARTICIPANT)).toBe('frozen');
    expect(done(m, held('none'), PARTICIPANT)).toBe('frozen');
    m.edit(held('review'));
    expect(done(m, thesis(m), PARTICIPANT)).toBe('not-now');
    expect(done(m, held('none'), PARTICIPANT)).toBe('not-allowed');
  });
});

describe('[P23] a map where what is new is hidden (Z-22)', () => {
  it('[P23] [V1] lets what is added, said and changed wait for who decides, and brings it when they take it', () => {
    const m = aMap();
    const claim = m.thesis('T', { by: PARTICIPANT });
    const { edition } = m.source('Old text');
    m.edit(held('review'), MODERATOR);
    const asked: Edit[] = [
      thesis(m),
      { kind: 'comment', comment: m.newId(), claim, text: 'C' },
      { kind: 'reword', claim, text: 'better', was: 'T' },
      { kind: 'quote', quotation: m.newId(), claim, edition, start: 0, end: 3, bearing: 'paraphrase' },
      noteOn(m, edition, true),
    ];
    const before = m.map;
    for (const edit of asked) {
      expect([edit.kind, standing(m.map, edit, PARTICIPANT, 1)]).toEqual([edit.kind, 'proposal']);
      expect([edit.kind, standing(m.map, edit, MODERATOR, 1)]).toEqual([edit.kind, 'change']);
      expect(done(m, edit, PARTICIPANT)).toBe('ok');
    }
    for (const table of ['claims', 'comments', 'quotations', 'annotations'] as const)
      expect(m.map[table]).toBe(before[table]);
    expect(pendingProposals(m.map)).toHaveLength(asked.length);
    for (const { id } of pendingProposals(m.map)) m.edit({ kind: 'decide', proposal: id, verdict: 'accepted', reason: null }, MODERATOR); // prettier-ignore
    expect(m.map.claims.get(claim)?.text).toBe('better');
    expect([...m.map.comments.values()].map(({ by, text }) => [by, text])).toEqual([[PARTICIPANT, 'C']]);
    expect([...m.map.annotations.values()].map(({ by, open }) => [by, open])).toEqual([[PARTICIPANT, true]]);
  });

  it('[P23] [P18] [D15] holds whoever is trusted, and what a draft brings; hands and marks of a round go on', () => {
    const m = aMap({ trust: 1 });
    const { edition } = m.source('Old text');
    const claim = m.thesis();
    const first = m.propose(thesis(m), SUGGESTER);
    m.edit({ kind: 'decide', proposal: first, verdict: 'accepted', reason: null }, MODERATOR);
    expect(standing(m.map, thesis(m), SUGGESTER, 1)).toBe('change');
    const draft = m.newId();
    m.edit({ kind: 'propose', proposal: draft, to: 'self', edit: { kind: 'comment', comment: m.newId(), claim, text: 'C' } }, PARTICIPANT); // prettier-ignore
    const round = m.newId();
    m.edit({ kind: 'begin-round', round, edition, question: 'Which?', labels: ['claim'] });
    m.edit(held('review'));
    expect(standing(m.map, thesis(m), SUGGESTER, 1)).toBe('proposal');
    m.edit({ kind: 'publish', proposals: [draft] }, PARTICIPANT);
    expect(m.map.proposals.get(draft)?.state).toBe('pending');
    const mark = { ...noteOn(m, edition, false), text: '', round, label: 'claim' } as Edit;
    expect(standing(m.map, mark, PARTICIPANT, 1)).toBe('change');
  });
});

describe('[P24] slow mode (Z-22)', () => {
  it('[P24] refuses a contribution too soon after the last, says how long, and lets those who decide be', () => {
    const m = aMap();
    const claim = m.thesis();
    m.edit(held('none', 10), MODERATOR);
    const comment = (): Edit => ({ kind: 'comment', comment: m.newId(), claim, text: 'C' });
    m.edit(thesis(m), PARTICIPANT);
    const soon = m.ask(comment(), PARTICIPANT);
    expect(soon).toMatchObject({ ok: false, refusal: { code: 'slow' } });
    const wait = soon.ok ? 0 : (soon.refusal.retryAfterMs ?? 0);
    expect(wait).toBeGreaterThan(9_000);
    expect(done(m, comment(), OTHER_PARTICIPANT)).toBe('ok');
    for (const text of ['1', '2', '3']) expect(done(m, { ...comment(), text } as Edit, MODERATOR)).toBe('ok');
    // What changes or takes back, and what one keeps, is no contribution.
    expect(done(m, { kind: 'reword', claim, text: 'better', was: m.map.claims.get(claim)!.text }, PARTICIPANT)).toBe('ok'); // prettier-ignore
    expect(done(m, noteOn(m, m.source('Old text').edition, false), PARTICIPANT)).toBe('ok');
    m.wait(wait);
    expect(done(m, comment(), PARTICIPANT)).toBe('ok');
    expect(done(m, comment(), PARTICIPANT)).toBe('slow');
  });

  it('[P24] [P11] counts what is asked for as one as one, and what waits for a moderator, too', () => {
    const m = aMap();
    m.edit(held('none', 10));
    expect(done(m, { kind: 'batch', edits: [thesis(m), thesis(m), thesis(m)] as never }, PARTICIPANT)).toBe('ok'); // prettier-ignore
    expect(done(m, thesis(m), PARTICIPANT)).toBe('slow');
    expect(done(m, thesis(m), SUGGESTER)).toBe('ok');
    expect(done(m, thesis(m), SUGGESTER)).toBe('slow');
    m.edit(held('none', 0));
    expect(done(m, thesis(m), SUGGESTER)).toBe('ok');
  });
});

describe('[P27] [S-26] a map that is archived', () => {
  it('[P27] refuses everybody whatever they ask for, owners and what is for oneself alone too, until an owner opens it', () => {
    const m = aMap();
    const claim = m.thesis('T', { by: PARTICIPANT });
    const { edition } = m.source('Old text');
    m.edit(held('archived'), OWNER);
    const before = m.map;
    const asked = (): Edit[] => [
      thesis(m),
      { kind: 'comment', comment: m.newId(), claim, text: 'C' },
      { kind: 'remove', id: claim },
      { kind: 'change-settings', set: { access: 'anyone' } },
      { kind: 'batch', edits: [thesis(m) as never] },
      { kind: 'look', until: 1, told: 0, opened: [], all: false },
      noteOn(m, edition, false),
      held('archived', 10),
    ];
    for (const by of [OWNER, MODERATOR, PARTICIPANT, SUGGESTER, OBSERVER])
      for (const edit of asked())
        expect([by, edit.kind, done(m, edit, by), standing(m.map, edit, by, 1)]).toEqual([by, edit.kind, 'archived', 'refused']); // prettier-ignore
    for (const by of [MODERATOR, PARTICIPANT, OBSERVER])
      for (const hold of ['none', 'frozen'] as const) expect(done(m, held(hold), by)).toBe('not-allowed');
    expect(m.map).toBe(before);
    expect(done(m, held('none'), OWNER)).toBe('ok');
    expect(done(m, thesis(m), PARTICIPANT)).toBe('ok');
  });

  it('[P27] [P10] is archived by an owner alone; one frozen before is frozen again by undo', () => {
    const m = aMap();
    for (const by of [MODERATOR, PARTICIPANT, OBSERVER])
      expect(done(m, held('archived'), by)).toBe('not-allowed');
    m.edit(held('frozen'), MODERATOR);
    const before = m.map;
    m.edit(held('archived'), OWNER);
    expect(undoOf(held('archived'), before, m.map)).toEqual(held('frozen'));
    expect(done(m, held('archived'), OWNER)).toBe('archived');
  });

  it('[P27] [D4] [U2] pauses the clock of the debate and of who speaks; that is not undone', () => {
    const m = aMap();
    const plan = { name: 'D', sides: [], phases: [60, 60].map((seconds) => ({ id: m.newId(), name: 'P', side: null, seconds, may: [], bells: [] })), queue: 'raised', pace: 'plan', injury: null, choose: false } as const; // prettier-ignore
    const debate = m.newId();
    m.edit({ kind: 'begin-debate', debate, plan });
    m.edit({ kind: 'clock', debate, phase: null, deed: { what: 'go', to: plan.phases[0]!.id } });
    // By then the first phase is over, by plan.
    m.wait(75_000);
    const before = m.map;
    m.edit(held('archived'), OWNER);
    const { phase, clock } = m.map.debates.get(debate)!;
    expect([phase, clock.since]).toEqual([plan.phases[1]!.id, null]);
    expect(clock.spent).toBeGreaterThanOrEqual(15_000);
    expect(clock.spent).toBeLessThan(16_000);
    expect(undoOf(held('archived'), before, m.map)).toBeUndefined();
    m.wait(600_000);
    m.edit(held('none'), OWNER);
    expect(m.map.debates.get(debate)?.clock).toEqual(clock);
  });

  it('[P27] is joined to read, not to write; what the server does by itself goes on', () => {
    const m = aMap({ hold: 'archived' });
    const join = (role: 'observer' | 'suggester' | 'participant') => m.ask({ kind: 'join', participant: m.newId(), name: 'New', role, faces: 'named' }, null); // prettier-ignore
    expect(join('participant')).toMatchObject({ refusal: { code: 'archived' } });
    expect(join('suggester')).toMatchObject({ refusal: { code: 'archived' } });
    expect(join('observer')).toMatchObject({ ok: true });
    expect(m.ask({ kind: 'set-role', participant: PARTICIPANT, role: null }, null)).toMatchObject({
      ok: true,
    });
  });
});

describe('set-hold', () => {
  it('[P23] [P10] is for who manages the map, and not by way of its settings', () => {
    const m = aMap();
    for (const by of [PARTICIPANT, SUGGESTER, OBSERVER])
      expect(done(m, held('frozen'), by)).toBe('not-allowed');
    m.edit(held('frozen', 30), MODERATOR);
    expect(m.map.info).toMatchObject({ hold: 'frozen', slow: 30 });
    expect(ChangeSettings.parse({ kind: 'change-settings', set: { hold: 'none' } }).set).toEqual({});
    for (const wrong of [
      { hold: 'off', slow: 0 },
      { hold: 'none', slow: -1 },
      { hold: 'none', slow: 3_601 },
      { hold: 'none' },
    ])
      // prettier-ignore
      expect(SetHold.safeParse({ kind: 'set-hold', ...wrong }).success).toBe(false);
  });

  it('[P23] [E11] [U1] asks for no change that is none; undo gives back the earlier, unless it was changed since', () => {
    const m = aMap();
    m.edit(held('review', 60));
    expect(done(m, held('review', 60), OWNER)).toBe('no-change');
    const before = m.map;
    m.edit(held('frozen', 0));
    expect(undoOf(held('frozen', 0), before, m.map)).toEqual(held('review', 60));
    m.edit(held('none', 0), MODERATOR);
    expect(undoOf(held('frozen', 0), before, m.map)).toBeUndefined();
  });
});
