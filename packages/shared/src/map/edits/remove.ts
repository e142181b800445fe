import { z } from 'zod';
import { ok, refuse, type Result } from '../../result.ts';
import { isSeenBy } from '../circles.ts';
import { Id } from '../id.ts';
import { INDEXES, rowAt, tables, type ArgumentMap, type Row } from '../map.ts';
import { applyPatches, put, type Patch } from '../patch.ts';
import { parentsOf } from '../putAway.ts';
import { may } from '../roles.ts';
import type { Removal, Stamp } from '../stamp.ts';
import type { Annotation } from '../tables/annotations.ts';
import type { Act } from '../tables/debates.ts';
import type { Participant } from '../tables/participants.ts';
import { claimsBeneath, hasPremise, isLive, nodeAt, premisesOf } from '../tree.ts';
import { kind, stamp, type Verb } from './kind.ts';

/** Removes a claim or an argument with all beneath it, a comment, a quotation or a source. One mark at the top; nothing is deleted. */
export const Remove = z.object({ kind: z.literal('remove'), id: Id });
export type Remove = z.infer<typeof Remove>;

export const Restore = z.object({ kind: z.literal('restore'), id: Id });
export type Restore = z.infer<typeof Restore>;

/** [D2] To take something away, or to bring it back, is allowed when making it is. */
function actOn(map: ArgumentMap, id: Id): Act {
  const table = rowAt(map, id)?.table;
  if (table === 'comments') return 'comment';
  if (table === 'annotations') return 'annotate';
  return table === 'claims' || table === 'arguments' ? 'claim' : 'quote';
}

type Removable = Extract<Row, { readonly entity: { readonly removed: Removal | null } }>;

export const remove = kind({
  schema: Remove,
  act: (map, { id }) => actOn(map, id),
  verb: (map, { id }, actor) => takes(map, id, () => isAllBy(map, id, actor.id), actor),
  rule(map, { id }, context) {
    const found = known(map, id, context.by);
    if (!found || found.entity.removed || !underIsLive(map, found))
      return refuse('removed', 'It was removed or does not exist.');
    return ok([marked(onlyPremise(map, found) ?? found, stamp(context))]);
  },
  undo: ({ id }) => ({ kind: 'restore', id }),
});

export const restore = kind({
  schema: Restore,
  act: (map, { id }) => actOn(map, id),
  verb: (map, { id }, actor) =>
    takes(map, id, () => marksOf(map, id).every(({ entity }) => entity.removed?.by === actor.id), actor),
  rule: (map, { id }, { by }) =>
    known(map, id, by) ? restored(map, id) : refuse('not-found', 'It does not exist.'),
  undo({ id }, before, now) {
    const top = marksOf(before, id)[0]?.entity.id;
    const back = restored(before, id);
    if (top === undefined || !back.ok) return undefined;
    const cameBack = new Set([...hanging(applyPatches(before, back.value), top)].map((each) => each.id));
    return [...hanging(now, removalRoot(now, top))].every((each) => cameBack.has(each.id))
      ? { kind: 'remove', id: top }
      : undefined;
  },
});

function restored(map: ArgumentMap, id: Id): Result<readonly Patch[]> {
  const marks = marksOf(map, id);
  const [top] = marks;
  if (!top) return refuse('not-removed', 'It is not removed.');
  if (marks.some(({ entity }) => entity.removed?.purged))
    return refuse('purged', 'Its words were deleted for good.');
  if (!underIsLive(map, top)) return refuse('removed', 'What it hangs under is removed: restore that first.');
  if (top.table === 'arguments' && marks.length === 1 && !hasPremise(map, top.entity.id)) {
    return refuse('would-empty-argument', 'It has no premise left: restore one of its premises.');
  }
  return ok(marks.map((each) => marked(each, null)));
}

/** [E7] The id that a removal would mark: a claim that is the only premise of its argument takes the argument along. */
function removalRoot(map: ArgumentMap, id: Id): Id {
  const found = removable(map, id);
  return (found && onlyPremise(map, found))?.entity.id ?? id;
}

/** How many claims go, or come back, with another. */
export interface Along {
  readonly beneath: number;
  /** Beneath the argument that goes with its only premise: those that undercut it. */
  readonly undercutting: number;
}

