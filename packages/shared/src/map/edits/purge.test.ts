import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_SUGGESTER, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../../testing/aMap.ts'; // prettier-ignore
import { undoOf, waiting, type Edit } from '../edit.ts';
import { contentOf } from '../patch.ts';
import { fileContent } from '../visibility.ts';
import { isLive, theses } from '../tree.ts';
import { unsound } from '../../formats/graph/soundness.ts';

const SECRET = 'zqsecretq';
const holds = (m: MapBuilder): boolean => JSON.stringify(contentOf(m.map)).includes(SECRET);
const purge = (id: string) => ({ kind: 'purge', id }) as const;

/** A branch full of secrets beneath a thesis, removed. */
function aRemovedBranch() {
  const m = aMap();
  const thesis = m.thesis('Stays');
  const { claim, argument } = m.support(thesis, SECRET, { by: PARTICIPANT });
  m.edit({ kind: 'reword', claim, text: `${SECRET} is here`, was: SECRET }, PARTICIPANT);
  m.edit({ kind: 'reword', claim, text: `${SECRET} was there`, was: SECRET }, OWNER);
  const beneath = m.rebut(claim, `not ${SECRET}`, { by: PARTICIPANT });
  const comment = m.comment(beneath.claim, `so ${SECRET}`);
  const { source, edition } = m.source(`The speech says ${SECRET}.`);
  const quotation = m.quote(claim, edition, [16, 25]);
  m.remove(claim);
  return { m, thesis, claim, argument, beneath, comment, source, edition, quotation };
}

