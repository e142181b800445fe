import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OBSERVER, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../../testing/aMap.ts'; // prettier-ignore
import { visibleChange } from '../../sync/Door.ts';
import { undoOf, type Edit } from '../edit.ts';
import { muteOf } from '../mutes.ts';
import { noticesFor } from '../notices.ts';
import { applyPatches, contentOf, type Patch } from '../patch.ts';
import { waitingFor } from '../pending.ts';
import { standing } from '../permissions.ts';
import { mayMute } from '../roles.ts';
import { Role } from '../tables/participants.ts';
import { isLive } from '../tree.ts';
import { viewerIn } from '../circles.ts';
import { visibleContent } from '../visibility.ts';
import { hiddenWith, type MuteEdit } from './mute.ts';

const muted = (m: MapBuilder, participant = PARTICIPANT, hide = false): MuteEdit => ({ kind: 'mute', mute: m.newId(), participant, reason: 'Three insults.', hide }); // prettier-ignore
const thesis = (m: MapBuilder): Edit => ({ kind: 'add-claim', claim: m.newId(), text: 'New', language: 'en', to: { at: 'thesis', order: 'a5' } }); // prettier-ignore

/** What becomes of it, and so it stays. */
function done(m: MapBuilder, edit: Edit, by: string = OWNER): string {
  const result = m.ask(edit, by);
  return result.ok ? 'ok' : result.refusal.code;
}

