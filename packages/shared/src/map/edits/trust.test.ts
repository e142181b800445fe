import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_SUGGESTER, OWNER, PARTICIPANT, SUGGESTER } from '../../../testing/aMap.ts';
import { undoOf, type SingleEdit } from '../edit.ts';
import type { Id } from '../id.ts';
import { contentOf, put } from '../patch.ts';
import { standing } from '../permissions.ts';
import { TABLES } from '../tables/tables.ts';
import { acceptedBy, trustOf } from '../trust.ts';
import { sightOf, visibleContent, visiblePatches } from '../visibility.ts';

/** A map that trusts after so many, and a suggester of whom so many were accepted. */
function aTrusting(trust: number, accepted: number) {
  const m = aMap({ trust });
  const adding = (text = 'x') =>
    ({
      kind: 'add-claim',
      claim: m.newId(),
      text,
      language: 'en',
      to: { at: 'thesis', order: 'a0' },
    }) as const;
  const accept = () => {
    const proposal = m.propose(adding(), SUGGESTER);
    m.edit({ kind: 'decide', proposal, verdict: 'accepted', reason: null }, MODERATOR);
  };
  const revoke = (
    revoked = true,
    participant = SUGGESTER,
    trust = trustOf(m.map, participant)?.id ?? m.newId(),
  ) => ({ kind: 'set-trust', trust, participant, revoked }) as const;
  const asked = (edit: SingleEdit = adding(), by: Id = SUGGESTER) => standing(m.map, edit, by, 1);
  for (let n = 0; n < accepted; n++) accept();
  return { m, adding, accept, revoke, asked };
}

describe('trust', () => {
  it('[P18] [M-14] the fourth goes live where a map trusts after three; revoked, it waits again', () => {
    const { m, adding, accept, revoke, asked } = aTrusting(3, 2);
    expect(asked()).toBe('proposal');
    accept();
    expect(acceptedBy(m.map, SUGGESTER)).toBe(3);
    expect(asked()).toBe('change');
    m.edit(adding('live'), SUGGESTER);
    expect(m.picture).toContain('live');
    expect(asked(adding(), OTHER_SUGGESTER)).toBe('proposal');
    m.edit(revoke(), MODERATOR);
    expect(asked()).toBe('proposal');
    expect(m.answer(revoke(), MODERATOR)).toBe('no-change');
    m.edit(revoke(false), OWNER);
    expect(asked()).toBe('change');
    expect([...m.map.trusts.values()]).toHaveLength(1);
  });

  it('[P18] is off unless the map says a number, and counts what was accepted alone', () => {
    expect(aTrusting(0, 4).asked()).toBe('proposal');
    const { m, adding, asked } = aTrusting(1, 0);
    const proposal = m.propose(adding(), SUGGESTER);
    expect(asked()).toBe('proposal');
    m.edit({ kind: 'decide', proposal, verdict: 'rejected', reason: 'no' }, MODERATOR);
    expect(asked()).toBe('proposal');
  });

  it('[P18] makes a suggester stand like a participant, and no more than that', () => {
    const { m, asked } = aTrusting(1, 1);
    m.edit({ kind: 'change-settings', set: { editing: 'own' } });
    const others = m.thesis('others', { by: PARTICIPANT });
    m.rebut(others, 'no', { by: OWNER });
    const edits: SingleEdit[] = [
      { kind: 'reword', claim: others, text: 'mine', was: 'others' },
      { kind: 'remove', id: others },
      { kind: 'change-settings', set: { title: 'mine' } },
      { kind: 'set-trust', trust: m.newId(), participant: SUGGESTER, revoked: true },
      { kind: 'purge', id: others },
      { kind: 'comment', comment: m.newId(), claim: others, text: 'c' },
    ];
    expect(edits.map((edit) => asked(edit))).toEqual(edits.map((edit) => asked(edit, PARTICIPANT)).map((given, i) => (i === 0 ? 'proposal' : given))); // prettier-ignore
    expect(edits.map((edit) => asked(edit))).toEqual(['proposal', 'proposal', 'refused', 'refused', 'refused', 'change']); // prettier-ignore
  });

  it('[P18] what was noted is seen by the person and by those who decide, when it is made and ever after', () => {
    const { m, revoke } = aTrusting(1, 1);
    const [row] = m.edit(revoke(), MODERATOR);
    if (!row) throw new Error('nothing was noted');
    const seenBy = (participant: Id): [number, number] => {
      const viewer = { participant, role: m.map.participants.get(participant)?.role ?? null };
      return [
        visibleContent(contentOf(m.map), viewer, m.map).trusts.length,
        visiblePatches([row], viewer, m.map).length,
      ];
    };
    for (const who of [SUGGESTER, MODERATOR, OWNER]) expect(seenBy(who)).toEqual([1, 1]);
    for (const who of [OTHER_SUGGESTER, PARTICIPANT]) expect(seenBy(who)).toEqual([0, 0]);
    // [V7] Who becomes a moderator is told of it then.
    m.edit({ kind: 'set-role', participant: PARTICIPANT, role: 'moderator' }, OWNER);
    const raised = put('participants', m.map.participants.get(PARTICIPANT)!);
    const opened = sightOf([raised], [], m.map).opened({ participant: PARTICIPANT, role: 'moderator' });
    expect(opened.map(({ table }) => table)).toContain('trusts');
  });

  it('[P18] the log tells what skipped the queue: only such a change of a suggester touches these tables', () => {
    const OF_THE_MAP = ['claims', 'arguments', 'references', 'sources', 'editions', 'quotations'];
    const touched = (patches: readonly { readonly table: string }[]) =>
      patches.some(({ table }) => OF_THE_MAP.includes(table));
    const { m, adding } = aTrusting(3, 3);
    expect(OF_THE_MAP.filter((table) => !TABLES.includes(table as never))).toEqual([]);
    expect(touched(m.edit(adding(), SUGGESTER))).toBe(true);
    const claim = m.thesis();
    const comment = { kind: 'comment', comment: m.newId(), claim, text: 'c' } as const;
    const said: SingleEdit[] = [comment, { kind: 'flag', flag: m.newId(), about: claim, code: 'unclear', text: null }, { kind: 'remove', id: comment.comment }]; // prettier-ignore
    for (const edit of said)
      expect([edit.kind, touched(m.edit(edit, SUGGESTER))]).toEqual([edit.kind, false]);
    m.edit({ kind: 'change-settings', set: { trust: 0 } });
    expect(touched(m.edit(adding(), SUGGESTER))).toBe(false);
  });

  it('[U2] is taken back, and given back', () => {
    const { m, revoke, asked } = aTrusting(1, 1);
    const taking = revoke();
    const before = m.map;
    m.edit(taking, MODERATOR);
    const undo = undoOf(taking, before, m.map);
    expect(undo).toMatchObject({ kind: 'set-trust', revoked: false });
    if (undo) m.edit(undo, MODERATOR);
    expect(asked()).toBe('change');
    expect(undoOf(taking, before, m.map)).toBeUndefined();
    expect(m.answer({ ...revoke(), participant: m.newId() }, MODERATOR)).toBe('not-found');
  });
});
