import { z } from 'zod';
import { ok, refuse, type Result } from '../../result.ts';
import { bare, emptiedBy, isWorded } from '../bare.ts';
import { Id } from '../id.ts';
import type { ArgumentMap, Row } from '../map.ts';
import type { Removal } from '../stamp.ts';
import { put, type Patch } from '../patch.ts';
import { hangingOn, putAwayIn } from '../putAway.ts';
import { kind, stamp } from './kind.ts';
import { known, marksOf } from './remove.ts';

/** [E16] Takes the words of what was removed out of the map and its history, for everybody and for good, with those of all beneath it. */
export const Purge = z.object({ kind: z.literal('purge'), id: Id });
export type Purge = z.infer<typeof Purge>;

export const purge = kind({
  schema: Purge,
  act: () => null,
  verb: () => 'decide',
  rule(map, { id }, context, held) {
    const root = rootOf(map, id, context.by);
    if (!root.ok) return root;
    const { id: top, mark } = root.value;
    const removed = { by: mark.by, at: mark.at, purged: stamp(context) };
    const rows = hangingOn(map, [top], (row) => quotationsIn(map, row));
    const things = rows.flatMap((row) => purged(row, removed));
    return ok([...things, ...held.withoutWords(map, emptiedBy(things), context)]);
  },
  undo: () => undefined,
});

/** Where the mark sits, as for a restoration; a claim that was removed by itself goes without its argument. */
function rootOf(
  map: ArgumentMap,
  id: Id,
  by: Id | null,
): Result<{ readonly id: Id; readonly mark: Removal }> {
  const found = known(map, id, by);
  if (!found) return refuse('not-found', 'It does not exist.');
  const root = found.entity.removed ? found : marksOf(map, id)[0];
  if (!root?.entity.removed) return refuse('not-removed', 'Only what was removed can be deleted for good.');
  if (root.entity.removed.purged) return refuse('purged', 'It was deleted for good already.');
  // [V5] Its words are not put away as long as something live rests on them.
  if (root.table === 'sources' && !putAwayIn(map).has('sources', root.entity.id))
    return refuse('still-quoted', 'A claim rests on this source: take its quotations away first.');
  return ok({ id: root.entity.id, mark: root.entity.removed });
}

/** The words of a source stand once more in what was quoted of it. */
function quotationsIn(map: ArgumentMap, { table, entity }: Row): Id[] {
  if (table !== 'editions') return [];
  return [...map.quotations.values()].flatMap(({ id, edition }) => (edition === entity.id ? [id] : []));
}

/** Each thing bears a mark, so that nothing of it comes back with whatever it hangs beneath; its own, where it had one. */
function purged({ table, entity }: Row, removed: Removal): Patch[] {
  if (!isWorded(table)) return [];
  const empty = bare(table, entity as never);
  if (!('removed' in empty)) return [put(table, empty)];
  const was: Removal | null = empty.removed;
  return was?.purged ? [] : [put(table, { ...empty, removed: { ...removed, ...was } })];
}
