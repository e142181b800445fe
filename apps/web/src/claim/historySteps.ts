// What the changes of a map did to one claim, in the order they happened. A change carries patches only; the sentence follows from them.
import type { Argument, Change, Claim, Direction, Id, Patch, Reference, Target } from '@counterpoint/shared';

export type Did =
  | { readonly did: 'written'; readonly text: string }
  | { readonly did: 'reworded'; readonly text: string; readonly before: string }
  | { readonly did: 'collided'; readonly text: string; readonly before: string }
  | { readonly did: 'settled' }
  | { readonly did: 'moved'; readonly target: Target | null }
  | { readonly did: 'turned'; readonly direction: Direction }
  | { readonly did: 'used'; readonly argument: Id }
  | { readonly did: 'unused' | 'removed' | 'restored' };

export type Step = Did & {
  readonly version: number;
  readonly at: number;
  readonly by: Id | null;
  /** A moderator's verdict brought it about. */
  readonly reviewed: boolean;
};

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
    return didIn(change.patches, claim, known).map((did) => ({
      ...did,
      version,
      at,
      by,
      reviewed: change.kind === 'decide',
    }));
  });
}

/** Also brings what is known up to date. */
function didIn(patches: readonly Patch[], id: Id, known: Known): Did[] {
  const before = known.claim;
  const homeBefore = before?.home ? known.arguments.get(before.home) : undefined;
  const uses = patches.flatMap((patch) => usedIn(patch, id, known));
  for (const patch of patches) {
    if (patch.table === 'arguments' && 'put' in patch) known.arguments.set(patch.put.id, patch.put);
    if (patch.table === 'claims' && 'put' in patch && patch.put.id === id) known.claim = patch.put;
  }
  const after = known.claim;
  if (!after) return uses;
  const home = after.home ? known.arguments.get(after.home) : undefined;
  if (!before) return [{ did: 'written', text: after.text }, ...uses];
  return [...wordingDid(before, after), ...placeDid(before, after, homeBefore, home), ...uses];
}

function wordingDid(before: Claim, after: Claim): Did[] {
  const words = { text: after.text, before: before.text };
  if (after.beside.length > before.beside.length) return [{ did: 'collided', ...words }];
  if (after.text !== before.text) return [{ did: 'reworded', ...words }];
  return after.beside.length < before.beside.length ? [{ did: 'settled' }] : [];
}

function placeDid(
  before: Claim,
  after: Claim,
  homeBefore: Argument | undefined,
  home: Argument | undefined,
): Did[] {
  const wasGone = Boolean(before.removed ?? homeBefore?.removed);
  const isGone = Boolean(after.removed ?? home?.removed);
  if (isGone !== wasGone) return [{ did: isGone ? 'removed' : 'restored' }];
  const moved = before.home !== after.home || (home && homeBefore && home.target.id !== homeBefore.target.id);
  if (moved) return [{ did: 'moved', target: home?.target ?? null }];
  if (home && homeBefore && home.direction !== homeBefore.direction)
    return [{ did: 'turned', direction: home.direction }];
  return [];
}

function usedIn(patch: Patch, id: Id, known: Known): Did[] {
  if (patch.table !== 'references') return [];
  if (!('put' in patch)) {
    const gone = known.references.get(patch.drop);
    known.references.delete(patch.drop);
    return gone ? [{ did: 'unused' }] : [];
  }
  if (patch.put.claim !== id) return [];
  const isNew = !known.references.has(patch.put.id);
  known.references.set(patch.put.id, patch.put);
  return isNew ? [{ did: 'used', argument: patch.put.argument }] : [];
}
