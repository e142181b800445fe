import { describe, expect, it } from '@jest/globals';
import {
  aMap,
  MODERATOR,
  OBSERVER,
  OTHER_PARTICIPANT,
  OWNER,
  PARTICIPANT,
  STRANGER,
  OTHER_SUGGESTER,
  SUGGESTER,
  type MapBuilder,
} from '../../testing/aMap.ts';
import { applyEdit } from './applyEdit.ts';
import { EDIT_KINDS, type Edit, type LoggedEdit } from './edit.ts';
import { Role } from './tables/participants.ts';
import type { MapInfo } from './info.ts';
import { contentOf } from './patch.ts';
import { SINGLE } from './edits/list.ts';
import { standing } from './permissions.ts';
import { may, mayGive, type Right } from './roles.ts';

/** What becomes of an edit asked for by an owner, moderator, participant, suggester, observer and someone without a role. */
type Row = `${Letter}${Letter}${Letter}${Letter}${Letter}${Letter}`;
type Letter = 'c' | 'p' | '-';
const AT = 1;
const LETTER = { change: 'c', proposal: 'p', refused: '-' } as const;
const ROLES = [...Role.options, null];

/** On one's own things, on others' where everyone may edit all, and on others' where everyone edits their own. */
const MATRIX: Record<LoggedEdit['kind'], readonly [own: Row, others: Row, othersWhereOwn: Row]> = {
  'add-claim': ['cccp--', 'cccp--', 'cccp--'],
  reword: ['cccp--', 'cccp--', 'ccpp--'],
  'move-claim': ['cccp--', 'cccp--', 'ccpp--'],
  'move-argument': ['cccp--', 'cccp--', 'ccpp--'],
  turn: ['cccp--', 'cccp--', 'ccpp--'],
  reorder: ['cccp--', 'cccp--', 'ccpp--'],
  'add-reference': ['cccp--', 'cccp--', 'cccp--'],
  'drop-reference': ['cccp--', 'cccp--', 'ccpp--'],
  remove: ['cccp--', 'ccpp--', 'ccpp--'],
  restore: ['cccp--', 'ccpp--', 'ccpp--'],
  purge: ['cc----', 'cc----', 'cc----'],
  comment: ['cccc--', 'cccc--', 'cccc--'],
  'add-source': ['cccp--', 'cccp--', 'cccp--'],
  'add-edition': ['cccp--', 'cccp--', 'ccpp--'],
  quote: ['cccp--', 'cccp--', 'cccp--'],
  requote: ['cccp--', 'cccp--', 'ccpp--'],
  gloss: ['cccp--', 'cccp--', 'ccpp--'],
  annotate: ['cccc--', '------', '------'],
  flag: ['cccc--', 'cccc--', 'cccc--'],
  'close-flags': ['cc----', 'cc----', 'cc----'],
  'begin-round': ['cc----', 'cc----', 'cc----'],
  'open-round': ['cc----', 'cc----', 'cc----'],
  finish: ['cccc--', '------', '------'],
  curate: ['cc----', 'cc----', 'cc----'],
  look: ['ccccc-', 'ccccc-', 'ccccc-'],
  'merge-claim': ['cccp--', 'cccp--', 'ccpp--'],
  'unmerge-claim': ['cccp--', 'cccp--', 'ccpp--'],
  'split-claim': ['cccp--', 'cccp--', 'ccpp--'],
  'move-quotation': ['cccp--', 'cccp--', 'ccpp--'],
  'set-rule': ['cc----', 'cc----', 'cc----'],
  'drop-rule': ['cc----', 'cc----', 'cc----'],
  'set-reason': ['cc----', 'cc----', 'cc----'],
  'drop-reason': ['cc----', 'cc----', 'cc----'],
  'set-trust': ['cc----', 'cc----', 'cc----'],
  'look-behind': ['cc----', 'cc----', 'cc----'],
  'begin-debate': ['cc----', 'cc----', 'cc----'],
  'plan-debate': ['cc----', 'cc----', 'cc----'],
  clock: ['cc----', 'cc----', 'cc----'],
  spotlight: ['cc----', 'cc----', 'cc----'],
  'set-side': ['cccc--', 'cc----', 'cc----'],
  'set-allowance': ['cc----', 'cc----', 'cc----'],
  'raise-hand': ['cccc--', 'cccc--', 'cccc--'],
  'set-hand': ['cccc--', 'cc----', 'cc----'],
  'arrange-hands': ['cc----', 'cc----', 'cc----'],
  propose: ['cccc--', 'cccc--', 'cccc--'],
  publish: ['cccc--', '------', '------'],
  'change-settings': ['cc----', 'cc----', 'cc----'],
  'set-hold': ['cc----', 'cc----', 'cc----'],
  vote: ['cccc--', '------', '------'],
  'begin-poll': ['cc----', 'cc----', 'cc----'],
  'end-poll': ['cc----', 'cc----', 'cc----'],
  'set-rubric': ['cc----', 'cc----', 'cc----'],
  grade: ['cc----', '------', '------'],
  'release-grades': ['cc----', 'cc----', 'cc----'],
  mute: ['cc----', 'cc----', 'cc----'],
  unmute: ['cc----', 'cc----', 'cc----'],
  'set-role': ['cc----', 'cc----', 'cc----'],
  decide: ['cc----', 'cc----', 'cc----'],
  reopen: ['cc----', '------', '------'],
  'hand-over': ['cc----', 'cc----', 'cc----'],
  withdraw: ['cccc--', '------', '------'],
  resubmit: ['cccc--', '------', '------'],
  appeal: ['cccc--', '------', '------'],
  batch: ['cccp--', 'cccp--', 'ccpp--'],
  join: ['------', '------', '------'],
  rename: ['------', '------', '------'],
  depart: ['------', '------', '------'],
  found: ['------', '------', '------'],
};

