import { commentsOn, may, pendingProposals } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/Tabs.tsx';
import './claim.css';
import { ClaimTab } from './ClaimTab.tsx';
import { DiscussionTab } from './DiscussionTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { NothingSelected } from './NothingSelected.tsx';
import type { ClaimPanelProps, OneClaim } from './panelProps.ts';
import { ReviewTab } from './ReviewTab.tsx';

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
