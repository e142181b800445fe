import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../testing/aMap.ts';
import type { Edit } from '../map/edit.ts';
import { contentOf, contentPatches, type Patch } from '../map/patch.ts';
import type { Change } from '../sync/protocol.ts';
import { momentBy, phaseAt, storyOf } from './story.ts';

function aLog() {
  const m = aMap();
  const changes: Change[] = [];
  let at = 1_000_000;
  const log = (kind: Change['kind'], patches: readonly Patch[]) =>
    changes.push({ version: changes.length + 1, at, by: null, id: m.newId(), client: m.newId(), seq: 1, kind, patches }); // prettier-ignore
  log('found', contentPatches(contentOf(m.map)));
  /** So many ms after what came before. */
  const after = (ms: number, edit: Edit) => {
    at += ms;
    log(edit.kind, m.edit(edit));
  };
  return { m, changes, after };
}

const reply = (id: string, argument: string, target: { kind: 'claim' | 'argument'; id: string }, direction: 'support' | 'rebut') => ({ kind: 'add-claim', claim: id, text: 'T', language: 'en', to: { at: 'argument', argument, direction, target, order: 'a0', argumentOrder: 'a0' } }) as const; // prettier-ignore

describe('a story', () => {
  it('[S-26] has a moment for each change that tells something, its moves, and no long silence', () => {
    const { m, changes, after } = aLog();
    const [thesis, argument] = [m.newId(), m.newId()];
    after(5_000, { kind: 'add-claim', claim: thesis, text: 'T', language: 'en', to: { at: 'thesis', order: 'a0' } }); // prettier-ignore
    after(1_000, { kind: 'look', until: 1, told: 0, opened: [], all: false });
    after(7_000, reply(m.newId(), argument, { kind: 'claim', id: thesis }, 'support'));
    after(3_600_000, reply(m.newId(), m.newId(), { kind: 'claim', id: thesis }, 'rebut'));
    after(2_000, reply(m.newId(), m.newId(), { kind: 'argument', id: argument }, 'rebut'));
    after(2_000, { kind: 'turn', argument, direction: 'rebut' });
    const story = storyOf(changes);
    expect(story.moments.map(({ version, from, brought }) => [version, from, brought])).toEqual([
      [1, 0, []],
      [2, 5_000, []],
      [4, 13_000, ['support']],
      [5, 73_000, ['rebut']],
      [6, 75_000, ['undercut']],
      [7, 77_000, []],
    ]);
    expect(story.length).toBe(77_000);
    expect([0, 1, 3, 4, 99].map((version) => momentBy(story, 'version', version))).toEqual([-1, 0, 1, 2, 5]);
    expect([-1, 0, 12_999, 13_000].map((from) => momentBy(story, 'from', from))).toEqual([-1, 0, 1, 2]);
  });

  it('[S-26] [D4] [D5] knows which phase ran when, through the end of the debate and the next one', () => {
    const { m, changes, after } = aLog();
    const [one, two] = [m.newId(), m.newId()].map((id, i) => ({ id, name: `Phase ${i + 1}`, side: null, seconds: 60, may: [], bells: [] })); // prettier-ignore
    const plan = { name: 'D', sides: [], phases: [one!, two!], queue: 'raised', pace: 'hand', injury: null, choose: false } as const; // prettier-ignore
    const debate = m.newId();
    const go = (to: string, phase: string | null): Edit => ({ kind: 'clock', debate, phase, deed: { what: 'go', to } }); // prettier-ignore
    after(1_000, { kind: 'begin-debate', debate, plan });
    after(1_000, go(one!.id, null));
    after(9_000, { kind: 'clock', debate, phase: one!.id, deed: { what: 'pause' } });
    after(1_000, go(two!.id, one!.id));
    after(5_000, { kind: 'clock', debate, phase: two!.id, deed: { what: 'end' } });
    after(1_000, { kind: 'begin-debate', debate: m.newId(), plan });
    const story = storyOf(changes);
    expect(story.phases).toEqual([
      { name: 'Phase 1', side: null, version: 3, until: 5, from: 2_000, to: 12_000 },
      { name: 'Phase 2', side: null, version: 5, until: 6, from: 12_000, to: 17_000 },
    ]);
    expect([2, 3, 4, 5, 6, 7].map((version) => phaseAt(story, version)?.name)).toEqual([undefined, 'Phase 1', 'Phase 1', 'Phase 2', undefined, undefined]); // prettier-ignore
  });

  it('of nothing is empty', () => {
    expect(storyOf([])).toEqual({ moments: [], phases: [], length: 0 });
  });
});
