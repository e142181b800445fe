// Which claims rest on which passages of one edition, and how they stand in the map.
import {
  isLive,
  relationOfClaim,
  type AnchorStatus,
  type Annotation,
  type ArgumentMap,
  type Claim,
  type Id,
  type Quotation,
  type Round,
  type Span,
} from '@counterpoint/shared';
import type { Proposed } from '../open/proposals.ts';
import type { Sign } from '../relation/Relation.tsx';

export interface Resting extends Span {
  readonly quotation: Quotation;
  readonly claim: Claim;
  /** How the claim stands; pending while it, or the quotation, waits for a moderator. */
  readonly sign: Sign;
  /** Its words are others here, and nobody has settled that yet. */
  readonly changed: boolean;
}

/** By where they begin, longer ones first. */
export function restingOn(view: ArgumentMap, proposed: Proposed, edition: Id): readonly Resting[] {
  const found: Resting[] = [];
  for (const quotation of view.quotations.values()) {
    const span = spanIn(quotation, edition);
    const claim = span && !quotation.removed ? view.claims.get(quotation.claim) : undefined;
    if (!span || !claim || !isLive(view, claim.id)) continue;
    const waits = proposed.has(quotation.id) || proposed.has(claim.id);
    const sign = waits ? 'pending' : relationOfClaim(view, claim);
    found.push({ quotation, claim, sign, changed: span.changed, start: span.start, end: span.end });
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const SAME: readonly (AnchorStatus | 'kept')[] = ['exact', 'moved', 'typographic'];

/** Where a quotation stands in an edition: its own, or the one that it was followed into. */
function spanIn(
  { edition: own, start, end, stands }: Quotation,
  edition: Id,
): (Span & { readonly changed: boolean }) | undefined {
  if (own === edition) return { start, end, changed: false };
  if (stands?.edition !== edition) return undefined;
  if (stands.status === 'changed') return { start: stands.start, end: stands.end, changed: true };
  return SAME.includes(stands.status) ? { start: stands.start, end: stands.end, changed: false } : undefined;
}

export interface Noted extends Span {
  readonly annotation: Annotation;
  /** The round that it is a mark of. */
  readonly round: Round | null;
}

/** The notes on an edition that this person sees. */
export const notedOn = (view: ArgumentMap, edition: Id): readonly Noted[] =>
  (view.index.annotations.get(edition) ?? [])
    .flatMap((id): Noted[] => {
      const annotation = view.annotations.get(id);
      if (!annotation || annotation.removed) return [];
      const round = annotation.round === null ? null : view.rounds.get(annotation.round);
      // The marks of a round go with it.
      if (round === undefined || round?.removed) return [];
      return [{ annotation, round, start: annotation.start, end: annotation.end }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);

/** Those that have something in common with a passage. */
export const touching = <T extends Span>(spans: readonly T[], { start, end }: Span): readonly T[] =>
  spans.filter((one) => one.start < end && one.end > start);

/** The same for passages that follow one another, each; `spans` are by where they begin. */
export function touchingEach<T extends Span>(
  spans: readonly T[],
  passages: readonly Span[],
): readonly (readonly T[])[] {
  let next = 0;
  let reaching: readonly T[] = [];
  return passages.map((passage) => {
    const from = next;
    while ((spans[next]?.start ?? Infinity) < passage.end) next += 1;
    return (reaching = touching([...reaching, ...spans.slice(from, next)], passage));
  });
}