/** One edit of each kind, on things that `author` made. */
function editsOn(m: MapBuilder, author: string): Record<LoggedEdit['kind'], LoggedEdit> {
  const elsewhere = m.thesis('elsewhere');
  const thesis = m.thesis('T', { by: author });
  const { claim, argument } = m.support(thesis, 'X', { by: author });
  const reference = m.refer(elsewhere, m.support(elsewhere).argument, { by: author });
  const gone = m.thesis('gone', { by: author });
  m.remove(gone, author);
  const named = { title: 'A speech', url: '', language: 'en' };
  const { source, edition } = m.source('Old text', author);
  const quotation = m.quote(claim, edition, [0, 3], author);
  m.edit({ kind: 'gloss', quotation, text: 'G', language: 'zh' }, author);
  const reword = { kind: 'reword', claim, text: 'better', was: 'X' } as const;
  const turn = { kind: 'turn', argument, direction: 'rebut' } as const;
  const note = {
    kind: 'annotate',
    annotation: m.newId(),
    edition,
    start: 0,
    end: 3,
    text: 'N',
    open: true,
  } as const;
  m.edit(note, author);
  m.edit({ kind: 'flag', flag: m.newId(), about: claim, code: 'personal', text: null }, MODERATOR);
  const [round, finish] = [m.newId(), m.newId()];
  m.edit({ kind: 'begin-round', round, edition, question: 'Which?', labels: ['claim'] });
  m.edit({ kind: 'finish', finish, round, finished: true }, author);
  const twin = m.thesis('twin', { by: author });
  m.edit({ kind: 'merge-claim', claim: twin, into: thesis, reference: m.newId() }, MODERATOR);
  const part = { claim: m.newId(), argument: m.newId(), order: 'a5', text: 'Y', quotations: [quotation] };
  const rule = m.newId();
  m.edit({ kind: 'set-rule', rule, own: null, off: '但是' });
  m.edit({ kind: 'set-role', participant: author, role: 'moderator' }, null);
  const decided = m.propose({ ...reword, text: 'worse' }, OTHER_SUGGESTER);
  m.edit({ kind: 'decide', proposal: decided, verdict: 'rejected', reason: 'no' }, author);
  const listed = { zh: '太长', en: '', offered: true };
  const reason = m.newId();
  m.edit({ kind: 'set-reason', reason, code: null, ...listed });
  m.edit({ kind: 'set-role', participant: author, role: 'suggester' }, null);
  const proposal = m.propose(reword, author);
  const [debate, side, hand, draft] = [m.newId(), m.newId(), m.newId(), m.newId()];
  const plan = { name: 'D', sides: [{ id: side, name: 'For', sign: 'square' }], phases: [], queue: 'raised', pace: 'hand', injury: null, choose: true } as const; // prettier-ignore
  const muted = m.newId();
  m.edit({ kind: 'mute', mute: muted, participant: OTHER_SUGGESTER, reason: 'R', hide: false });
  const [poll, cast, ballot] = [m.newId(), m.newId(), m.newId()];
  m.edit({ kind: 'begin-poll', poll, question: 'Q?', before: null, live: false });
  const voting = { kind: 'vote', vote: cast, on: poll, ballot, judged: '' } as const;
  m.edit({ ...voting, value: 1 }, author);
  const grading = { kind: 'grade', grade: m.newId(), participant: SUGGESTER, on: null, levels: [] } as const;
  const kept = m.map.participants.get(author)?.role ?? null;
  m.edit({ kind: 'set-role', participant: author, role: 'moderator' }, null);
  m.edit({ ...grading, feedback: 'F' }, author === SUGGESTER ? MODERATOR : author);
  m.edit({ kind: 'set-role', participant: author, role: kept }, null);
  m.edit({ kind: 'begin-debate', debate, plan });
  m.edit({ kind: 'raise-hand', hand, debate, point: null }, author);
  m.edit({ kind: 'propose', proposal: draft, to: 'self', edit: { ...reword } }, author);
  return {
    'add-claim': {
      kind: 'add-claim',
      claim: m.newId(),
      text: 'new',
      language: 'en',
      to: m.newArgument('support', claim),
    },
    reword,
    'move-claim': { kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } },
    'move-argument': {
      kind: 'move-argument',
      argument,
      target: { kind: 'claim', id: elsewhere },
      order: 'a5',
    },
    turn,
    reorder: { kind: 'reorder', id: claim, order: 'a5' },
    'add-reference': {
      kind: 'add-reference',
      reference: m.newId(),
      claim,
      to: m.newArgument('support', elsewhere),
    },
    'drop-reference': { kind: 'drop-reference', reference },
    remove: { kind: 'remove', id: claim },
    restore: { kind: 'restore', id: gone },
    purge: { kind: 'purge', id: gone },
    comment: { kind: 'comment', comment: m.newId(), claim, text: 'C' },
    'add-source': {
      kind: 'add-source',
      source: m.newId(),
      edition: m.newId(),
      ...named,
      text: 'S',
      marks: [],
    },
    'add-edition': {
      kind: 'add-edition',
      edition: m.newId(),
      source,
      text: 'S2',
      reason: 'mended',
      marks: [],
    },
    quote: { kind: 'quote', quotation: m.newId(), claim, edition, start: 0, end: 3, bearing: 'paraphrase' },
    requote: { kind: 'requote', quotation, edition, start: 0, end: 2, bearing: 'inference' },
    gloss: { kind: 'gloss', quotation, text: 'G2', language: 'zh' },
    annotate: { ...note, text: 'changed' },
    flag: { kind: 'flag', flag: m.newId(), about: elsewhere, code: 'personal', text: null },
    'close-flags': { kind: 'close-flags', about: claim },
    'begin-round': { kind: 'begin-round', round: m.newId(), edition, question: 'Which?', labels: ['reason'] },
    'open-round': { kind: 'open-round', round },
    finish: { kind: 'finish', finish, round, finished: false },
    curate: { kind: 'curate', annotations: [note.annotation], as: 'rejected' },
    look: { kind: 'look', until: 1, told: 0, opened: [], all: false },
    'merge-claim': { kind: 'merge-claim', claim, into: thesis, reference: m.newId() },
    'unmerge-claim': { kind: 'unmerge-claim', claim: twin },
    'split-claim': { kind: 'split-claim', claim, was: 'X', text: 'x', as: 'own', parts: [part] },
    'move-quotation': { kind: 'move-quotation', quotation, claim: thesis },
    'set-rule': { kind: 'set-rule', rule: m.newId(), own: null, off: '因此' },
    'drop-rule': { kind: 'drop-rule', rule },
    'set-reason': { kind: 'set-reason', reason: m.newId(), code: null, ...listed, zh: '太短' },
    'drop-reason': { kind: 'drop-reason', reason },
    'set-trust': { kind: 'set-trust', trust: m.newId(), participant: author, revoked: true },
    'look-behind': { kind: 'look-behind', reveal: m.newId(), participant: author, reason: 'Spam' },
    'begin-debate': { kind: 'begin-debate', debate: m.newId(), plan },
    'plan-debate': { kind: 'plan-debate', debate, set: { choose: false } },
    clock: { kind: 'clock', debate, phase: null, deed: { what: 'end' } },
    spotlight: { kind: 'spotlight', debate, claim },
    'set-side': { kind: 'set-side', participant: author, side },
    'set-allowance': { kind: 'set-allowance', allowance: m.newId(), participant: author, percent: 50 },
    'raise-hand': { kind: 'raise-hand', hand: m.newId(), debate, point: 'Time!' },
    'set-hand': { kind: 'set-hand', hand, state: 'lowered' },
    'arrange-hands': { kind: 'arrange-hands', debate, hands: [hand] },
    propose: { kind: 'propose', proposal: m.newId(), to: 'side', edit: { ...reword } },
    publish: { kind: 'publish', proposals: [draft] },
    'change-settings': { kind: 'change-settings', set: { title: 'new' } },
    'set-hold': { kind: 'set-hold', hold: 'frozen', slow: 0 },
    vote: { ...voting, value: 2 },
    'begin-poll': { kind: 'begin-poll', poll: m.newId(), question: 'Q?', before: null, live: false },
    'end-poll': { kind: 'end-poll', poll, show: true },
    'set-rubric': { kind: 'set-rubric', rubric: m.newId(), name: 'R', criteria: [] },
    grade: { ...grading, feedback: 'G' },
    'release-grades': { kind: 'release-grades', participants: null },
    mute: { kind: 'mute', mute: m.newId(), participant: OBSERVER, reason: 'R', hide: true },
    unmute: { kind: 'unmute', mute: muted, show: true },
    'set-role': { kind: 'set-role', participant: OBSERVER, role: 'participant' },
    decide: { kind: 'decide', proposal, verdict: 'accepted', reason: null },
    reopen: { kind: 'reopen', proposal: decided },
    'hand-over': { kind: 'hand-over', proposal, to: MODERATOR },
    withdraw: { kind: 'withdraw', proposal },
    resubmit: { kind: 'resubmit', proposal, text: 'best' },
    appeal: { kind: 'appeal', proposal, text: 'Please look again.' },
    batch: { kind: 'batch', edits: [reword, turn] },
    join: { kind: 'join', participant: STRANGER, name: 'Stan', role: 'participant' },
    rename: { kind: 'rename', participant: PARTICIPANT, name: 'Stan' },
    depart: { kind: 'depart', participant: PARTICIPANT },
    found: { kind: 'found', content: contentOf(m.map) },
  };
}

