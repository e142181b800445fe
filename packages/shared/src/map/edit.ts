// Every change to a map is an edit: the union of all kinds, their rules and their undos. applyEdit.ts decides.
import { z } from 'zod';
import { ok, type Result } from '../result.ts';
import { AddClaim, addClaim } from './edits/addClaim.ts';
import { ChangeSettings, changeSettings } from './edits/changeSettings.ts';
import { AddComment, addComment } from './edits/comment.ts';
import { Decide, decideWith, Withdraw, withdraw } from './edits/decide.ts';
import { NOBODY, type Context, type EditKind } from './edits/kind.ts';
import { join, type Join, SetRole, setRole } from './edits/members.ts';
import { MoveArgument, moveArgument } from './edits/moveArgument.ts';
import { MoveClaim, moveClaim } from './edits/moveClaim.ts';
import { AddReference, addReference, DropReference, dropReference } from './edits/references.ts';
import { Purge, purge } from './edits/purge.ts';
import { Quote, quote } from './edits/quote.ts';
import { Remove, remove, Restore, restore } from './edits/remove.ts';
import { Reorder, reorder } from './edits/reorder.ts';
import { Reword, reword } from './edits/reword.ts';
import { AddEdition, addEdition, AddSource, addSource } from './edits/sources.ts';
import { Turn, turn } from './edits/turn.ts';
import type { ArgumentMap, MapContent } from './map.ts';
import { applyPatches, contentPatches, type Patch } from './patch.ts';

const SINGLE = [
  AddClaim, Reword, MoveClaim, MoveArgument, Turn, Reorder, AddReference, DropReference, Remove, Restore, Purge,
  AddComment, AddSource, AddEdition, Quote, ChangeSettings, SetRole, Decide, Withdraw,
] as const; // prettier-ignore

export const SingleEdit = z.discriminatedUnion('kind', SINGLE);
export type SingleEdit = z.infer<typeof SingleEdit>;

/** Most parts of a batch that a person sends, and of one that the server makes of a file (grafted.ts). */
export const MOST_PARTS = 200;
export const MOST_GRAFTED_PARTS = 5_000;

const batchOf = (most: number) =>
  z.object({ kind: z.literal('batch'), edits: z.array(SingleEdit).min(1).max(most) });

/** Several edits as one: all are applied in order, or none. */
export const Batch = batchOf(MOST_PARTS);
export type Batch = z.infer<typeof Batch>;

/** What a person can ask for. */
export const Edit = z.discriminatedUnion('kind', [...SINGLE, Batch]);
export type Edit = z.infer<typeof Edit>;

/** What can wait as a proposal: no door takes it, but files bring it back. */
export const StoredEdit = z.discriminatedUnion('kind', [...SINGLE, batchOf(MOST_GRAFTED_PARTS)]);
export type StoredEdit = z.infer<typeof StoredEdit>;

/** The first edit of a map, by the server: everything it starts with. */
export interface Found {
  readonly kind: 'found';
  readonly content: MapContent;
}

/** Everything that can stand in the log: people's edits, and the two that only the server makes. */
export type LoggedEdit = Edit | Join | Found;

const found: Omit<EditKind<Found>, 'schema'> = {
  rule: (_map, { content }) => ok(contentPatches(content)),
  undo: () => undefined,
};

const batch: Omit<EditKind<Batch>, 'schema'> = {
  rule(map, { edits }, context) {
    const patches: Patch[] = [];
    let next = map;
    for (const edit of edits) {
      const result = ruleOf(next, edit, context);
      if (!result.ok) return result;
      patches.push(...result.value);
      next = applyPatches(next, result.value);
    }
    return ok(patches);
  },
  undo({ edits }, before, now) {
    const befores: ArgumentMap[] = [];
    let at = before;
    for (const edit of edits) {
      befores.push(at);
      const result = ruleOf(at, edit, NOBODY);
      if (!result.ok) return undefined;
      at = applyPatches(at, result.value);
    }
    const inverses: SingleEdit[] = [];
    let then = now;
    for (const [i, edit] of [...edits.entries()].reverse()) {
      const inverse = undoOf(edit, befores[i] ?? before, then);
      if (!inverse) return undefined;
      const result = ruleOf(then, inverse, NOBODY);
      if (!result.ok) return undefined;
      inverses.push(...(inverse.kind === 'batch' ? inverse.edits : [inverse]));
      then = applyPatches(then, result.value);
    }
    return inverses.length <= MOST_PARTS ? { kind: 'batch', edits: inverses } : undefined;
  },
};

type Kinds = { [E in LoggedEdit as E['kind']]: Omit<EditKind<E>, 'schema'> };

const KINDS: Kinds = {
  'add-claim': addClaim,
  reword,
  'move-claim': moveClaim,
  'move-argument': moveArgument,
  turn,
  reorder,
  'add-reference': addReference,
  'drop-reference': dropReference,
  remove,
  restore,
  purge,
  comment: addComment,
  'add-source': addSource,
  'add-edition': addEdition,
  quote,
  'change-settings': changeSettings,
  'set-role': setRole,
  decide: decideWith((map, edit, context) => ruleOf(map, edit, context)),
  withdraw,
  batch,
  join,
  found,
};

export const EDIT_KINDS = Object.keys(KINDS) as LoggedEdit['kind'][];

/** The rule alone, without asking who may: for folds, undo, and proposals that a moderator accepted. */
export function ruleOf<E extends LoggedEdit>(
  map: ArgumentMap,
  edit: E,
  context: Context,
): Result<readonly Patch[]> {
  return (KINDS[edit.kind] as unknown as EditKind<E>).rule(map, edit, context);
}

/** [U5] The edit that takes `edit` back, if there is one that would be accepted now; see EditKind.undo. */
export function undoOf<E extends LoggedEdit>(
  edit: E,
  before: ArgumentMap,
  now: ArgumentMap,
): Edit | undefined {
  const inverse = (KINDS[edit.kind] as unknown as EditKind<E>).undo(edit, before, now);
  return inverse && ruleOf(now, inverse, NOBODY).ok ? inverse : undefined;
}
