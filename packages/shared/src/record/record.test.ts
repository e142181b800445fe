import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aMap,
  MODERATOR,
  OBSERVER,
  OTHER_PARTICIPANT,
  OTHER_SUGGESTER,
  OWNER,
  PARTICIPANT,
  STRANGER,
  SUGGESTER,
  type MapBuilder,
} from '../../testing/aMap.ts';
import { aSeedMap, editOf, steps } from '../../testing/randomEdits.ts';
import { ruleOf, type Edit, type StoredEdit } from '../map/edit.ts';
import type { Id } from '../map/id.ts';
import { contentPatches, contentOf, type Patch } from '../map/patch.ts';
import { visibleChange } from '../sync/Door.ts';
import { tables, type ArgumentMap } from '../map/map.ts';
import { viewerIn } from '../map/circles.ts';
import { wentTo } from '../map/tree.ts';
import { visibleContent, visiblePatches } from '../map/visibility.ts';
import { goneIn, scrubbed } from '../sync/scrubbed.ts';
import { rowsOf, type Logged } from './record.ts';
import type { RecordRow } from './recordRow.ts';

/** A map with its log, as a server keeps it. */
class Told {
  readonly log: (Logged & { readonly patches: readonly Patch[] })[] = [];

  constructor(readonly builder: MapBuilder) {
    this.keep('found', null, contentPatches(contentOf(builder.map)));
  }

  ask(edit: Edit, by: Id = OWNER): boolean {
    const result = this.builder.ask(edit, by);
    if (!result.ok) return false;
    const gone = goneIn([{ patches: result.value }]);
    if (gone.size > 0)
      for (const [i, change] of this.log.entries()) {
        const { patches } = scrubbed(change, gone);
        this.log[i] = { ...change, patches, before: scrubbed({ patches: change.before }, gone).patches, parts: placed(patches) }; // prettier-ignore
      }
    this.keep(edit.kind, by, result.value);
    return true;
  }

  rows(by: Id | null, last = this.log.length): RecordRow[] {
    const { map } = this.builder;
    return this.log.slice(-last).flatMap((change) => rowsOf(change, viewerIn(map, by), map));
  }

  private keep(kind: Logged['kind'], by: Id | null, patches: readonly Patch[]): void {
    const ids = new Set(patches.map(idOf));
    const before = this.log.flatMap((change) => change.patches.filter((patch) => ids.has(idOf(patch))));
    this.log.push({ version: this.log.length + 1, at: this.log.length, by, kind, patches, before, parts: placed(patches), extent: 'whole', unsigned: patches.filter(({ table }) => table !== 'info' && tables[table].unsigned) }); // prettier-ignore
  }
}

const placed = (patches: readonly Patch[]) => patches.map((patch, i) => ({ place: i + 1, patch }));
const idOf = (patch: Patch): string =>
  patch.table === 'info' ? 'info' : `${patch.table} ${'put' in patch ? patch.put.id : patch.drop}`;

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
const idsIn = (value: unknown): Set<string> => new Set(JSON.stringify(value).match(UUID));