describe('[P25] a person who was muted (Z-23)', () => {
  it('[P25] [N1] [D14] [W1] asks for nothing but what nobody else sees, until they may again', () => {
    const m = aMap();
    const claim = m.thesis('T', { by: PARTICIPANT });
    const { edition } = m.source('Old text');
    const mute = muted(m);
    m.edit(mute, MODERATOR);
    const before = m.map;
    const comment = (): Edit => ({ kind: 'comment', comment: m.newId(), claim, text: 'C' });
    const refused: Edit[] = [thesis(m), comment(), { kind: 'remove', id: claim }, { kind: 'batch', edits: [thesis(m)] as never }, { kind: 'unmute', mute: mute.mute, show: false }]; // prettier-ignore
    for (const edit of refused) expect([edit.kind, done(m, edit, PARTICIPANT)]).toEqual([edit.kind, 'muted']);
    expect(m.map).toBe(before);
    const draft: Edit = { kind: 'propose', proposal: m.newId(), to: 'self', edit: comment() };
    const note: Edit = { kind: 'annotate', annotation: m.newId(), edition, start: 0, end: 3, text: 'N', open: false }; // prettier-ignore
    const look: Edit = { kind: 'look', until: 1, told: 0, opened: [], all: false };
    expect([draft, note, look].map((edit) => done(m, edit, PARTICIPANT))).toEqual(['ok', 'ok', 'ok']);
    expect(done(m, comment(), OTHER_PARTICIPANT)).toBe('ok');
    m.edit({ kind: 'unmute', mute: mute.mute, show: false }, MODERATOR);
    expect(done(m, thesis(m), PARTICIPANT)).toBe('ok');
  });

  it('[P25] is muted by those above them alone, and no owner is', () => {
    const by = (role: Role | null) => Role.options.filter((of) => mayMute(role, of));
    expect(by('owner')).toEqual(['moderator', 'participant', 'suggester', 'observer']);
    expect(by('moderator')).toEqual(['participant', 'suggester', 'observer']);
    for (const role of ['participant', 'suggester', 'observer', null] as const) expect(by(role)).toEqual([]);
    const m = aMap();
    for (const whom of [OWNER, MODERATOR]) expect(done(m, muted(m, whom), MODERATOR)).toBe('not-allowed');
    expect(done(m, muted(m, OTHER_PARTICIPANT), PARTICIPANT)).toBe('not-allowed');
    const mute = muted(m, MODERATOR);
    expect(done(m, mute, OWNER)).toBe('ok');
    expect(done(m, thesis(m), MODERATOR)).toBe('muted');
    expect(done(m, { kind: 'unmute', mute: mute.mute, show: false }, MODERATOR)).toBe('muted');
    m.edit({ kind: 'set-role', participant: MODERATOR, role: 'owner' }, OWNER);
    expect([muteOf(m.map, MODERATOR), done(m, thesis(m), MODERATOR)]).toEqual([undefined, 'ok']);
  });

  it('[P25] [E11] [U1] is muted once at a time, under an id of its own or that of one that was lifted', () => {
    const m = aMap();
    const mute = muted(m);
    expect(done(m, muted(m, m.newId()))).toBe('not-found');
    expect(done(m, { ...mute, mute: m.thesis() })).toBe('id-taken');
    expect([done(m, mute), done(m, mute), done(m, muted(m))]).toEqual(['ok', 'no-change', 'no-change']);
    expect(done(m, { kind: 'unmute', mute: m.newId(), show: true })).toBe('not-found');
    const lift: Edit = { kind: 'unmute', mute: mute.mute, show: true };
    expect([done(m, lift), done(m, lift)]).toEqual(['ok', 'no-change']);
    expect(done(m, { ...mute, participant: SUGGESTER })).toBe('id-taken');
    const before = m.map;
    expect(done(m, mute)).toBe('ok');
    const held = m.map;
    const back = undoOf(mute, before, held)!;
    expect(done(m, back)).toBe('ok');
    expect(undoOf(back, held, m.map)).toEqual(mute);
  });

  it('[P25] [V1] is told why, as are those who decide; nobody else learns of it', () => {
    const m = aMap();
    const patches = m.edit(muted(m), MODERATOR);
    const sees = (who: string | null) => visibleContent(contentOf(m.map), viewerIn(m.map, who), m.map).mutes.length; // prettier-ignore
    expect([PARTICIPANT, MODERATOR, OWNER].map(sees)).toEqual([1, 1, 1]);
    expect([OTHER_PARTICIPANT, SUGGESTER, OBSERVER, null].map(sees)).toEqual([0, 0, 0, 0]);
    expect(told(m, patches, OTHER_PARTICIPANT)).toMatchObject({ kind: 'hidden', by: null, patches: [] });
    const notices = (who: string) => noticesFor(m.map, viewerIn(m.map, who), 9e9).filter(({ kind }) => kind === 'mute' || kind === 'unmute'); // prettier-ignore
    expect(notices(PARTICIPANT)).toMatchObject([{ kind: 'mute', by: MODERATOR, reason: 'Three insults.' }]);
    expect([notices(MODERATOR), notices(OTHER_PARTICIPANT)]).toEqual([[], []]);
  });

  it('[P25] [M-02] has nothing in the queue until they may write again; their author sees that it waits', () => {
    const m = aMap();
    const claim = m.thesis();
    const proposal = m.propose(thesis(m), SUGGESTER);
    m.edit({ kind: 'flag', flag: m.newId(), about: claim, code: 'personal', text: null }, SUGGESTER);
    const queue = () => waitingFor(m.map, MODERATOR).map(({ id }) => id);
    const notices = () => noticesFor(m.map, viewerIn(m.map, MODERATOR), 9e9).map(({ kind }) => kind);
    expect([queue(), notices().sort()]).toEqual([[proposal], ['flag', 'waiting']]);
    const mute = muted(m, SUGGESTER);
    m.edit(mute, MODERATOR);
    expect([queue(), notices()]).toEqual([[], []]);
    expect(waitingFor(m.map, SUGGESTER).map(({ id }) => id)).toEqual([proposal]);
    m.edit({ kind: 'unmute', mute: mute.mute, show: false }, MODERATOR);
    expect([queue(), notices().sort()]).toEqual([[proposal], ['flag', 'waiting']]);
  });
});

/** A change as somebody is told of it. */
const told = (m: MapBuilder, patches: readonly Patch[], who: string) =>
  visibleChange({ version: 1, at: 1, by: MODERATOR, id: m.newId(), client: m.newId(), seq: 1, kind: 'mute', patches }, viewerIn(m.map, who), m.map); // prettier-ignore

