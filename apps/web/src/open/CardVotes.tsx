import type { Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { Icon } from '../ui/Icon.tsx';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { useDoc } from './openMap.ts';
import { ratedIn } from './voting.ts';

/** How many voted on a claim, and the mean where this person may know it; not beside its strength, which begins with that. */
export function CardVotes({ claim }: { claim: Id }) {
  const { t } = useTranslation('voting');
  const isAsked = useDoc(({ view }) => view.info.votes !== 'off');
  const hasStrength = useDoc(({ view }) => view.info.strength !== 'off');
  const { ballot, tally } = useDoc(useShallow((doc) => ratedIn(doc, claim)));
  const count = ballot?.voted ?? 0;
  if (!isAsked || count === 0) return null;
  if (!tally || tally.votes === 0)
    return (
      <span title={t('card.voted', { count })}>
        <Icon name="hidden" size={13} /> {count}
      </span>
    );
  if (hasStrength) return null;
  const mean = new Intl.NumberFormat(interfaceLanguage(), { maximumFractionDigits: 1 }).format(tally.sum / tally.votes); // prettier-ignore
  return <span title={t('card.mean', { mean, count: tally.votes })}>{mean}/4</span>;
}