describe('the record of a map (M-08)', () => {
  it('[L1] tells of an edit who made it, what it was about, and the words before and after', () => {
    const told = new Told(aMap());
    const thesis = told.builder.newId();
    const to = { at: 'thesis', order: 'a0' } as const;
    told.ask({ kind: 'add-claim', claim: thesis, text: 'It rises', language: 'en', to }, PARTICIPANT);
    told.ask({ kind: 'reword', claim: thesis, was: 'It rises', text: 'It falls' }, MODERATOR);
    told.ask({ kind: 'set-role', participant: SUGGESTER, role: 'observer' });
    told.ask({ kind: 'change-settings', set: { title: 'Rivers' } });
    expect(told.rows(OBSERVER, 4)).toMatchObject([
      { version: 2, by: { id: PARTICIPANT, name: 'Pia' }, kind: 'add-claim', about: thesis, claim: thesis, before: null, after: 'It rises' }, // prettier-ignore
      {
        version: 3,
        by: { name: 'Mo' },
        kind: 'reword',
        claim: thesis,
        before: 'It rises',
        after: 'It falls',
      },
      { version: 4, kind: 'set-role', about: SUGGESTER, before: 'suggester', after: 'observer', claim: null },
      { version: 5, kind: 'change-settings', about: null, before: 'A map', after: 'Rivers' },
    ]);
  });

  it('[L1] [E18] [E21] tells of a merger, its parting and a split once each, without what only went along', () => {
    const told = new Told(aMap());
    const m = told.builder;
    const thesis = m.thesis('T');
    const [one, two] = [m.support(thesis, 'one', { by: PARTICIPANT }), m.support(thesis, 'two')];
    m.support(two.claim, 'beneath');
    m.quote(two.claim, m.source().edition);
    const start = new Told(m);
    const merge = { kind: 'merge-claim', claim: two.claim, into: one.claim, reference: m.newId() } as const;
    const part = { kind: 'unmerge-claim', claim: two.claim } as const;
    const split = { claim: m.newId(), argument: m.newId(), order: 'a5', text: 'second', quotations: [] };
    start.ask(merge, MODERATOR);
    start.ask(part, MODERATOR);
    start.ask({ kind: 'batch', edits: [merge, part] }, MODERATOR);
    start.ask(
      { kind: 'split-claim', claim: one.claim, was: 'one', text: 'first', as: 'own', parts: [split] },
      OWNER,
    );
    const merger = { kind: 'merge-claim', about: two.claim, claim: one.claim, before: 'two' };
    expect(start.rows(OBSERVER, 4)).toMatchObject([
      merger,
      { kind: 'unmerge-claim', about: two.claim, after: 'two' },
      merger,
      { kind: 'unmerge-claim' },
      { kind: 'split-claim', about: one.claim, before: 'one', after: 'first\nsecond', by: { id: OWNER } },
    ]);
  });

  it('[L1] tells of a decision both names, the verdict and the reason, to those who may see the proposal', () => {
    const told = new Told(aMap());
    const thesis = told.builder.thesis('It rises', { by: PARTICIPANT });
    const propose = (text: string): Id => {
      const id = told.builder.newId();
      const to = told.builder.newArgument('rebut', thesis);
      const edit = { kind: 'add-claim', claim: id, text, language: 'en', to } as const;
      expect(told.ask(edit, SUGGESTER)).toBe(true);
      return [...told.builder.map.proposals.values()].find((one) => one.edit === edit || (one.edit as { claim?: Id }).claim === id)!.id; // prettier-ignore
    };
    const sent = propose('Not so');
    told.ask({ kind: 'decide', proposal: sent, verdict: 'returned', code: 'unclear', reason: 'Which river?' }, MODERATOR); // prettier-ignore
    told.ask({ kind: 'resubmit', proposal: sent, text: 'Not the Rhine' }, SUGGESTER);
    told.ask({ kind: 'decide', proposal: sent, verdict: 'rejected', code: null, reason: 'No.' }, MODERATOR);
    told.ask({ kind: 'appeal', proposal: sent, text: 'Look again' }, SUGGESTER);
    told.ask({ kind: 'withdraw', proposal: sent }, SUGGESTER);
    const rows = told.rows(SUGGESTER, 6);
    const mine = { proposal: sent, claim: thesis };
    expect(rows).toMatchObject([
      { ...mine, kind: 'propose', by: { name: 'Su' }, after: 'Not so', proposedBy: null },
      { ...mine, kind: 'decide', by: { name: 'Mo' }, proposedBy: { name: 'Su' }, verdict: 'returned', code: 'unclear', reason: 'Which river?' }, // prettier-ignore
      { ...mine, kind: 'resubmit', before: 'Not so', after: 'Not the Rhine' },
      { ...mine, kind: 'decide', verdict: 'rejected', reason: 'No.' },
      { ...mine, kind: 'appeal', reason: 'Look again' },
      { ...mine, kind: 'withdraw', verdict: 'withdrawn' },
    ]);
    expect(told.rows(MODERATOR, 6)).toEqual(rows);
    for (const other of [PARTICIPANT, OTHER_SUGGESTER, OBSERVER, STRANGER, null])
      expect(told.rows(other, 6)).toEqual([]);
  });

  it('[P5] keeps both names and both wordings of what was accepted with changes', () => {
    const told = new Told(aMap());
    const claim = told.builder.newId();
    const to = { at: 'thesis', order: 'a0' } as const;
    told.ask({ kind: 'add-claim', claim, text: 'It rise', language: 'en', to }, SUGGESTER);
    const [proposal] = told.builder.map.proposals.keys();
    const accepted = { kind: 'decide', proposal: proposal!, verdict: 'accepted', reason: null } as const;
    told.ask({ kind: 'batch', edits: [accepted, { kind: 'reword', claim, was: 'It rise', text: 'It rises' }] }, MODERATOR); // prettier-ignore
    const [come, mended, ...more] = told.rows(OWNER, 1);
    expect(more).toEqual([]);
    expect(come).toMatchObject({ kind: 'add-claim', by: { name: 'Mo' }, proposedBy: { name: 'Su' }, verdict: 'accepted', proposal, after: 'It rise' }); // prettier-ignore
    expect(mended).toMatchObject({ kind: 'reword', by: { name: 'Mo' }, proposedBy: null, before: 'It rise', after: 'It rises' }); // prettier-ignore
  });

  it('[F1] tells a flag to who made it and to those who decide; and P-05 by which rule a quotation was suggested', () => {
    const told = new Told(aMap());
    const thesis = told.builder.thesis('It rises');
    const { edition } = told.builder.source();
    told.ask({ kind: 'flag', flag: told.builder.newId(), about: thesis, code: 'personal', text: 'Rude' }, PARTICIPANT); // prettier-ignore
    told.ask({ kind: 'close-flags', about: thesis }, MODERATOR);
    told.ask({ kind: 'quote', quotation: told.builder.newId(), claim: thesis, edition, start: 0, end: 9, bearing: 'paraphrase', rule: 'en.reason' }); // prettier-ignore
    expect(told.rows(PARTICIPANT, 3)).toMatchObject([
      { kind: 'flag', claim: thesis, code: 'personal', reason: 'Rude' },
      { kind: 'close-flags', claim: thesis, by: { name: 'Mo' } },
      { kind: 'quote', claim: thesis, rule: 'en.reason', after: 'The river' },
    ]);
    expect(told.rows(OTHER_PARTICIPANT, 3).map(({ kind }) => kind)).toEqual(['quote']);
  });

  it('[V5] [V6] [E16] keeps the rows of what was removed, without its words for who may not read them, and of what was purged without a word', () => {
    const told = new Told(aMap());
    const claim = told.builder.newId();
    const to = { at: 'thesis', order: 'a0' } as const;
    told.ask({ kind: 'add-claim', claim, text: 'Secret one', language: 'en', to }, PARTICIPANT);
    told.ask({ kind: 'reword', claim, was: 'Secret one', text: 'Secret two' }, PARTICIPANT);
    told.ask({ kind: 'remove', id: claim }, MODERATOR);
    for (const reads of [OWNER, PARTICIPANT])
      expect(told.rows(reads, 3)).toMatchObject([
        { kind: 'add-claim', after: 'Secret one' },
        { kind: 'reword', before: 'Secret one', after: 'Secret two' },
        { kind: 'remove', by: { name: 'Mo' }, before: 'Secret two' },
      ]);
    const rest = told.rows(OBSERVER, 3);
    expect(rest.map(({ kind, claim: about }) => [kind, about])).toEqual([['add-claim', claim], ['reword', claim], ['remove', claim]]); // prettier-ignore
    expect(JSON.stringify(rest)).not.toMatch(/Secret/);
    told.ask({ kind: 'purge', id: claim }, MODERATOR);
    const kept = told.rows(OWNER, 4);
    expect(kept.map(({ kind }) => kind)).toEqual(['add-claim', 'reword', 'remove', 'purge']);
    expect(JSON.stringify(kept)).not.toMatch(/Secret/);
  });

  it('[L1] [Q8] tells that a translation is in another language than was said, though its words are the same', () => {
    const m = aMap();
    const quotation = m.quote(m.thesis(), m.source().edition);
    const told = new Told(m);
    for (const language of ['zh', 'ja'])
      told.ask({ kind: 'gloss', quotation, text: '河水', language }, PARTICIPANT);
    expect(told.rows(OWNER, 2).map(({ did }) => did)).toMatchObject([{ language: 'zh' }, { kind: 'gloss', language: 'ja' }]); // prettier-ignore
  });

  it('[L1] [E7] tells of a claim that came back with its argument, and not of the argument alone', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const other = m.joint(argument, 'And also');
    m.remove(claim);
    m.edit({ kind: 'move-claim', claim: other, to: { at: 'thesis', order: 'a9' } });
    const told = new Told(m);
    told.ask({ kind: 'restore', id: claim });
    expect(m.picture).toContain('A reason');
    expect(told.rows(OWNER, 1).map(({ did }) => did)).toEqual([{ kind: 'restore', id: claim }]);
  });

  /** What of a kind the log does not say as it was asked: it is normalised, or marks something else. */
  const ASKED_OTHERWISE = ['vote', 'batch', 'reword', 'remove', 'restore', 'purge', 'annotate', 'add-source', 'add-edition', 'decide', 'resubmit', 'withdraw', 'appeal', 'change-settings', 'gloss', 'quote', 'flag', 'set-rule', 'reopen', 'hand-over', 'split-claim', 'mute', 'unmute', 'set-rubric', 'grade', 'release-grades', 'plan-debate', 'arrange-hands', 'publish']; // prettier-ignore

  /** Told as something else than what was done: what waits as what it asks for, texts without their words, and what was worded at once as it met. */
  const DONE_OTHERWISE = ['decide', 'resubmit', 'withdraw', 'appeal', 'add-source', 'add-edition', 'reword', 'split-claim']; // prettier-ignore

  /** What an edit does in the map as it was. */
  const does = (edit: StoredEdit, before: ArgumentMap, by: Id) => ruleOf(before, edit, { id: OWNER, by, at: 1_500 }); // prettier-ignore

  /** [D8] Hands that stay where they stood are in no patch, so their whole order is told of no one. */
  const isPartOfOrder = (patches: readonly Patch[]): boolean =>
    patches.some((patch, i) => patch.table === 'hands' && 'put' in patch && patch.put.placed !== i);

  /** [E18] What was said of a claim that was merged by then went where that is. */
  const followed = (edit: Edit, before: ArgumentMap): unknown =>
    JSON.parse(JSON.stringify(edit).replace(UUID, (id) => wentTo(before, id)));

  it('[L1] [W1] tells of any edit just that edit, and of one in no table of the record nothing', () => {
    fc.assert(
      fc.property(steps({ length: 40 }), (story) => {
        const told = new Told(aSeedMap(aMap()));
        for (const step of story) {
          const edit = editOf(told.builder, step);
          const before = told.builder.map;
          if (!told.ask(edit, step.by)) continue;
          const rows = told.rows(step.by, 1);
          // A moderator may put away by its id what they do not see, and is not told what it was.
          const { builder, log } = told;
          const seen = visiblePatches(log.at(-1)?.patches ?? [], viewerIn(builder.map, step.by), builder.map);
          const isTold = seen.some(({ table }) => table === 'info' || tables[table].recorded);
          expect(rows.length > 0).toBe(isTold);
          if (!isTold) continue;
          const [row] = rows;
          if (edit.kind === 'batch') continue;
          // What is kept back is told as the edit that it holds.
          if (row?.kind === 'propose')
            expect(row.did).toMatchObject({ kind: edit.kind === 'propose' ? edit.edit.kind : edit.kind }); // prettier-ignore
          else {
            expect(rows.map(({ kind }) => kind)).toContain(edit.kind === 'decide' && rows.every(({ verdict }) => verdict === 'accepted') ? row?.kind : edit.kind); // prettier-ignore
            if (!ASKED_OTHERWISE.includes(edit.kind)) expect([edit, followed(edit, before)]).toContainEqual(row?.did); // prettier-ignore
            if (edit.kind === 'arrange-hands' && isPartOfOrder(seen)) expect(row?.did).toBeNull();
            else if (!DONE_OTHERWISE.includes(edit.kind)) expect([row?.did, row?.did && does(row.did, before, step.by)]).toEqual([row?.did, does(edit, before, step.by)]); // prettier-ignore
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('[V1] [V2] [B3] names no id that its viewer sees nowhere, nobody who is kept secret, and no number of a change they see nothing of', () => {
    fc.assert(
      fc.property(steps({ length: 25 }), (story) => {
        const told = new Told(aSeedMap(aMap()));
        for (const step of story) told.ask(editOf(told.builder, step), step.by);
        const { map } = told.builder;
        for (const by of [PARTICIPANT, SUGGESTER, OBSERVER, null]) {
          const viewer = viewerIn(map, by);
          const seen = told.log.map(({ patches }) => visiblePatches(patches, viewer, map));
          const known = idsIn([visibleContent(contentOf(map), viewer, map), seen]);
          const rows = told.rows(by);
          for (const { did: _, ...row } of rows)
            for (const id of idsIn(row)) expect([row, known.has(id)]).toEqual([row, true]);
          for (const { did } of rows)
            for (const id of idsIn(did)) expect([did, known.has(id)]).toEqual([did, true]);
          for (const { version, at: _, ...row } of rows) {
            const { patches, kind, by: made } = told.log[version - 1]!;
            const tells = visibleChange({ version, at: 0, by: made, id: OWNER, client: OWNER, seq: 1, kind, patches }, viewer, map); // prettier-ignore
            expect([row, row.by?.id ?? null]).toEqual([row, tells.by]);
          }
          const versions = new Set(told.log.flatMap(({ version }, i) => (seen[i]?.length ? version : [])));
          expect(rows.filter(({ version }) => !versions.has(version))).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
