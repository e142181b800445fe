import { commentsOn, may, pendingProposals, type ArgumentMap, type Change, type Claim, type Edit, type EditionText, type Id, type NewId, type Proposal, type Result, type Role } from '@counterpoint/shared'; // prettier-ignore
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/Tabs.tsx';
import './claim.css';
import { ClaimTab } from './ClaimTab.tsx';
import { DiscussionTab } from './DiscussionTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { NothingSelected } from './NothingSelected.tsx';
import { ReviewTab } from './ReviewTab.tsx';

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

/** Everything about the selected claim, at the right of the map. */
export function ClaimPanel(props: ClaimPanelProps) {
  const { view, selected, me } = props;
  const { t } = useTranslation('claim');
  const claim =
    selected === null ? undefined : view.claims.get(view.references.get(selected)?.claim ?? selected);
  const reviews =
    may(me.role, 'review') || [...view.proposals.values()].some((proposal) => proposal.by === me.participant);
  if (!claim || selected === null)
    return <NothingSelected>{reviews && <ReviewTab {...props} claim={null} />}</NothingSelected>;
  const one: OneClaim = { ...props, claim, premise: selected };
  const waiting = reviews ? pendingProposals(view).length : 0;
  const discussion = commentsOn(view, claim.id).length;
  return (
    <Tabs
      label={t('tabs.label')}
      value={props.tab === 'review' && !reviews ? 'claim' : props.tab}
      onChange={props.onTab}
      tabs={[
        { value: 'claim', text: t('tabs.claim'), panel: <ClaimTab key={claim.id} {...one} /> },
        {
          value: 'discussion',
          text: t('tabs.discussion'),
          ...(discussion > 0 ? { count: discussion } : {}),
          panel: <DiscussionTab key={claim.id} {...one} />,
        },
        { value: 'history', text: t('tabs.history'), panel: <HistoryTab key={claim.id} {...one} /> },
        ...(reviews
          ? [
              {
                value: 'review' as const,
                text: t('tabs.review'),
                ...(waiting > 0 ? { count: waiting, alert: true } : {}),
                panel: <ReviewTab {...props} claim={claim} />,
              },
            ]
          : []),
      ]}
    />
  );
}
