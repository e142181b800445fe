import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT } from '../../testing/aMap.ts';
import { aSeedMap, editOf, play, steps } from '../../testing/randomEdits.ts';
import { undoOf, type Edit } from '../map/edit.ts';
import type { ArgumentMap } from '../map/map.ts';
import { applyPatches, drop, put } from '../map/patch.ts';
import type { Result } from '../result.ts';
import { isPurgedIn, Step, stepOf, undoOfStep } from './step.ts';
import { UndoStack, type Steps } from './UndoStack.ts';

const others = [MODERATOR, PARTICIPANT, OTHER_PARTICIPANT];

/** As it comes back from a storage. */
const stored = (step: Step): Step => Step.parse(JSON.parse(JSON.stringify(step)));

describe('a step', () => {
  it('[U1] [U2] keeps enough of the map before it: its undo is the one that the whole map gives, whatever came since', () => {
    let undone = 0;
    fc.assert(
      fc.property(
        steps({ length: 15 }),
        steps({ length: 12 }),
        steps({ length: 6, actors: others }),
        (past, story, since) => {
          const m = aSeedMap(aMap());
          play(m, past);
          const done: { edit: Edit; before: ArgumentMap; step: Step }[] = [];
          const compare = (): void => {
            for (const { edit, before, step } of done) {
              const undo = undoOf(edit, before, m.map);
              if (undo) undone++;
              expect(undoOfStep(step, m.map)).toEqual(undo);
              expect(undoOfStep(stored(step), m.map)).toEqual(undo);
            }
          };
          for (const one of story) {
            const edit = editOf(m, one);
            const before = m.map;
            if (!m.ask(edit, one.by).ok) continue;
            done.push({ edit, before, step: stepOf({ id: m.newId(), edit, before }) });
          }
          compare();
          play(m, since);
          compare();
        },
      ),
      { numRuns: 100 },
    );
    expect(undone).toBeGreaterThan(100);
  });

  it('[U1] [U2] keeps of a parting the uses that stayed with what was merged', () => {
    const m = aMap();
    const [thesis, into, twin] = [m.thesis('T'), m.thesis('same'), m.thesis('the same')];
    const { argument } = m.support(thesis, 'both');
    m.refer(into, argument);
    m.refer(twin, argument);
    m.edit({ kind: 'merge-claim', claim: twin, into, reference: m.newId() });
    const before = m.map;
    const edit = { kind: 'unmerge-claim', claim: twin } as const;
    m.edit(edit);
    const undo = undoOf(edit, before, m.map);
    expect(undo).toMatchObject({ kind: 'merge-claim', claim: twin, into });
    expect(undoOfStep(stored(stepOf({ id: m.newId(), edit, before })), m.map)).toEqual(undo);
  });

  it('[U1] [U2] keeps a rule beside the participant who has its id', () => {
    const m = aMap();
    const before = applyPatches(m.map, [
      put('rules', { id: PARTICIPANT, own: null, off: 'so', by: OWNER, at: 1 }),
    ]);
    const now = applyPatches(before, [drop('rules', PARTICIPANT)]);
    const edit = { kind: 'drop-rule', rule: PARTICIPANT } as const;
    const undo = undoOf(edit, before, now);
    expect(undo).toMatchObject({ kind: 'set-rule', rule: PARTICIPANT });
    expect(undoOfStep(stepOf({ id: m.newId(), edit, before }), now)).toEqual(undo);
  });

  it('[U1] [U2] keeps the rubric that another one took the place of, under an id of its own', () => {
    const m = aMap();
    const level = (name: string, points: number) => ({ id: m.newId(), name, points });
    const criteria = [{ id: m.newId(), name: 'Reasons', levels: [level('few', 0), level('many', 2)] }];
    m.edit({ kind: 'set-rubric', rubric: m.newId(), name: 'Seminar', criteria });
    const before = m.map;
    const edit = { kind: 'set-rubric', rubric: m.newId(), name: 'Debate', criteria } as const;
    m.edit(edit);
    const undo = undoOf(edit, before, m.map);
    expect(undo).toMatchObject({ kind: 'set-rubric', name: 'Seminar' });
    expect(undoOfStep(stored(stepOf({ id: m.newId(), edit, before })), m.map)).toEqual(undo);
  });

  it('[U4] undo and redo go on after a reload as if there had been none', () => {
    const reload = ({ undos, redos }: Steps) =>
      new UndoStack({ undos: undos.map(stored), redos: redos.map(stored) });
    fc.assert(
      fc.property(
        steps({ length: 10, actors: [OWNER] }),
        fc.array(fc.constantFrom('undo', 'redo', 'reload'), { minLength: 4, maxLength: 20 }),
        (story, then) => {
          const m = aSeedMap(aMap());
          const one = new UndoStack();
          let other = new UndoStack();
          for (const each of story) {
            const edit = editOf(m, each);
            const done = { id: m.newId(), edit, before: m.map };
            if (m.ask(edit, OWNER).ok) for (const stack of [one, other]) stack.did(done);
          }
          const take = (asked: 'undo' | 'redo'): void => {
            const ask = (stack: UndoStack): Result<Edit> =>
              asked === 'undo' ? stack.toUndo(m.map) : stack.toRedo(m.map);
            const [edit, same] = [ask(one), ask(other)];
            expect(same).toEqual(edit);
            const before = m.map;
            if (!edit.ok || !m.ask(edit.value, OWNER).ok) return;
            const done = { id: m.newId(), edit: edit.value, before };
            for (const stack of [one, other]) stack[asked === 'undo' ? 'undid' : 'redid'](done);
          };
          for (const asked of then) {
            if (asked === 'reload') other = reload(other);
            else take(asked);
          }
          expect([other.canUndo, other.canRedo]).toEqual([one.canUndo, one.canRedo]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stays small, however large the map is', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    for (let i = 0; i < 200; i++) m.support(thesis, `reason ${i}`);
    const edit = { kind: 'reword', claim: thesis, text: 'U', was: 'T' } as const;
    expect(JSON.stringify(stepOf({ id: m.newId(), edit, before: m.map })).length).toBeLessThan(1_000);
  });

  it('[E16] is known to hold words that were purged since', () => {
    const m = aMap();
    const [thesis, kept] = [m.thesis('T'), m.thesis('K')];
    const stepAt = (claim: string) =>
      stepOf({ id: m.newId(), edit: { kind: 'reword', claim, text: 'U', was: 'T' }, before: m.map });
    const [gone, good] = [stepAt(thesis), stepAt(kept)];
    m.remove(thesis);
    expect(isPurgedIn(m.map, gone)).toBe(false);
    m.edit({ kind: 'purge', id: thesis });
    expect([gone, good].map((step) => isPurgedIn(m.map, step))).toEqual([true, false]);
  });
});