/** The standings of one kind of edit for each role; the person asking is always the same. */
function row(kind: LoggedEdit['kind'], author: string, editing: MapInfo['editing']): string {
  const letters = ROLES.map((role) => {
    const m = aMap({ editing });
    const edit = editsOn(m, author)[kind];
    m.ask({ kind: 'set-role', participant: PARTICIPANT, role }, null);
    return LETTER[standing(m.map, edit, PARTICIPANT, AT)];
  });
  return letters.join('');
}

describe('standing', () => {
  it('[P2] is decided for every kind of edit', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...EDIT_KINDS].sort());
  });

  it.each(EDIT_KINDS)('[P2] [P3] of %s, for every role', (kind) => {
    const rows = [
      row(kind, PARTICIPANT, 'own'),
      row(kind, OTHER_PARTICIPANT, 'all'),
      row(kind, OTHER_PARTICIPANT, 'own'),
    ];
    expect(rows).toEqual(MATRIX[kind]);
  });

  it('[P2] a stranger asks for nothing, the server for everything', () => {
    const m = aMap();
    const edits = Object.values(editsOn(m, PARTICIPANT));
    expect(new Set(edits.map((edit) => standing(m.map, edit, STRANGER, AT)))).toEqual(new Set(['refused']));
    expect(new Set(edits.map((edit) => standing(m.map, edit, null, AT)))).toEqual(new Set(['change']));
  });

  it('[P10] moderators leave to owners who may read, and the roles of owners and moderators', () => {
    const m = aMap();
    const setRole = (participant: string, role: Role | null) =>
      m.answer({ kind: 'set-role', participant, role }, MODERATOR);
    expect(m.answer({ kind: 'change-settings', set: { access: 'anyone' } }, MODERATOR)).toBe('not-allowed');
    expect(m.answer({ kind: 'change-settings', set: { access: 'anyone' } }, OWNER)).toBe('ok');
    expect([setRole(PARTICIPANT, 'moderator'), setRole(PARTICIPANT, 'owner')]).toEqual([
      'not-allowed',
      'not-allowed',
    ]);
    expect([setRole(OWNER, 'observer'), setRole(MODERATOR, 'observer')]).toEqual([
      'not-allowed',
      'not-allowed',
    ]);
    expect([setRole(PARTICIPANT, 'suggester'), setRole(OBSERVER, null)]).toEqual(['ok', 'ok']);
  });

  it('[P10] a moderator brings back who was taken out, whatever they were, and into no role but those beneath', () => {
    const m = aMap();
    m.edit({ kind: 'set-role', participant: PARTICIPANT, role: 'owner' }, OWNER);
    m.edit({ kind: 'set-role', participant: PARTICIPANT, role: null }, OWNER);
    const lift = (role: Role, by = MODERATOR) =>
      m.answer({ kind: 'set-role', participant: PARTICIPANT, role }, by);
    expect(ROLES.map((role) => role && lift(role, OTHER_PARTICIPANT))).not.toContain('ok');
    expect([lift('owner'), lift('moderator'), lift('participant')]).toEqual([
      'not-allowed',
      'not-allowed',
      'ok',
    ]);
  });

  it('[P10] mayGive: owners every role, moderators those beneath theirs, others none', () => {
    const given = (by: Role | null) => ROLES.filter((role) => mayGive(by, role));
    expect(given('owner')).toEqual(ROLES);
    expect(given('moderator')).toEqual(['participant', 'suggester', 'observer', null]);
    for (const by of ['participant', 'suggester', 'observer', null] as const) expect(given(by)).toEqual([]);
  });
});

