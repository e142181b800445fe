// What the changes of a map did to one claim, in the order they happened. A change carries patches only: each step is the edit
// that alone would have done as much, to be told like any other.
import type { Argument, Change, Claim, Id, Patch, Place, Reference, SingleEdit } from '@counterpoint/shared';
import { placeOf } from '../open/standing.ts';

export interface Step {
  readonly edit: SingleEdit;
  /** The argument that the claim was in then, as far as it is known. */
  readonly home: Argument | undefined;
  /** What else a rewording brought about: one more wording beside it, or the end of that. */
  readonly beside: 'collided' | 'settled' | null;
  readonly version: number;
  readonly at: number;
  readonly by: Id | null;
  /** A moderator's verdict brought it about. */
  readonly reviewed: boolean;
}

type Did = Pick<Step, 'edit' | 'beside'>;

interface Known {
  claim: Claim | undefined;
  readonly arguments: Map<Id, Argument>;
  readonly references: Map<Id, Reference>;
}

/** `changes` may hold more than this claim's, and begin after it was written. */
export function historySteps(changes: readonly Change[], claim: Id): readonly Step[] {
  const known: Known = { claim: undefined, arguments: new Map(), references: new Map() };
  return changes.flatMap((change) => {
    const { version, at, by } = change;
    const reviewed = change.kind === 'decide';
    const did = didIn(change.patches, claim, known);
    const home = known.arguments.get(known.claim?.home ?? '');
    return did.map((one) => ({ ...one, home, version, at, by, reviewed }));
  });
}

/** Also brings what is known up to date. */
function didIn(patches: readonly Patch[], id: Id, known: Known): Did[] {
  const before = known.claim;
  const wasHome = known.arguments.get(before?.home ?? '');
  const isNew = (argument: Id): boolean => !known.arguments.has(argument);
  const newHomes = new Set(patches.flatMap((patch) => (patch.table === 'arguments' && 'put' in patch && isNew(patch.put.id) ? [patch.put.id] : []))); // prettier-ignore
  for (const patch of patches) {
    if (patch.table === 'arguments' && 'put' in patch) known.arguments.set(patch.put.id, patch.put);
    if (patch.table === 'claims' && 'put' in patch && patch.put.id === id) known.claim = patch.put;
  }
  const placeIn = (argument: Id | null, order: string): Place => {
    if (argument === null) return { at: 'thesis', order };
    const made = newHomes.has(argument) ? known.arguments.get(argument) : undefined;
    return made ? placeOf(made) : { at: 'premise', argument, order };
  };
  const uses = patches.flatMap((patch) => usedIn(patch, id, known, placeIn));
  const after = known.claim;
  if (!after) return uses;
  const home = known.arguments.get(after.home ?? '');
  if (!before) {
    const { text, language } = after;
    const to = placeIn(after.home, after.order);
    return [only({ kind: 'add-claim', claim: id, text, language, to }), ...uses];
  }
  const stood = { claim: before, home: wasHome };
  return [...wordingDid(before, after), ...placeDid(stood, { claim: after, home }, placeIn), ...uses];
}

const only = (edit: SingleEdit): Did => ({ edit, beside: null });

function wordingDid(before: Claim, after: Claim): Did[] {
  const edit = { kind: 'reword', claim: after.id, text: after.text, was: before.text } as const;
  if (after.beside.length > before.beside.length) return [{ edit, beside: 'collided' }];
  if (after.text !== before.text) return [only(edit)];
  return after.beside.length < before.beside.length ? [{ edit, beside: 'settled' }] : [];
}

interface Stood {
  readonly claim: Claim;
  readonly home: Argument | undefined;
}

type PlaceIn = (argument: Id | null, order: string) => Place;

function placeDid(before: Stood, { claim, home }: Stood, placeIn: PlaceIn): Did[] {
  const wasGone = Boolean(before.claim.removed ?? before.home?.removed);
  const isGone = Boolean(claim.removed ?? home?.removed);
  if (isGone !== wasGone) return [only({ kind: isGone ? 'remove' : 'restore', id: claim.id })];
  if (before.claim.home !== claim.home)
    return [only({ kind: 'move-claim', claim: claim.id, to: placeIn(claim.home, claim.order) })];
  if (!home || !before.home) return [];
  const { id: argument, target, direction, order } = home;
  if (target.id !== before.home.target.id) return [only({ kind: 'move-argument', argument, target, order })];
  return direction === before.home.direction ? [] : [only({ kind: 'turn', argument, direction })];
}

function usedIn(patch: Patch, id: Id, known: Known, placeIn: PlaceIn): Did[] {
  if (patch.table !== 'references') return [];
  if (!('put' in patch)) {
    const gone = known.references.delete(patch.drop);
    return gone ? [only({ kind: 'drop-reference', reference: patch.drop })] : [];
  }
  const { id: reference, claim, argument, order } = patch.put;
  if (claim !== id) return [];
  const isNew = !known.references.has(reference);
  known.references.set(reference, patch.put);
  const to = placeIn(argument, order);
  return isNew && to.at !== 'thesis' ? [only({ kind: 'add-reference', reference, claim, to })] : [];
}
