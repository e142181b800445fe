import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT, seenOf } from '../../testing/aMap.ts';
import { aSeedMap, editOf, play, steps } from '../../testing/randomEdits.ts';
import { Edit, undoOf } from './edit.ts';
import type { ArgumentMap } from './map.ts';
import { hasPremise, isLive, wentTo } from './tree.ts';

/** Reworded texts are merged, and have their own tests; decisions are not undone. */
const isPlain = (edit: Edit): boolean =>
  edit.kind !== 'reword' && !(edit.kind === 'batch' && edit.edits.some(({ kind }) => kind === 'reword'));

/** [P26] What a mute hid, and was restored and removed since, does not come back with it: in one batch, too. */
const isHiddenAndBack = (edit: Edit): boolean =>
  edit.kind === 'batch' && ['mute', 'restore'].every((kind) => edit.edits.some((part) => part.kind === kind));

describe('undo', () => {
  it('[U2] brings back what people saw when nothing came between', () => {
    fc.assert(
      fc.property(steps({ length: 20 }), steps({ length: 12, actors: [OWNER] }), (past, story) => {
        const m = aSeedMap(aMap());
        play(m, past);
        for (const step of story) {
          const edit = editOf(m, step);
          const before = m.map;
          if (isHiddenAndBack(edit) || !m.ask(edit, step.by).ok) continue;
          const after = m.map;
          const undo = undoOf(edit, before, after);
          if (!undo) continue;
          // Who gave up a role cannot take it back: the server can.
          const isOwner = after.participants.get(step.by)?.role === 'owner';
          m.edit(undo, isOwner ? step.by : null);
          expect(seenOf(m.map)).toBe(seenOf(before));
          m.map = after;
        }
      }),
      { numRuns: 30 },
    );
  });

  it('[U5] is offered as an edit that the schema and the rule accept', () => {
    fc.assert(
      fc.property(steps({ length: 40 }), (story) => {
        const m = aSeedMap(aMap());
        const done: [Edit, ArgumentMap][] = [];
        for (const step of story) {
          const edit = editOf(m, step);
          const before = m.map;
          if (m.ask(edit, step.by).ok) done.push([edit, before]);
        }
        for (const [edit, before] of done) {
          const undo = undoOf(edit, before, m.map);
          if (undo)
            expect([Edit.safeParse(undo), m.answer(undo, null)]).toEqual([
              { success: true, data: undo },
              'ok',
            ]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('[U4] n times and redo n times change nothing', () => {
    // See isHiddenAndBack.
    const kinds = (kind: string): boolean => !['decide', 'withdraw', 'mute'].includes(kind);
    fc.assert(
      fc.property(steps({ length: 16, actors: [OWNER], kinds }), (story) => {
        const m = aSeedMap(aMap());
        type Done = { edit: Edit; before: ArgumentMap };
        const take = (edit: Edit | undefined, done: Done[]): boolean => {
          const before = m.map;
          if (edit && m.ask(edit).ok) done.push({ edit, before });
          return edit !== undefined;
        };
        const edits: Done[] = [];
        const undos: Done[] = [];
        const redos: Done[] = [];
        const start = seenOf(m.map);
        for (const step of story) take(editOf(m, step), edits);
        const end = seenOf(m.map);
        for (const { edit, before } of edits.toReversed())
          if (!take(undoOf(edit, before, m.map), undos)) return;
        expect(seenOf(m.map)).toBe(start);
        for (const { edit, before } of undos.toReversed())
          if (!take(undoOf(edit, before, m.map), redos)) return;
        expect(redos).toHaveLength(edits.length);
        expect(seenOf(m.map)).toBe(end);
      }),
      { numRuns: 60 },
    );
  });

  it('[U3] leaves every value that others set since', () => {
    const others = [MODERATOR, PARTICIPANT, OTHER_PARTICIPANT];
    fc.assert(
      fc.property(
        steps({ length: 10 }),
        steps({ length: 2, actors: [OWNER] }),
        steps({ length: 6, actors: others }),
        (past, mine, since) => {
          const m = aSeedMap(aMap());
          play(m, past);
          for (const step of mine) {
            const edit = editOf(m, step);
            const before = m.map;
            if (!isPlain(edit) || !m.ask(edit, OWNER).ok) continue;
            const after = valuesOf(m.map);
            play(m, since);
            const atNow = m.map;
            const now = valuesOf(atNow);
            const undo = undoOf(edit, before, atNow);
            if (!undo) return;
            m.edit(undo, OWNER);
            const then = valuesOf(m.map);
            // [E18] Where a target was merged into another claim, the argument followed it there: nobody aimed it anew.
            const followed = (key: string) => (key.endsWith(' target of argument') ? wentTo(atNow, after.get(key) ?? '') : after.get(key)); // prettier-ignore
            const theirs = [...now].filter(([key, value]) => followed(key) !== value);
            const gone = (key: string): boolean => / under | of argument$/.test(key) && !then.has(key);
            expect(theirs.filter(([key, value]) => then.get(key) !== value && !gone(key))).toEqual([]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

/**
 * The values of a map one by one. An argument that goes for want of a premise comes back with one, so that it is gone
 * is no value, and its own values may go with it. A key among siblings says nothing under another parent.
 */
function valuesOf(map: ArgumentMap): Map<string, string> {
  const values = new Map<string, string>();
  for (const { id, home, order, text } of map.claims.values()) {
    values
      .set(`${id} text`, text)
      .set(`${id} live`, String(isLive(map, id)))
      .set(`${id} home`, `${home}`)
      .set(`${id} under ${home}`, order);
  }
  for (const { id, target, order, direction } of map.arguments.values()) {
    values
      .set(`${id} direction of argument`, direction)
      .set(`${id} target of argument`, target.id)
      .set(`${id} under ${target.id}`, order);
    if (hasPremise(map, id)) values.set(`${id} live`, String(isLive(map, id)));
  }
  for (const id of map.references.keys()) values.set(`${id} reference`, 'there');
  for (const { id, removed } of map.comments.values()) values.set(`${id} comment`, String(removed === null));
  for (const { id, role } of map.participants.values()) values.set(`${id} role`, String(role));
  for (const [key, value] of Object.entries(map.info)) values.set(key, JSON.stringify(value));
  return values;
}
