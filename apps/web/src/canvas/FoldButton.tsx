import type { CardBox } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { hasReplies } from '../open/branches.ts';
import { useDoc, useScreen } from '../open/openMap.ts';

/** On the right side of a card: how many claims are hidden there, or a minus that hides them. */
export function FoldButton({ card, selected }: { card: CardBox; selected: boolean }) {
  const { t } = useTranslation('map');
  const fold = useScreen((state) => state.fold);
  const folded = useScreen((state) => state.folded.has(card.claim));
  const replied = useDoc((state) => hasReplies(state.view, card.claim));
  if (card.reference || !replied || (!folded && card.hidden > 0)) return null;
  const label = folded ? t('card.unfold', { count: card.hidden }) : t('card.fold');
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`nodrag nopan fold-button${folded ? ' folded' : ''}${selected ? ' offered' : ''}`}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        fold(card.claim, !folded);
      }}
    >
      {folded ? `+${card.hidden}` : '−'}
    </button>
  );
}