describe('[E16] what may be proposed', () => {
  const m = aMap();
  const proposed = Object.values(editsOn(m, PARTICIPANT)).filter(({ kind }) =>
    MATRIX[kind].join().includes('p'),
  );

  it.each(proposed.map((edit) => [edit.kind, edit] as const))(
    '%s cannot be asked for as it is without its words',
    (kind, edit) => {
      const { schema, words } = SINGLE.find((one) => one.schema.shape.kind.value === kind) ?? {};
      if (words) expect(schema?.safeParse({ ...edit, ...words.none }).success).toBe(false);
    },
  );
});

describe('[P4] removal by a participant', () => {
  const onMine = [
    ['a reply', (m: MapBuilder, claim: string) => m.rebut(claim, 'R', { by: OTHER_PARTICIPANT })],
    [
      'an undercut',
      (m: MapBuilder, _: string, argument: string) => m.rebut(argument, 'U', { by: OTHER_PARTICIPANT }),
    ],
    ['a comment', (m: MapBuilder, claim: string) => m.comment(claim, 'C', OTHER_PARTICIPANT)],
    [
      'a reference',
      (m: MapBuilder, claim: string) =>
        m.refer(claim, m.support(m.thesis()).argument, { by: OTHER_PARTICIPANT }),
    ],
  ] as const;

  it.each(onMine)('[P4] waits for a moderator when %s of someone else hangs on the claim', (_, put) => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis(), 'X', { by: PARTICIPANT });
    expect(standing(m.map, { kind: 'remove', id: claim }, PARTICIPANT, AT)).toBe('change');
    put(m, claim, argument);
    expect(standing(m.map, { kind: 'remove', id: claim }, PARTICIPANT, AT)).toBe('proposal');
  });

  it('[P4] what a moderator took away comes back by a moderator', () => {
    const m = aMap();
    const claim = m.thesis('T', { by: PARTICIPANT });
    const comment = m.comment(claim, 'an insult', PARTICIPANT);
    m.remove(comment, MODERATOR);
    expect(standing(m.map, { kind: 'restore', id: comment }, PARTICIPANT, AT)).toBe('refused');
    m.remove(claim, MODERATOR);
    expect(standing(m.map, { kind: 'restore', id: claim }, PARTICIPANT, AT)).toBe('proposal');
  });

  it('[P4] a quotation of someone else is theirs to take away, or a moderator decides', () => {
    const m = aMap();
    const quotation = m.quote(m.thesis(), m.source().edition, [0, 4], PARTICIPANT);
    const asked = (by: string) => standing(m.map, { kind: 'remove', id: quotation }, by, AT);
    expect([PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER, MODERATOR].map(asked)).toEqual([
      'change',
      'proposal',
      'proposal',
      'change',
    ]);
  });

  it('[P4] [P12] comments of others are not theirs to remove', () => {
    const m = aMap();
    const comment = m.comment(m.thesis(), 'C', PARTICIPANT);
    const asked = [PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER, MODERATOR].map((by) =>
      m.answer({ kind: 'remove', id: comment }, by),
    );
    expect(asked).toEqual(['ok', 'not-allowed', 'not-allowed', 'ok']);
  });
});

