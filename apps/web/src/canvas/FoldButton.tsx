import type { CardBox } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { hasReplies } from '../open/branches.ts';
import { useDoc, useScreen } from '../open/openMap.ts';

/** On the right side of a card: how many claims are folded away there, or a minus that folds them. */
export function FoldButton({ card, selected }: { card: CardBox; selected: boolean }) {
  const { t } = useTranslation('map');
  const fold = useScreen((state) => state.fold);
  const folded = useScreen((state) => state.folded.has(card.claim));
  const replied = useDoc((state) => hasReplies(state.view, card.claim));
  if (card.reference || !replied || (!folded && card.hidden > 0)) return null;
  // Only claims from elsewhere, used again, may hang there: they are not counted.
  const count = card.beneath > 0 ? String(card.beneath) : '';
  const label = folded ? t('card.unfold', { count: card.beneath }) : t('card.fold');
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
      {folded ? `+${count}` : '−'}
    </button>
  );
}
