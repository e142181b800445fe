// Every change to a map is an edit: the union of all kinds, their rules and their undos. applyEdit.ts decides.
import { z } from 'zod';
import { ok, type Result } from '../result.ts';
import { BY_SERVER, SINGLE } from './edits/list.ts';
import { NOBODY, type Context, type Held, type Kind, type Standing, type Verb } from './edits/kind.ts';
import type { Depart, Join, Rename, SetRole } from './edits/members.ts';
import { isKeptAct, keptEdit, Propose as ProposeSchema, type Propose } from './edits/propose.ts';
import { Id } from './id.ts';
import type { ArgumentMap, MapContent } from './map.ts';
import { applyPatches, contentPatches, type Patch } from './patch.ts';
import { standingFor, strictest } from './standings.ts';
import type { Act } from './tables/debates.ts';
import type { Participant } from './tables/participants.ts';
import type { Proposal } from './tables/proposals.ts';
import { isBareProposal, proposalsWithout } from './words.ts';

type Schemas<Kinds extends readonly { readonly schema: z.ZodType }[]> = {
  readonly [I in keyof Kinds]: Kinds[I]['schema'];
};

/** Most parts of a batch that a person sends, and of one that the server makes of a file (grafted.ts). */
export const MOST_PARTS = 200;
export const MOST_GRAFTED_PARTS = 5_000;

/** [D14] What can be kept back; the rule of that asks for more. */
const plain = SINGLE.filter(({ schema }) => (schema as z.ZodType) !== ProposeSchema).map(({ schema }) => schema) as unknown as [typeof SetRole]; // prettier-ignore
const KeptBatch = z.object({
  kind: z.literal('batch'),
  edits: z.array(z.discriminatedUnion('kind', plain)).min(1).max(MOST_PARTS),
});
const Kept = z.discriminatedUnion('kind', [...plain, KeptBatch]).meta({ id: 'KeptEdit' });

const schemas = SINGLE.map(({ schema }) =>
  (schema as z.ZodType) === ProposeSchema ? ProposeSchema.extend({ edit: Kept }) : schema,
) as unknown as Schemas<typeof SINGLE>;

export const SingleEdit = z.discriminatedUnion('kind', schemas);
export type SingleEdit = z.infer<typeof SingleEdit>;

const batchOf = (most: number) =>
  z.object({ kind: z.literal('batch'), edits: z.array(SingleEdit).min(1).max(most) });

/** Several edits as one: all are applied in order, or none. */
export const Batch = batchOf(MOST_PARTS);
export type Batch = z.infer<typeof Batch>;

/** What a person can ask for. */
export const Edit = z.discriminatedUnion('kind', [...schemas, Batch]);
export type Edit = z.infer<typeof Edit>;

/** What can wait as a proposal: no door takes it, but files bring it back. */
export const StoredEdit = z.discriminatedUnion('kind', [...schemas, batchOf(MOST_GRAFTED_PARTS)]);
export type StoredEdit = z.infer<typeof StoredEdit>;

/** The edit that a proposal is; each was parsed when it was made. */
export const waiting = ({ edit }: Pick<Proposal, 'edit'>): StoredEdit => edit as StoredEdit;

/** The first edit of a map, by the server: everything it starts with. */
export interface Found {
  readonly kind: 'found';
  readonly content: MapContent;
}

/** Everything that can stand in the log: people's edits, and those that only the server makes. */
export type LoggedEdit = Edit | Join | Rename | Depart | Found;

const found: Kind<Found> = {
  verb: () => 'never',
  act: () => null,
  rule: (_map, { content }) => ok(contentPatches(content)),
  undo: () => undefined,
};

const batch: Kind<Batch, Edit> = {
  // Each part has its own, see permissions.ts.
  verb: () => 'never',
  act: () => null,
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
  undo(edit, before, now) {
    const parts = partsOf(edit, before);
    return parts && undoOfBatch(parts, now);
  },
};

/** One edit of several, or the only one, with the map before it. */
export interface EditPart {
  readonly edit: SingleEdit;
  readonly before: ArgumentMap;
}

/** Undefined where the rules refuse one. */
export function partsOf(edit: Edit, before: ArgumentMap): readonly EditPart[] | undefined {
  if (edit.kind !== 'batch') return [{ edit, before }];
  const parts: EditPart[] = [];
  let at = before;
  for (const part of edit.edits) {
    parts.push({ edit: part, before: at });
    const result = ruleOf(at, part, NOBODY);
    if (!result.ok) return undefined;
    at = applyPatches(at, result.value);
  }
  return parts;
}

function undoOfBatch(parts: readonly EditPart[], now: ArgumentMap): Batch | undefined {
  const inverses: SingleEdit[] = [];
  let then = now;
  for (const { edit, before } of parts.toReversed()) {
    const inverse = undoOf(edit, before, then);
    if (!inverse) return undefined;
    const result = ruleOf(then, inverse, NOBODY);
    if (!result.ok) return undefined;
    inverses.push(...(inverse.kind === 'batch' ? inverse.edits : [inverse]));
    then = applyPatches(then, result.value);
  }
  return inverses.length <= MOST_PARTS ? { kind: 'batch', edits: inverses } : undefined;
}