describe('proposals of one person', () => {
  it('[P14] [M-13] wait ten at most; a place comes free when one is decided or taken back', () => {
    const m = aMap();
    const claim = m.thesis('was');
    const propose = (text: string, by = SUGGESTER) =>
      m.answer({ kind: 'reword', claim, text, was: 'was' }, by);
    const ids = Array.from({ length: 10 }, (_, i) =>
      m.propose({ kind: 'reword', claim, text: `w${i}`, was: 'was' }),
    );
    expect(propose('one more')).toBe('too-many-proposals');
    expect(propose('of another', OTHER_SUGGESTER)).toBe('ok');
    m.edit({ kind: 'decide', proposal: ids[0] ?? '', verdict: 'rejected', reason: 'no' });
    expect(propose('after a decision')).toBe('ok');
    m.propose({ kind: 'reword', claim, text: 'the tenth', was: 'was' });
    expect(propose('and again')).toBe('too-many-proposals');
    m.edit({ kind: 'withdraw', proposal: ids[1] ?? '' }, SUGGESTER);
    expect(propose('after taking one back')).toBe('ok');
  });
});

describe('the number of proposals that a map lets wait', () => {
  it('[P17] [M-13] is its own: one more is refused with the number, and a smaller number takes nothing back', () => {
    const m = aMap({ quota: 2 });
    const claim = m.thesis('was');
    const reword = (text: string) => ({ kind: 'reword', claim, text, was: 'was' }) as const;
    const ids = ['a', 'b'].map((text) => m.propose(reword(text)));
    const refused = applyEdit(m.map, reword('c'), { id: m.newId(), by: SUGGESTER, at: 1 });
    if (refused.ok) throw new Error('was taken');
    expect([refused.refusal.code, /\d+/.exec(refused.refusal.message)?.[0]]).toEqual([
      'too-many-proposals',
      '2',
    ]);
    m.edit({ kind: 'change-settings', set: { quota: 1 } });
    expect(ids.map((id) => m.map.proposals.get(id)?.state)).toEqual(['pending', 'pending']);
    m.edit({ kind: 'withdraw', proposal: ids[0] ?? '' }, SUGGESTER);
    expect(m.answer(reword('c'), SUGGESTER)).toBe('too-many-proposals');
    m.edit({ kind: 'change-settings', set: { quota: 3 } });
    expect(m.answer(reword('c'), SUGGESTER)).toBe('ok');
  });
});

