import { isLive, standpointOf, type ArgumentMap, type Claim, type Id } from '@counterpoint/shared';

export interface PlaceOfClaim {
  /** The premise there: the claim itself at home, a reference elsewhere. */
  readonly id: Id;
  /** What it speaks for or against there; null for a thesis. */
  readonly under: Claim | null;
}

/** Where a claim stands besides `here`, home first. */
export function otherPlacesOf(view: ArgumentMap, claim: Id, here: Id): readonly PlaceOfClaim[] {
  const uses = (view.index.uses.get(claim) ?? []).filter((id) =>
    isLive(view, view.references.get(id)?.argument ?? id),
  );
  return [claim, ...uses].filter((id) => id !== here).map((id) => ({ id, under: underOf(view, id) }));
}

function underOf(view: ArgumentMap, id: Id): Claim | null {
  const target = standpointOf(view, id)?.argument.target;
  if (!target) return null;
  const claim = target.kind === 'claim' ? target.id : view.index.home.get(target.id)?.[0];
  return view.claims.get(claim ?? '') ?? null;
}