describe('purge', () => {
  it('[E16] leaves no word of a removed branch, and its places, people and times', () => {
    const { m, thesis, claim, argument, beneath, comment, source, quotation } = aRemovedBranch();
    m.edit(purge(claim), MODERATOR);
    m.remove(source);
    const { claims, comments, quotations, arguments: all } = m.map;
    expect(claims.get(claim)).toMatchObject({ text: '', beside: [], reworded: null, home: argument, by: PARTICIPANT, removed: { by: OWNER, purged: { by: MODERATOR } } }); // prettier-ignore
    expect(claims.get(beneath.claim)).toMatchObject({ text: '', home: beneath.argument, removed: { purged: { by: MODERATOR } } }); // prettier-ignore
    expect(comments.get(comment)).toMatchObject({ text: '', claim: beneath.claim, by: PARTICIPANT });
    expect(quotations.get(quotation)).toMatchObject({ exact: '', prefix: '', suffix: '', start: 16 });
    // The mark of the removal stays at the argument that went with its only premise.
    expect(all.get(argument)?.removed).toMatchObject({ by: OWNER, purged: { by: MODERATOR } });
    expect(isLive(m.map, thesis)).toBe(true);
    m.edit(purge(source));
    expect(holds(m)).toBe(false);
  });

  it('[E16] takes the words out of proposals, open and decided, and rejects those that waited', () => {
    const m = aMap();
    const claim = m.thesis('Mild');
    const kept = m.thesis('Kept');
    const decided = m.propose({ kind: 'reword', claim, text: SECRET, was: 'Mild' });
    m.edit({ kind: 'decide', proposal: decided, verdict: 'rejected', reason: `no ${SECRET}` });
    const open = m.propose({ kind: 'reword', claim, text: `more ${SECRET}`, was: 'Mild' }, OTHER_SUGGESTER);
    const under = m.propose({ kind: 'add-claim', claim: m.newId(), text: `under ${SECRET}`, language: 'en', to: m.newArgument('support', claim) }); // prettier-ignore
    const [made] = [...m.map.proposals.values()].map(waiting).flatMap((edit) => (edit.kind === 'add-claim' ? [edit.claim] : [])); // prettier-ignore
    const [further, other] = [m.newId(), m.newId()];
    const batch = m.propose({ kind: 'batch', edits: [
      { kind: 'add-claim', claim: further, text: SECRET, language: 'en', to: { at: 'argument', argument: m.newId(), direction: 'rebut', target: { kind: 'claim', id: made ?? '' }, order: 'a0' } },
      { kind: 'reword', claim: kept, text: 'Kept on', was: 'Kept' },
    ] }); // prettier-ignore
    const elsewhere = m.propose({ kind: 'add-claim', claim: other, text: 'Elsewhere', language: 'en', to: m.newArgument('support', kept) }); // prettier-ignore
    m.remove(claim);
    m.edit(purge(claim), MODERATOR);
    expect(holds(m)).toBe(false);
    const states = [decided, open, under, batch, elsewhere].map((id) => m.map.proposals.get(id)?.state);
    expect(states).toEqual(['rejected', 'rejected', 'rejected', 'rejected', 'pending']);
    expect(m.map.proposals.get(open)).toMatchObject({ by: OTHER_SUGGESTER, decided: { by: MODERATOR }, reason: null, edit: { kind: 'reword', claim, text: '', was: '' } }); // prettier-ignore
    expect(m.map.proposals.get(elsewhere)?.edit).toMatchObject({ text: 'Elsewhere' });
    expect(m.map.proposals.get(batch)?.edit).toMatchObject({ edits: [{ text: '' }, { text: 'Kept on' }] });
    expect(m.answer({ kind: 'decide', proposal: open, verdict: 'accepted', reason: null })).toBe('already-decided'); // prettier-ignore
  });

  it('[E16] leaves what was moved away before the removal', () => {
    const m = aMap();
    const thesis = m.thesis('Goes');
    const id = m.propose({ kind: 'add-claim', claim: m.newId(), text: 'Lives on', language: 'en', to: m.newArgument('support', thesis) }); // prettier-ignore
    m.edit({ kind: 'decide', proposal: id, verdict: 'accepted', reason: null });
    const moved = [...m.map.claims.values()].find(({ text }) => text === 'Lives on')?.id ?? '';
    m.edit({ kind: 'move-claim', claim: moved, to: { at: 'thesis', order: 'a5' } });
    m.remove(thesis);
    m.edit(purge(thesis));
    expect(theses(m.map).map(({ text }) => text)).toEqual(['Lives on']);
    expect(m.map.proposals.get(id)?.edit).toMatchObject({ text: 'Lives on' });
  });

  it('[E16] takes a claim that was removed by itself, and leaves its argument to the others', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis(), 'One');
    const joint = m.joint(argument, SECRET);
    m.remove(joint);
    m.edit(purge(joint));
    expect(holds(m)).toBe(false);
    expect(isLive(m.map, claim)).toBe(true);
    m.remove(claim);
    m.edit({ kind: 'restore', id: claim });
    expect(m.map.claims.get(joint)?.removed?.purged).toBeDefined();
  });

  it('[E17] only what is removed, once, and never back: whoever tries hears why', () => {
    const { m, thesis, claim, argument, beneath, comment } = aRemovedBranch();
    expect(m.answer(purge(thesis))).toBe('not-removed');
    expect(m.answer(purge(comment))).toBe('not-removed');
    expect(m.answer(purge(m.newId()))).toBe('not-found');
    expect(m.answer(purge(OWNER))).toBe('not-found');
    m.edit(purge(argument));
    const refused = (edit: Edit) => m.answer(edit);
    for (const id of [claim, argument, beneath.claim, beneath.argument, comment]) {
      expect(refused(purge(id))).toBe('purged');
      expect(refused({ kind: 'restore', id })).toBe('purged');
    }
    expect(refused({ kind: 'reword', claim, text: 'again', was: SECRET })).toBe('removed');
    expect(refused({ kind: 'comment', comment: m.newId(), claim, text: 'but' })).toBe('removed');
    // An argument without a premise comes back with its next one [E6]: not this one.
    const to = { at: 'premise', argument, order: 'a0' } as const;
    expect(refused({ kind: 'add-claim', claim: m.newId(), text: 'x', language: 'en', to })).toBe('removed');
    m.remove(thesis);
    m.edit({ kind: 'restore', id: thesis });
    expect(isLive(m.map, claim)).toBe(false);
  });

  it('[E17] a source goes with its editions and quotations, once nothing live rests on it', () => {
    const m = aMap();
    const claim = m.thesis('Rests');
    const { source, edition } = m.source(`The speech says ${SECRET}.`);
    const quotation = m.quote(claim, edition, [16, 25]);
    m.remove(source);
    expect(m.answer(purge(source))).toBe('still-quoted');
    m.remove(quotation);
    m.edit(purge(source));
    expect(holds(m)).toBe(false);
    expect(m.answer({ kind: 'restore', id: quotation })).toBe('purged');
    expect(m.answer({ kind: 'quote', quotation: m.newId(), claim, edition, start: 0, end: 3, bearing: 'paraphrase' })).toBe('removed'); // prettier-ignore
  });

  it('[U6] has no undo, and no undo brings back what it took', () => {
    const m = aMap();
    const before = m.map;
    const claim = m.newId();
    const add: Edit = { kind: 'add-claim', claim, text: SECRET, language: 'en', to: { at: 'thesis', order: 'a0' } }; // prettier-ignore
    m.edit(add);
    const then = m.map;
    const remove: Edit = { kind: 'remove', id: claim };
    m.edit(remove);
    const last = m.map;
    m.edit(purge(claim));
    expect(undoOf(purge(claim), last, m.map)).toBeUndefined();
    expect(undoOf(remove, then, m.map)).toBeUndefined();
    expect(undoOf(add, before, m.map)).toBeUndefined();
    expect(undoOf({ kind: 'batch', edits: [remove, purge(claim)] }, then, m.map)).toBeUndefined();
  });

  it('[P13] is for those who decide; nobody proposes it', () => {
    const { m, claim } = aRemovedBranch();
    expect([OWNER, MODERATOR, PARTICIPANT, SUGGESTER].map((by) => m.answer(purge(claim), by))).toEqual(['ok', 'ok', 'not-allowed', 'not-allowed']); // prettier-ignore
    const batch: Edit = { kind: 'batch', edits: [{ kind: 'turn', argument: m.support(m.thesis()).argument, direction: 'rebut' }, purge(claim)] }; // prettier-ignore
    expect(m.answer(batch, SUGGESTER)).toBe('not-allowed');
  });

  it('[V8] leaves a file that says nothing of it and can be read', () => {
    const { m, claim, source } = aRemovedBranch();
    m.propose({ kind: 'reword', claim: m.thesis('Mild'), text: 'Wild', was: 'Mild' });
    m.edit(purge(claim));
    m.remove(source);
    m.edit(purge(source));
    const file = fileContent(contentOf(m.map), { participant: OWNER, role: 'owner' }, m.map);
    expect(unsound(file)).toBeUndefined();
    expect(file.claims.map(({ text }) => text)).toEqual(['Stays', 'Mild']);
    expect([file.comments, file.sources, file.editions, file.quotations]).toEqual([[], [], [], []]);
    expect(file.proposals).toHaveLength(1);
  });
});
