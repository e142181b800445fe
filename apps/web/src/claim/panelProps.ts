import type { ArgumentMap, Change, Claim, Edit, EditionText, Id, NewId, Proposal, Result, Role } from '@counterpoint/shared'; // prettier-ignore
import type { ReactNode } from 'react';

export type PanelTab = 'claim' | 'discussion' | 'history' | 'review';

export interface ClaimPanelProps {
  /** With the proposals that this person sees folded on top, as canvas and outline show it. */
  readonly view: ArgumentMap;
  /** Pending proposals by what they touch. */
  readonly proposed: ReadonlyMap<Id, readonly Proposal[]>;
  readonly me: { readonly participant: Id | null; readonly role: Role | null };
  /** A premise by its own id; null when nothing is selected. */
  readonly selected: Id | null;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly edit: (edit: Edit) => Result<Id>;
  readonly newId: NewId;
  /** Selects a premise and brings it into sight. */
  readonly goTo: (id: Id) => void;
  /** The changes that touched a claim or its argument, oldest first. */
  readonly loadHistory: (claim: Id) => Promise<readonly Change[]>;
  /** The text of an edition, which the map does not hold. */
  readonly loadText: (edition: Id) => Promise<EditionText>;
  /** Tells which claim this person has open in a field. */
  readonly onEditing?: (claim: Id | null) => void;
  /** What other features say about a claim: why this strength, quotations, votes. */
  readonly more?: (claim: Claim) => ReactNode;
}

/** What one sub-panel needs: the claim as it stands where it was selected. */
export interface OneClaim extends ClaimPanelProps {
  readonly claim: Claim;
  /** The premise by which it was selected: the claim itself, or a reference to it. */
  readonly premise: Id;
}
