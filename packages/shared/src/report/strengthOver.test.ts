import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OBSERVER, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../testing/aMap.ts';
import { aSeedMap, editOf, steps } from '../../testing/randomEdits.ts';
import type { Id } from '../map/id.ts';
import { applyPatches, contentOf, contentPatches, drop, type Patch } from '../map/patch.ts';
import { may } from '../map/roles.ts';
import { Past } from '../replay/Past.ts';
import { shownOf } from '../strength/shown.ts';
import { strengthsOf } from '../strength/strengths.ts';
import { USUAL, votesFor } from '../strength/votes.ts';
import type { Change } from '../sync/protocol.ts';
import { strengthOver } from './strengthOver.ts';

const change = (version: number, patches: readonly Patch[]): Change => ({ version, at: version, by: OWNER, id: OWNER, client: OWNER, seq: version, kind: 'batch', patches }); // prettier-ignore

/** Keeps a log of what is done to a map. */
function logOf(m: MapBuilder) {
  const changes: Change[] = [change(1, contentPatches(contentOf(m.map)))];
  return { keep: (patches: readonly Patch[]) => changes.push(change(changes.length + 1, patches)), past: () => new Past(changes) }; // prettier-ignore
}

describe('how strong claims were over time', () => {
  it('[S-19] [H8] is at any versions of any story what a page would have counted there, for whoever looks', () => {
    fc.assert(
      fc.property(
        steps({ length: 40 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 41 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(null, OWNER, PARTICIPANT, OBSERVER, SUGGESTER),
        (story, picked, viewer) => {
          const m = aSeedMap(aMap({ votes: 'own' }));
          const { keep, past: made } = logOf(m);
          for (const step of story) {
            const result = m.ask(editOf(m, step), step.by);
            if (result.ok) keep(result.value);
          }
          const past = made();
          const versions = picked.filter((one) => one <= past.version).sort((a, b) => a - b);
          const claims = [...m.map.claims.keys()];
          const told = [...strengthOver(past, versions, { claims, how: USUAL, viewer })];
          expect(told.map(({ version }) => version)).toEqual(versions);
          for (const { version, shown } of told) {
            const map = past.at(version);
            const counted = strengthsOf(map, votesFor(map, viewer), USUAL);
            expect(shown).toEqual(claims.map((claim) => shownOf(counted, claim)));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('[S-19] [H8] [G14] tells nothing of a claim before it is there, or while what came of votes on it was kept', () => {
    const m = aMap({ votes: 'hidden', strength: 'euler' });
    const { keep, past } = logOf(m);
    const claim = m.newId();
    const ask = (edit: Parameters<MapBuilder['edit']>[0], by?: Id) => keep(m.edit(edit, by));
    ask({ kind: 'add-claim', claim, text: 'So it is', language: 'en', to: { at: 'thesis', order: 'a0' } });
    ask({ kind: 'vote', vote: m.newId(), on: claim, ballot: m.newId(), judged: null, value: 4 }, PARTICIPANT);
    ask({ kind: 'change-settings', set: { votes: 'open' } });
    const asked = { claims: [claim], how: USUAL, viewer: OWNER };
    expect([...strengthOver(past(), [1, 2, 3, 4], asked)].map(({ shown }) => shown[0])).toEqual([
      undefined,
      { kind: 'settled', value: 0.5 },
      { kind: 'hidden' },
      { kind: 'settled', value: (2 * 0.5 + 1) / 3 },
    ]);
  });

  it('[S-19] [H8] [C5] counts all anew where a setting closed what came of votes, though no vote was cast or taken back', () => {
    const m = aMap({ votes: 'open', strength: 'quadratic-energy' });
    // Names are set only where nobody came but who decides.
    const deciders = [...m.map.participants.values()].filter(({ role }) => may(role, 'review'));
    m.map = applyPatches(m.map, [...m.map.participants.keys()].flatMap((id) => (deciders.some((one) => one.id === id) ? [] : drop('participants', id)))); // prettier-ignore
    const { keep, past } = logOf(m);
    const thesis = m.newId();
    const ask = (edit: Parameters<MapBuilder['edit']>[0]) => keep(m.edit(edit));
    ask({
      kind: 'add-claim',
      claim: thesis,
      text: 'So it is',
      language: 'en',
      to: { at: 'thesis', order: 'a0' },
    });
    const [claim, argument] = [m.newId(), m.newId()];
    const to = { at: 'argument', argument, direction: 'support', target: { kind: 'claim', id: thesis }, order: 'a0', argumentOrder: 'a0' } as const; // prettier-ignore
    ask({ kind: 'add-claim', claim, text: 'For', language: 'en', to });
    ask({ kind: 'vote', vote: m.newId(), on: claim, ballot: m.newId(), judged: null, value: 4 });
    ask({ kind: 'change-settings', set: { faces: 'anonymous' } });
    const shown = [
      ...strengthOver(past(), [3, 4, 5], { claims: [thesis, claim], how: USUAL, viewer: OWNER }),
    ];
    const [before, voted, closed] = shown.map((one) => one.shown);
    expect(voted?.[0]).not.toEqual(before?.[0]);
    // As if nobody had voted: what rests on votes that are kept back tells nothing of them.
    expect(closed).toEqual([before?.[0], { kind: 'hidden' }]);
  });
});
