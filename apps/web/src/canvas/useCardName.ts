// What a screen reader says of a card (U-07): type, wording, what it replies to, place, state, what hangs beneath it, author.
import {
  repliesTo,
  sideNamed,
  standpointOf,
  type ArgumentMap,
  type CardBox,
  type Id,
} from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { aboveOf } from '../open/branches.ts';
import { short } from '../ui/short.ts';
import { useDoc } from '../open/openMap.ts';
import { useFigure, useIsCircular } from '../open/useStrength.ts';

interface Now {
  readonly waiting: string | null;
  readonly unsent: boolean;
  /** What of it this person has not read: its words, and how many comments. */
  readonly words: 'new' | 'reworded' | null;
  readonly talk: number;
}

export function useCardName(card: CardBox, { waiting, unsent, words, talk }: Now): string {
  const { t } = useTranslation('map');
  const { t: relation } = useTranslation('relation');
  const text = useDoc((state) => state.view.claims.get(card.claim)?.text ?? '');
  const parent = useDoc((state) => parentText(state.view, card));
  const place = useDoc(({ view }) => placeIn(view, card));
  const joint = useDoc(({ view }) => jointIn(view, card.id));
  const author = useDoc(
    (state) => state.view.participants.get(state.view.claims.get(card.claim)?.by ?? '')?.name ?? '',
  );
  const side = useDoc(({ view }) => sideNamed(view, view.claims.get(card.claim)?.side ?? null)?.name ?? '');
  const strength = useFigure(card.claim);
  const circular = useIsCircular(card.claim);
  const parts = [
    parent === ''
      ? relation(card.kind)
      : t('card.nameReply', { relation: relation(card.kind), parent: short(parent) }),
    text,
    card.reference ? t('card.reference') : '',
    joint === '' ? '' : t('card.joint', fraction(joint)),
    place === '' ? '' : t('card.place', fraction(place)),
    waiting ?? '',
    unsent ? t('card.unsent') : '',
    words ? t(`unread.${words}`) : '',
    talk > 0 ? t('unread.talk', { count: talk }) : '',
    strength !== null && !card.reference ? t('card.strengthOf', { value: strength }) : '',
    circular && !card.reference ? t('card.circular') : '',
    card.beneath > 0 ? t('card.beneath', { count: card.beneath }) : '',
    side === '' ? '' : t('card.side', { name: side }),
    author === '' ? '' : t('card.by', { name: author }),
  ];
  return parts.filter(Boolean).join(t('card.comma'));
}

/** As one comparable word: "2/3" is the second of three. */
const fraction = (word: string): { nth: string; count: string } => {
  const [nth = '', count = ''] = word.split('/');
  return { nth, count };
};

/** Which reply it is to what it stands at; looked up once for all cards of a map as it is. */
function placeIn(view: ArgumentMap, { argument }: CardBox): string {
  const target = argument === null ? undefined : view.arguments.get(argument)?.target.id;
  if (argument === null || target === undefined) return '';
  const known = rows.get(view.arguments) ?? new Map<Id, readonly Id[]>();
  rows.set(view.arguments, known);
  const row = known.get(target) ?? repliesTo(view, target).map(({ id }) => id);
  known.set(target, row);
  return row.length < 2 ? '' : `${row.indexOf(argument) + 1}/${row.length}`;
}

const rows = new WeakMap<ArgumentMap['arguments'], Map<Id, readonly Id[]>>();

function jointIn(view: ArgumentMap, id: Id): string {
  const premises = standpointOf(view, id)?.premises ?? [];
  return premises.length < 2 ? '' : `${premises.findIndex((one) => one.id === id) + 1}/${premises.length}`;
}

function parentText(view: ArgumentMap, card: CardBox): string {
  const above = aboveOf(view, card.id);
  const claim = above === null ? undefined : (view.references.get(above)?.claim ?? above);
  return claim === undefined ? '' : (view.claims.get(claim)?.text ?? '');
}