const KINDS = Object.fromEntries([
  ...[...SINGLE, ...BY_SERVER].map((kind) => [kind.schema.shape.kind.value, kind]),
  ['batch', batch],
  ['found', found],
]) as unknown as Record<LoggedEdit['kind'], Kind<LoggedEdit, Edit>>;

export const EDIT_KINDS = Object.keys(KINDS) as LoggedEdit['kind'][];

export const kindOf = <E extends LoggedEdit>(edit: E): Kind<E, Edit> => KINDS[edit.kind] as never;

/** What becomes of an edit by the role of who asks; null is the server. Of a batch, what becomes of its strictest part. */
export function roleStanding(map: ArgumentMap, edit: LoggedEdit, by: Id | null): Standing {
  if (by === null) return 'change';
  const actor = map.participants.get(by);
  if (!actor?.role) return 'refused';
  return strictest(verbsOf(map, edit, actor).map((verb) => standingFor(map, verb, actor)));
}

/** What an edit does, for each of its parts. */
export const verbsOf = (map: ArgumentMap, edit: LoggedEdit, actor: Participant): readonly Verb[] =>
  partsIn(edit).map((part) => kindOf(part).verb(map, part, actor));

/** What phases have to allow for an edit. */
export const actsOf = (map: ArgumentMap, edit: LoggedEdit): (Act | null)[] =>
  partsIn(edit).map((part) => kindOf(part).act(map, part));

/** [D14] Whether an edit is about what may be kept back. To publish something is not: a draft holds no draft. */
export const mayBeKept = (map: ArgumentMap, edit: LoggedEdit): boolean =>
  partsIn(edit).every(({ kind }) => kind !== 'publish') && actsOf(map, edit).every(isKeptAct);

const partsIn = (edit: LoggedEdit): readonly LoggedEdit[] => (edit.kind === 'batch' ? edit.edits : [edit]);

/** Kinds whose one text is what they are about. */
const WORDED: readonly string[] = ['add-claim', 'reword', 'comment', 'gloss'] satisfies SingleEdit['kind'][];

/** [P15] The part of an edit that holds its main words. */
export const mainWordsOf = (edit: StoredEdit): (SingleEdit & { readonly text: string }) | undefined =>
  (edit.kind === 'batch' ? edit.edits : [edit]).find((part): part is SingleEdit & { readonly text: string } =>
    WORDED.includes(part.kind),
  );

/** The things that an edit names, but for where it puts something. */
export const namedIn = (edit: StoredEdit): ReadonlySet<Id> =>
  new Set(partsIn(edit).flatMap((part) => Object.values(part).filter(isId)));

const isId = (value: unknown): value is Id => Id.safeParse(value).success;

function reworded(edit: StoredEdit, text: string): StoredEdit | undefined {
  const main = mainWordsOf(edit);
  if (!main) return undefined;
  const other = { ...main, text } as SingleEdit;
  return edit.kind === 'batch' ? { ...edit, edits: edit.edits.map((part) => (part === main ? other : part)) } : other; // prettier-ignore
}

const held: Held = {
  inOtherWords(edit, text) {
    const read = StoredEdit.safeParse(reworded(edit as StoredEdit, text));
    return read.success ? read.data : undefined;
  },
  rule: (map, edit, context) => ruleOf(map, edit as StoredEdit, context),
  standing: (map, edit, by) => roleStanding(map, edit as StoredEdit, by),
  read: (edit) => {
    const read = StoredEdit.safeParse(edit);
    return read.success ? read.data : undefined;
  },
  mayBeKept: (map, edit) => mayBeKept(map, edit as StoredEdit),
  undo: (edit, before, now) => undoOf(edit as Edit, before, now),
  isBare: isBareProposal,
  withoutWords: proposalsWithout,
};

/** [D14] The edit that was sent inside another one. */
export const keptIn = (map: ArgumentMap, edit: Propose): Result<StoredEdit> =>
  keptEdit(map, edit, held) as Result<StoredEdit>;

/** The rule alone, without asking who may: for folds, undo, and proposals that a moderator accepted. */
export function ruleOf<E extends LoggedEdit>(
  map: ArgumentMap,
  edit: E,
  context: Context,
): Result<readonly Patch[]> {
  return kindOf(edit).rule(map, edit, context, held);
}

/** [U5] The edit that takes `edit` back, if there is one that would be accepted now; see Kind.undo. */
export function undoOf<E extends LoggedEdit>(
  edit: E,
  before: ArgumentMap,
  now: ArgumentMap,
): Edit | undefined {
  const inverse = kindOf(edit).undo(edit, before, now, held);
  return inverse && ruleOf(now, inverse, NOBODY).ok ? inverse : undefined;
}

/** The same from the parts of an edit. */
export function undoOfParts({ kind }: Edit, parts: readonly EditPart[], now: ArgumentMap): Edit | undefined {
  const [only] = parts;
  if (kind !== 'batch') return only && undoOf(only.edit, only.before, now);
  const inverse = undoOfBatch(parts, now);
  return inverse && ruleOf(now, inverse, NOBODY).ok ? inverse : undefined;
}