describe('[P11] a batch', () => {
  const batch = (...edits: Extract<Edit, { kind: 'batch' }>['edits']) => ({ kind: 'batch', edits }) as const;

  it('[P11] may change what an earlier part of it made', () => {
    const m = aMap({ editing: 'own' });
    const add = {
      kind: 'add-claim',
      claim: m.newId(),
      text: 'x',
      language: 'en',
      to: { at: 'thesis', order: 'a0' },
    } as const;
    const edit = batch(add, { kind: 'reword', claim: add.claim, text: 'y', was: 'x' });
    expect(standing(m.map, edit, PARTICIPANT, AT)).toBe('change');
    m.edit(edit, PARTICIPANT);
    expect(m.picture).toBe('y');
  });

  it('[P11] cannot take away what others made by moving it beneath its own claim first', () => {
    const m = aMap();
    const others = m.thesis('others', { by: OTHER_PARTICIPANT });
    const mine = m.thesis('mine', { by: PARTICIPANT });
    const edit = batch(
      { kind: 'move-claim', claim: others, to: m.newArgument('support', mine) },
      { kind: 'remove', id: mine },
    );
    expect(standing(m.map, edit, PARTICIPANT, AT)).toBe('proposal');
  });

  it('[P11] hides no part that is refused, not even behind one that does not fit yet', () => {
    const m = aMap();
    const claim = m.newId();
    m.propose({ kind: 'add-claim', claim, text: 'x', language: 'en', to: { at: 'thesis', order: 'a0' } });
    const reword = { kind: 'reword', claim, text: 'y', was: 'x' } as const;
    expect(m.answer(batch(reword), SUGGESTER)).toBe('ok');
    expect(
      m.answer(batch(reword, { kind: 'set-role', participant: SUGGESTER, role: 'owner' }), SUGGESTER),
    ).toBe('not-allowed');
  });
});

describe('may', () => {
  it('[P1] who is no member reads where anyone may, and does nothing else', () => {
    const rights: Right[] = ['read', 'edit', 'review', 'invite', 'manage', 'bring', 'delete'];
    const allowed = (role: Role | null, access: MapInfo['access']) =>
      rights.filter((right) => may(role, right, access)).join(' ');
    expect(allowed(null, 'members')).toBe('');
    expect(allowed(null, 'anyone')).toBe('read');
    expect(Role.options.map((role) => allowed(role, 'members'))).toEqual([
      'read edit review invite manage bring delete',
      'read edit review invite manage',
      'read edit',
      'read edit',
      'read',
    ]);
  });
});