/** What a muted participant wrote, and what others hung on it. */
function aBranch() {
  const m = aMap();
  const root = m.thesis('T');
  const { claim, argument } = m.support(root, 'X', { by: PARTICIPANT });
  const reply = m.rebut(claim, 'R', { by: OTHER_PARTICIPANT }).claim;
  const own = m.support(reply, 'Y', { by: PARTICIPANT }).claim;
  const comment = m.comment(root, 'C', PARTICIPANT);
  const { edition, source } = m.source('Old text', PARTICIPANT);
  const quotation = m.quote(root, edition, [0, 3], PARTICIPANT);
  const [open, closed] = [true, false].map((isOpen) => {
    const annotation = m.newId();
    m.edit({ kind: 'annotate', annotation, edition, start: 0, end: 3, text: 'N', open: isOpen }, PARTICIPANT);
    return annotation;
  }) as [string, string];
  return { m, root, claim, argument, reply, own, comment, source, quotation, open, closed };
}

describe('[P26] what a muted person wrote (Z-23)', () => {
  it('[P26] [E7] is removed with them in one change, with what hangs beneath; sources and own notes stay', () => {
    const { m, root, claim, reply, own, comment, source, quotation, open, closed } = aBranch();
    expect(hiddenWith(m.map, PARTICIPANT)).toEqual({ own: 5, others: 1 });
    m.edit(muted(m, PARTICIPANT, true), MODERATOR);
    expect([root, claim, reply, own].map((id) => isLive(m.map, id))).toEqual([true, false, false, false]);
    const removed = [
      m.map.comments.get(comment),
      m.map.quotations.get(quotation),
      m.map.annotations.get(open),
    ];
    expect(removed.map((one) => one?.removed?.by)).toEqual([MODERATOR, MODERATOR, MODERATOR]);
    expect(m.map.sources.get(source)?.removed).toBeNull();
    expect(m.map.annotations.get(closed)?.removed).toBeNull();
    expect(done(m, { kind: 'restore', id: claim }, PARTICIPANT)).toBe('muted');
    expect(standing(m.map, { kind: 'restore', id: claim }, MODERATOR, 1)).toBe('change');
  });

  it('[P26] [U2] [U3] comes back whole when the mute is undone, which is not undone once more', () => {
    const { m } = aBranch();
    const [before, picture] = [m.map, m.picture];
    const mute = muted(m, PARTICIPANT, true);
    m.edit(mute, MODERATOR);
    const held = m.map;
    const back = undoOf(mute, before, m.map);
    expect(back).toEqual({ kind: 'unmute', mute: mute.mute, show: true });
    m.edit(back!, MODERATOR);
    expect(m.picture).toBe(picture);
    for (const table of ['claims', 'arguments', 'comments', 'quotations', 'annotations'] as const)
      expect(contentOf(m.map)[table]).toEqual(contentOf(before)[table]);
    expect(undoOf(back!, held, m.map)).toBeUndefined();
  });

  it('[P26] [U3] leaves away what another removed or purged since', () => {
    const { m, claim, comment } = aBranch();
    const mute = muted(m, PARTICIPANT, true);
    const before = m.map;
    m.edit(mute, MODERATOR);
    m.edit({ kind: 'purge', id: comment }, OWNER);
    m.edit({ kind: 'restore', id: claim }, OWNER);
    m.edit({ kind: 'remove', id: claim }, OWNER);
    const back = undoOf(mute, before, m.map)!;
    m.edit(back, MODERATOR);
    expect([isLive(m.map, claim), m.map.comments.get(comment)?.removed?.purged !== undefined]).toEqual([false, true]); // prettier-ignore
  });

  it('[P26] [V2] is told to others as removals, not as a mute', () => {
    const { m, claim, argument } = aBranch();
    const patches = m.edit(muted(m, PARTICIPANT, true), MODERATOR);
    const change = told(m, patches, OTHER_PARTICIPANT);
    expect([change.kind, change.by]).toEqual(['batch', MODERATOR]);
    expect(JSON.stringify(change)).not.toMatch(/mute|insults/);
    expect(change.patches.some((patch) => patch.table === 'arguments' && 'put' in patch && patch.put.id === argument)).toBe(true); // prettier-ignore
    expect(told(m, patches, MODERATOR).kind).toBe('mute');
    expect(isLive(applyPatches(m.map, change.patches), claim)).toBe(false);
  });
});