/** [E7] What a removal of `id` takes along. */
export function takenAlong(map: ArgumentMap, id: Id): Along {
  const beneath = claimsBeneath(map, id).length;
  const root = removalRoot(map, id);
  return { beneath, undercutting: root === id ? 0 : claimsBeneath(map, root).length - beneath - 1 };
}

/** [E7] What a restoration of `id` brings back with it. */
export function broughtBack(map: ArgumentMap, id: Id): Along {
  const back = restored(map, id);
  return takenAlong(back.ok ? applyPatches(map, back.value) : map, id);
}

/** [E7] The marks that a restoration of `id` would take away, from the top. */
export function marksOf(map: ArgumentMap, id: Id): readonly Removable[] {
  const found = removable(map, id);
  const own = found?.entity.removed ? [found] : [];
  if (found?.table !== 'claims' || found.entity.home === null) return own;
  const home = removable(map, found.entity.home);
  const together = home?.entity.removed && (own.length === 0 || !hasPremise(map, found.entity.home));
  return together ? [home, ...own] : own;
}

/** Whether all that goes with `id` is by one person. */
export function isAllBy(map: ArgumentMap, id: Id, by: Id | null | undefined): boolean {
  for (const each of hanging(map, removalRoot(map, id))) {
    // Who made it is told to nobody: it hinders nobody either.
    const isTold = !tables[rowAt(map, each.id)?.table ?? 'claims'].unsigned;
    if ('by' in each && each.by !== by && isTold) return false;
  }
  return true;
}

/** All that goes when `id` is removed: what is beneath it, without what was removed before. */
export function* hanging(map: ArgumentMap, id: Id): Generator<Row['entity']> {
  const seen = new Set<Id>();
  const stack = [id];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const entity = seen.has(at) ? undefined : rowAt(map, at)?.entity;
    if (!entity || (at !== id && 'removed' in entity && entity.removed)) continue;
    seen.add(at);
    yield entity;
    for (const index of INDEXES) stack.push(...(map.index[index].get(at) ?? []));
  }
}

export function removable(map: ArgumentMap, id: Id): Removable | undefined {
  const row = rowAt(map, id);
  return row && 'removed' in row.entity ? (row as Removable) : undefined;
}

/** [V1] What can be removed, or was, and is there for this person. */
export function known(map: ArgumentMap, id: Id, by: Id | null): Removable | undefined {
  const found = removable(map, id);
  return found && isSeenBy(found, by, map) ? found : undefined;
}

const underIsLive = (map: ArgumentMap, row: Row): boolean =>
  parentsOf(row).every((id) => {
    if (nodeAt(map, id)) return isLive(map, id);
    const parent = rowAt(map, id);
    return (
      parent !== undefined &&
      !('removed' in parent.entity && parent.entity.removed) &&
      underIsLive(map, parent)
    );
  });

/** The argument, when this is the only premise it has. */
function onlyPremise(map: ArgumentMap, { table, entity }: Removable): Removable | undefined {
  if (table !== 'claims' || entity.home === null) return undefined;
  return premisesOf(map, entity.home).some((premise) => premise.id !== entity.id)
    ? undefined
    : removable(map, entity.home);
}

const marked = ({ table, entity }: Removable, removed: Stamp | null): Patch =>
  put(table, { ...entity, removed });

/** [N1] The mark of a round is for others, too, once that is opened. */
const isForOneself = ({ open, round }: Annotation): boolean => !open && round === null;

/** [P4] [P12] Comments are taken back, not proposed to be; a source goes with its editions, whoever brought these. */
function takes(map: ArgumentMap, id: Id, isOwn: () => boolean, actor: Participant): Verb {
  // Whoever decides takes all: a whole branch need not be gone through.
  if (may(actor.role, 'review')) return 'take-others';
  const found = removable(map, id);
  if (found?.table === 'comments' || found?.table === 'annotations' || found?.table === 'flags') {
    if (found.entity.by !== actor.id || !isOwn()) return 'decide';
    return found.table === 'annotations' && isForOneself(found.entity) ? 'keep' : 'say';
  }
  // Whose marks a round holds is not told by who may take it away.
  if (found?.table === 'rounds') return 'manage';
  const theirs = found?.table === 'sources' ? found.entity.by === actor.id : isOwn();
  return theirs && found ? 'change-own' : 'take-others';
}
