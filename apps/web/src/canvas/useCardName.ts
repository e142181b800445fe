// What a screen reader says of a card (U-07): type, wording, what it replies to, place, replies, state, author.
import { repliesTo, type ArgumentMap, type CardBox } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { aboveOf } from '../open/branches.ts';
import { short } from '../ui/short.ts';
import { useDoc } from '../open/openMap.ts';

export type Waiting = 'change' | 'removal' | null;

export function useCardName(card: CardBox, waiting: Waiting, unsent: boolean): string {
  const { t } = useTranslation('map');
  const { t: relation } = useTranslation('relation');
  const text = useDoc((state) => state.view.claims.get(card.claim)?.text ?? '');
  const parent = useDoc((state) => parentText(state.view, card));
  const replies = useDoc((state) => repliesTo(state.view, card.claim).length);
  const author = useDoc(
    (state) => state.view.participants.get(state.view.claims.get(card.claim)?.by ?? '')?.name ?? '',
  );
  const parts = [
    parent === ''
      ? relation(card.kind)
      : t('card.nameReply', { relation: relation(card.kind), parent: short(parent) }),
    text,
    card.reference ? t('card.reference') : '',
    waiting ? t(waiting === 'removal' ? 'card.removalPending' : 'card.pending') : '',
    unsent ? t('card.unsent') : '',
    replies > 0 ? t('card.replies', { count: replies }) : '',
    author === '' ? '' : t('card.by', { name: author }),
  ];
  return parts.filter(Boolean).join(t('card.comma'));
}

function parentText(view: ArgumentMap, card: CardBox): string {
  const above = aboveOf(view, card.id);
  const claim = above === null ? undefined : (view.references.get(above)?.claim ?? above);
  return claim === undefined ? '' : (view.claims.get(claim)?.text ?? '');
}
