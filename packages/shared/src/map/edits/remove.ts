import { z } from 'zod';
import { ok, refuse, type Result } from '../../result.ts';
import { Id } from '../id.ts';
import type { Argument } from '../tables/arguments.ts';
import type { ArgumentMap } from '../map.ts';
import type { Claim } from '../tables/claims.ts';
import type { Comment } from '../tables/comments.ts';
import type { Quotation } from '../tables/quotations.ts';
import type { Source } from '../tables/sources.ts';
import type { Stamp } from '../stamp.ts';
import { applyPatches, put, type Patch } from '../patch.ts';
import { hasPremise, isLive, premisesOf, subtree } from '../tree.ts';
import { stamp, type EditKind } from './kind.ts';

/** Removes a claim or an argument with all beneath it, a comment, a quotation or a source. One mark at the top; nothing is deleted. */
export const Remove = z.object({ kind: z.literal('remove'), id: Id });
export type Remove = z.infer<typeof Remove>;

export const Restore = z.object({ kind: z.literal('restore'), id: Id });
export type Restore = z.infer<typeof Restore>;

type Removable =
  | { table: 'claims'; entity: Claim; under: Id | null }
  | { table: 'arguments'; entity: Argument; under: Id }
  | { table: 'comments'; entity: Comment; under: Id }
  | { table: 'quotations'; entity: Quotation; under: Id }
  | { table: 'sources'; entity: Source; under: null };

export const remove: EditKind<Remove> = {
  schema: Remove,
  rule(map, { id }, context) {
    const found = removable(map, id);
    if (!found || found.entity.removed || !underIsLive(map, found))
      return refuse('removed', 'It was removed or does not exist.');
    return ok([marked(onlyPremise(map, found) ?? found, stamp(context))]);
  },
  undo: ({ id }) => ({ kind: 'restore', id }),
};

export const restore: EditKind<Restore> = {
  schema: Restore,
  rule: (map, { id }) => restored(map, id),
  undo({ id }, before, now) {
    const top = marksOf(before, id)[0]?.entity.id;
    const back = restored(before, id);
    if (top === undefined || !back.ok) return undefined;
    const cameBack = new Set([...hanging(applyPatches(before, back.value), top)].map((each) => each.id));
    return [...hanging(now, removalRoot(now, top))].every((each) => cameBack.has(each.id))
      ? { kind: 'remove', id: top }
      : undefined;
  },
};

function restored(map: ArgumentMap, id: Id): Result<readonly Patch[]> {
  const marks = marksOf(map, id);
  const [top] = marks;
  if (!top)
    return removable(map, id)
      ? refuse('not-removed', 'It is not removed.')
      : refuse('not-found', 'It does not exist.');
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

/** [E7] The marks that a restoration of `id` would take away, from the top. */
export function marksOf(map: ArgumentMap, id: Id): readonly Removable[] {
  const found = removable(map, id);
  const own = found?.entity.removed ? [found] : [];
  if (found?.table !== 'claims' || found.under === null) return own;
  const home = removable(map, found.under);
  const together = home?.entity.removed && (own.length === 0 || !hasPremise(map, found.under));
  return together ? [home, ...own] : own;
}

/** Whether all that goes with `id` is by one person. */
export function isAllBy(map: ArgumentMap, id: Id, by: Id | null | undefined): boolean {
  for (const each of hanging(map, removalRoot(map, id))) if (each.by !== by) return false;
  return true;
}

/** All that goes when `id` is removed: what is beneath it, and the comments and references that hang on that. */
function* hanging(map: ArgumentMap, id: Id): Generator<{ readonly id: Id; readonly by: Id | null }> {
  const { comments, quotations, references, uses } = map.index;
  for (const { value } of subtree(map, id)) {
    yield value;
    for (const each of [...(comments.get(value.id) ?? []), ...(quotations.get(value.id) ?? [])]) {
      const saying = map.comments.get(each) ?? map.quotations.get(each);
      if (saying?.removed === null) yield saying;
    }
    for (const each of [...(references.get(value.id) ?? []), ...(uses.get(value.id) ?? [])]) {
      const reference = map.references.get(each);
      if (reference) yield reference;
    }
  }
}

export function removable(map: ArgumentMap, id: Id): Removable | undefined {
  const claim = map.claims.get(id);
  if (claim) return { table: 'claims', entity: claim, under: claim.home };
  const argument = map.arguments.get(id);
  if (argument) return { table: 'arguments', entity: argument, under: argument.target.id };
  const comment = map.comments.get(id);
  if (comment) return { table: 'comments', entity: comment, under: comment.claim };
  const quotation = map.quotations.get(id);
  if (quotation) return { table: 'quotations', entity: quotation, under: quotation.claim };
  const source = map.sources.get(id);
  return source && { table: 'sources', entity: source, under: null };
}

const underIsLive = (map: ArgumentMap, { under }: Removable): boolean => under === null || isLive(map, under);

function onlyPremise(map: ArgumentMap, { table, entity, under }: Removable): Removable | undefined {
  if (table !== 'claims' || under === null) return undefined;
  return premisesOf(map, under).some((premise) => premise.id !== entity.id)
    ? undefined
    : removable(map, under);
}

function marked(found: Removable, removed: Stamp | null): Patch {
  switch (found.table) {
    case 'claims':
      return put('claims', { ...found.entity, removed });
    case 'arguments':
      return put('arguments', { ...found.entity, removed });
    case 'comments':
      return put('comments', { ...found.entity, removed });
    case 'quotations':
      return put('quotations', { ...found.entity, removed });
    case 'sources':
      return put('sources', { ...found.entity, removed });
  }
}
