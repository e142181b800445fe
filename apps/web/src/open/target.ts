// What a link leads to, in the map as its reader sees it.
import { isLive, lineage, ruleOf, standing, type ArgumentMap, type Edit, type Id, type Removal } from '@counterpoint/shared'; // prettier-ignore

export type Target =
  | { readonly is: 'here' }
  | {
      readonly is: 'removed';
      readonly removal: Removal;
      /** Brings it back, where this reader may. */
      readonly restore: Edit | undefined;
    }
  /** Never there, or not for this reader: both sound alike. */
  | { readonly is: 'nowhere' };

/** Where a premise is that has this id: a claim's, or a reference's. */
export function targetAt(view: ArgumentMap, id: Id, me: Id | null, now: number): Target {
  const reference = view.references.get(id);
  if (!reference && !view.claims.has(id)) return { is: 'nowhere' };
  const at = reference?.argument ?? id;
  if (isLive(view, at)) return { is: 'here' };
  const marks = [...lineage(view, at)].flatMap(({ value: { id, removed } }) =>
    removed ? [{ id, removed }] : [],
  );
  const [nearest] = marks;
  if (!nearest) return { is: 'nowhere' };
  const bringsBack = (edit: Edit): boolean =>
    standing(view, edit, me, now) === 'change' && ruleOf(view, edit, { id: '', by: me, at: now }).ok;
  const restore = marks.map(({ id }): Edit => ({ kind: 'restore', id }));
  return {
    is: 'removed',
    removal: nearest.removed,
    restore: me === null ? undefined : restore.find(bringsBack),
  };
}

/** A claim that stands in the map: what a branch can be shown of. */
export const isClaimHere = (view: ArgumentMap, id: Id): boolean => view.claims.has(id) && isLive(view, id);
