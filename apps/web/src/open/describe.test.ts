import { describe, expect, it } from '@jest/globals';
import {
  EDIT_KINDS,
  Proposal,
  ReasonCode,
  RECORD_KINDS,
  recordWordsFor,
  type Edit,
  type SingleEdit,
} from '@counterpoint/shared';
import i18next from 'i18next';
import { aMap, MODERATOR, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { chooseLanguage } from '../i18n/i18n.ts';
import {
  counted,
  deedOf,
  deedOfChange,
  describe as told,
  nameOfDeed,
  nameOfRow,
  toldDone,
  wordsOf,
} from './describe.ts';

/** One edit of every kind, on a map that has what it names. */
function everyKind() {
  const m = aMap();
  const thesis = m.thesis('The thesis');
  const { claim, argument } = m.support(thesis, 'A reason');
  const other = m.rebut(thesis, 'An objection');
  const reference = m.newId();
  m.edit({ kind: 'add-reference', reference, claim, to: { at: 'premise', argument: other.argument, order: 'a5' } }); // prettier-ignore
  const { source, edition } = m.source();
  const quotation = m.quote(claim, edition);
  const order = 'a1';
  const edits: { readonly [K in SingleEdit['kind']]: Extract<SingleEdit, { kind: K }> } = {
    'add-claim': { kind: 'add-claim', claim: m.newId(), text: 'Words', language: 'en', to: { at: 'thesis', order } }, // prettier-ignore
    reword: { kind: 'reword', claim, text: 'Words', was: 'A reason' },
    'move-claim': { kind: 'move-claim', claim, to: { at: 'thesis', order } },
    'move-argument': { kind: 'move-argument', argument, target: { kind: 'claim', id: other.claim }, order },
    turn: { kind: 'turn', argument, direction: 'rebut' },
    reorder: { kind: 'reorder', id: claim, order },
    'add-reference': {
      kind: 'add-reference',
      reference: m.newId(),
      claim,
      to: { at: 'thesis', order } as never,
    },
    'drop-reference': { kind: 'drop-reference', reference },
    remove: { kind: 'remove', id: claim },
    restore: { kind: 'restore', id: claim },
    purge: { kind: 'purge', id: claim },
    comment: { kind: 'comment', comment: m.newId(), claim, text: 'Words' },
    'add-source': { kind: 'add-source', source: m.newId(), edition: m.newId(), title: 'Words', url: '', language: 'en', text: 'Said.', marks: [] }, // prettier-ignore
    'add-edition': { kind: 'add-edition', source, edition: m.newId(), reason: 'Words', text: 'Said.', marks: [] }, // prettier-ignore
    quote: { kind: 'quote', quotation: m.newId(), claim, edition, start: 0, end: 3, bearing: 'paraphrase' },
    requote: { kind: 'requote', quotation, edition, start: 0, end: 2, bearing: 'inference' },
    gloss: { kind: 'gloss', quotation, text: 'G', language: 'zh' },
    annotate: {
      kind: 'annotate',
      annotation: m.newId(),
      edition,
      start: 0,
      end: 3,
      text: 'Words',
      open: true,
    },
    flag: { kind: 'flag', flag: m.newId(), about: claim, code: 'personal', text: 'Words' },
    'close-flags': { kind: 'close-flags', about: claim },
    'begin-round': { kind: 'begin-round', round: m.newId(), edition, question: 'Words', labels: ['Words'] },
    'open-round': { kind: 'open-round', round: m.newId() },
    finish: { kind: 'finish', finish: m.newId(), round: m.newId(), finished: true },
    curate: { kind: 'curate', annotations: [m.newId()], as: 'rejected' },
    look: { kind: 'look', until: 1, told: 0, opened: [], all: true },
    'merge-claim': { kind: 'merge-claim', claim, into: thesis, reference: m.newId() },
    'unmerge-claim': { kind: 'unmerge-claim', claim },
    'split-claim': { kind: 'split-claim', claim, was: 'A reason', text: 'A', as: 'own', parts: [{ claim: m.newId(), argument: m.newId(), order, text: 'Words', quotations: [] }] }, // prettier-ignore
    'move-quotation': { kind: 'move-quotation', quotation, claim: thesis },
    'set-rule': { kind: 'set-rule', rule: m.newId(), own: null, off: 'Words' },
    'drop-rule': { kind: 'drop-rule', rule: m.newId() },
    'set-reason': { kind: 'set-reason', reason: m.newId(), code: null, zh: '', en: 'Words', offered: true },
    'drop-reason': { kind: 'drop-reason', reason: m.newId() },
    'set-trust': { kind: 'set-trust', trust: m.newId(), participant: PARTICIPANT, revoked: true },
    'look-behind': { kind: 'look-behind', reveal: m.newId(), participant: PARTICIPANT, reason: 'A threat' },
    'begin-debate': { kind: 'begin-debate', debate: m.newId(), plan: { ...PLAN, name: 'Words' } },
    'plan-debate': { kind: 'plan-debate', debate: m.newId(), set: { name: 'Words' } },
    clock: { kind: 'clock', debate: m.newId(), phase: null, deed: { what: 'end' } },
    spotlight: { kind: 'spotlight', debate: m.newId(), claim },
    'set-side': { kind: 'set-side', participant: PARTICIPANT, side: null },
    'set-allowance': { kind: 'set-allowance', allowance: m.newId(), participant: PARTICIPANT, percent: 50 },
    'raise-hand': { kind: 'raise-hand', hand: m.newId(), debate: m.newId(), point: 'Words' },
    'set-hand': { kind: 'set-hand', hand: m.newId(), state: 'speaking' },
    'arrange-hands': { kind: 'arrange-hands', debate: m.newId(), hands: [m.newId()] },
    propose: { kind: 'propose', proposal: m.newId(), to: 'side', edit: { kind: 'reword', claim, text: 'Words', was: 'A reason' } }, // prettier-ignore
    publish: { kind: 'publish', proposals: [m.newId()] },
    'change-settings': { kind: 'change-settings', set: { title: 'Words' } },
    'set-hold': { kind: 'set-hold', hold: 'frozen', slow: 60 },
    vote: { kind: 'vote', vote: m.newId(), on: claim, ballot: m.newId(), judged: '', value: 3 },
    'begin-poll': { kind: 'begin-poll', poll: m.newId(), question: 'Words', before: null, live: false },
    'end-poll': { kind: 'end-poll', poll: m.newId(), show: true },
    'set-rubric': { kind: 'set-rubric', rubric: m.newId(), name: 'Words', criteria: [] },
    grade: {
      kind: 'grade',
      grade: m.newId(),
      participant: PARTICIPANT,
      on: claim,
      levels: [],
      feedback: 'Words',
    },
    'release-grades': { kind: 'release-grades', participants: [PARTICIPANT] },
    mute: { kind: 'mute', mute: m.newId(), participant: PARTICIPANT, reason: 'Words', hide: true },
    unmute: { kind: 'unmute', mute: m.newId(), show: true },
    'set-role': { kind: 'set-role', participant: PARTICIPANT, role: 'moderator' },
    decide: { kind: 'decide', proposal: m.newId(), verdict: 'rejected', reason: 'Words' },
    resubmit: { kind: 'resubmit', proposal: m.newId(), text: 'Words' },
    appeal: { kind: 'appeal', proposal: m.newId(), text: 'Words' },
    reopen: { kind: 'reopen', proposal: m.newId() },
    'hand-over': { kind: 'hand-over', proposal: m.newId(), to: PARTICIPANT },
    withdraw: { kind: 'withdraw', proposal: m.newId() },
  };
  return { m, edits, claim, thesis };
}

const WRITING = [
  'add-claim',
  'reword',
  'comment',
  'add-source',
  'add-edition',
  'annotate',
  'flag',
  'begin-round',
  'split-claim',
  'set-rule',
  'set-reason',
  'begin-debate',
  'plan-debate',
  'raise-hand',
  'propose',
  'change-settings',
  'begin-poll',
  'set-rubric',
  'grade',
  'mute',
  'decide',
  'resubmit',
  'appeal',
];

const PLAN = { sides: [], phases: [], queue: 'raised', pace: 'hand', injury: null, choose: true } as const;

describe('what an edit does, in words', () => {
  it.each(['en', 'zh'] as const)('is told of every kind, in %s', (language) => {
    chooseLanguage(language);
    const { m, edits } = everyKind();
    for (const edit of Object.values(edits)) {
      const { kind, sentence } = told(i18next.getFixedT(language, 'edits'), m.map, edit);
      const done = toldDone(i18next.getFixedT(language, 'edits'), edit, m.map, m.map);
      const words = [kind, sentence, done, i18next.t(`headline.${deedOf(edit)}`, { ns: 'edits' }), counted([deedOf(edit)])]; // prettier-ignore
      for (const text of words) {
        expect([edit.kind, text]).not.toEqual([edit.kind, expect.stringMatching(/^$|{{|\w+\.\w+|undefined/)]);
        if (language === 'zh' && text !== sentence) expect(text).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('has a deed of its own for every kind that a change may have', () => {
    for (const kind of EDIT_KINDS) expect([kind, deedOf({ kind })]).not.toEqual([kind, 'other']);
    expect(deedOf({ kind: 'of-another-version' })).toBe('other');
    expect(deedOf(null)).toBe('other');
  });

  it('keeps what a person wrote, whatever the kind', () => {
    const { edits } = everyKind();
    for (const edit of Object.values(edits))
      expect([edit.kind, wordsOf(edit).includes('Words')]).toEqual([edit.kind, WRITING.includes(edit.kind)]);
    const whole: Edit = { kind: 'batch', edits: [edits.reword, edits.turn, edits['add-edition']] };
    expect(wordsOf(whole)).toBe('Words\nWords\nSaid.');
  });

  it('tells a batch by what it is about', () => {
    chooseLanguage('en');
    const { edits } = everyKind();
    const named = (...parts: SingleEdit[]) => nameOfDeed({ kind: 'batch', edits: parts });
    expect(named(edits['move-claim'], edits.reorder)).toBe('Move');
    expect(named(edits['add-claim'], edits.comment)).toBe('New claim');
    expect(named(edits.decide, edits['merge-claim'])).toBe('Merger');
    expect(named(edits.turn, edits.reword)).toBe('Several changes');
    expect(named(edits['add-claim'], edits['add-claim'])).toBe('Several changes');
  });

  it('counts only what is there', () => {
    chooseLanguage('en');
    const { m, edits, claim, thesis } = everyKind();
    const t = i18next.getFixedT('en', 'edits');
    expect(told(t, m.map, edits.remove).sentence).toBe('Remove “A reason”');
    expect(told(t, m.map, { kind: 'remove', id: thesis }).sentence).toBe(
      'Remove “The thesis”, with 2 claims beneath it',
    );
    const several: Edit = { kind: 'batch', edits: [edits.turn, edits.reorder, edits.comment, edits.comment] };
    expect(told(t, m.map, several).sentence).toBe('1 change of side, 1 move, and 2 comments');
    expect(told(t, m.map, { kind: 'batch', edits: [edits.turn] }).about).toBe(claim);
    expect(counted(['commented', 'commented', 'commented'])).toBe('3 comments');
  });

  it('says of a change of which only a proposal is seen that it was proposed', () => {
    const { m, edits } = everyKind();
    const proposed = m.propose(edits.reword);
    const patches = m.edit({ kind: 'decide', proposal: proposed, verdict: 'accepted', reason: null }, MODERATOR); // prettier-ignore
    const [proposal] = patches.filter(({ table }) => table === 'proposals');
    expect(deedOfChange({ kind: 'reword', patches: [proposal!] })).toBe('proposed');
    expect(deedOfChange({ kind: 'decide', patches })).toBe('decided');
    expect(deedOfChange({ kind: 'reword', patches: patches.filter((one) => one !== proposal) })).toBe('reworded'); // prettier-ignore
  });
});

describe('a record that leaves as a file (M-08)', () => {
  it.each(['zh', 'en'] as const)(
    'has the words of the page for kinds, verdicts and reasons, in %s',
    (language) => {
      chooseLanguage(language);
      const words = recordWordsFor(language);
      for (const kind of RECORD_KINDS) expect([kind, words.kinds[kind]]).toEqual([kind, nameOfRow(kind)]);
      for (const verdict of Proposal.shape.state.options)
        expect(words.verdicts[verdict]).toBe(i18next.t(`verdict.${verdict}`, { ns: 'record' }));
      for (const code of ReasonCode.options)
        expect(words.reasons[code]).toBe(i18next.t(`reason.${code}`, { ns: 'review' }));
      expect(words.server).toBe(i18next.t('system', { ns: 'record' }));
      chooseLanguage('en');
    },
  );
});
