// One claim on the canvas: the box that was laid out, drawn line by line. It renders again only when it changed.
import { sideNamed, waiting, type CardBox, type Proposal } from '@counterpoint/shared';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { RelationSign } from '../relation/Relation.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CardEditor } from './CardEditor.tsx';
import { CardFoot } from './CardFoot.tsx';
import { CardPeople } from './CardPeople.tsx';
import { useCardLook } from './cardLook.ts';
import { FoldButton } from './FoldButton.tsx';
import type { CardNode } from './mapToFlow.ts';
import { nameOfWaiting } from '../open/describe.ts';
import { draftWords } from '../open/draftWords.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { GoesTo } from '../open/GoesTo.tsx';
import { draftOn } from '../open/proposals.ts';
import { SideTag } from '../open/SideTag.tsx';
import { UnreadDot, useUnread } from '../open/UnreadDot.tsx';
import { UnsentSign } from '../ui/UnsentSign.tsx';
import { useUnsent } from '../open/useUnsent.ts';
import { useCardName } from './useCardName.ts';

export const ClaimCard = memo(function ClaimCard({ data: { card } }: NodeProps<CardNode>) {
  const draft = useDoc((state) => draftOn(state, card.id));
  const pending = useWaiting(card, draft);
  const selected = useScreen((state) => state.selected === card.id);
  const drafted = useScreen((state) => state.draft?.claim === card.claim);
  const writing = useScreen((state) => state.editing === card.claim && !card.reference) || drafted;
  const { text, side = null } = useDoc((state) => state.view.claims.get(card.claim)) ?? {};
  const sign = useDoc(({ view }) => sideNamed(view, draft?.side ?? null)?.sign);
  const aside = useScreen(({ onlySide }) => onlySide !== null && onlySide !== side);
  const cut = useScreen((state) => state.cut === card.id);
  const unsent = useUnsent(card.id);
  const look = useCardLook(card);
  const unread = useUnread(card.claim);
  const name = useCardName(card, { waiting: pending, unsent: unsent !== undefined, ...unread });
  const classes = [
    'card',
    selected && 'selected',
    pending && (draft ? 'draft' : 'waiting'),
    card.reference && 'reference',
    drafted && 'drafted',
    cut && 'cut',
  ];
  return (
    <div
      id={`card-${card.id}`}
      role="group"
      aria-label={name}
      className={classes.filter(Boolean).join(' ')}
      data-relation={pending && !draft ? 'pending' : card.kind}
      data-side={draft && sign}
      data-kind={card.kind}
      data-aside={aside || undefined}
      style={look.card}
    >
      <CardHead
        card={card}
        pending={pending}
        isDraft={draft !== undefined}
        hasFoot={look.hasFoot}
        writing={writing}
        unsent={unsent}
        unread={unread}
      />
      {writing ? (
        <CardEditor key={card.id} lang={card.language} style={look.words} />
      ) : (
        <div
          className="card-words"
          lang={card.language}
          style={look.words}
          title={card.truncated ? text : undefined}
        >
          {card.lines.map((line, at) => (
            // Lines have no identity but their place.
            <span key={at}>{line}</span>
          ))}
        </div>
      )}
      {look.hasFoot && <CardFoot claim={card.claim} fresh={unread.talk} />}
      <CardPeople id={card.id} />
      {!drafted && <FoldButton card={card} selected={selected} />}
    </div>
  );
});

/** What waits about a card, in words; a draft or a removal before all else. */
function useWaiting({ claim, argument, id }: CardBox, draft: Proposal | undefined): string | null {
  const { t } = useTranslation('map');
  return useDoc(({ view, proposed }) => {
    if (draft) return draftWords(view, draft);
    const proposals = [claim, argument ?? '', id].flatMap((one) => proposed.get(one) ?? []);
    const first = proposals.find((one) => waiting(one).kind === 'remove') ?? proposals[0];
    return first ? t('card.pending', { what: nameOfWaiting(first, id) }) : null;
  });
}

interface CardHeadProps {
  card: CardBox;
  pending: string | null;
  isDraft: boolean;
  hasFoot: boolean;
  writing: boolean;
  unsent: (() => void) | undefined;
  unread: ReturnType<typeof useUnread>;
}

function CardHead({ card, pending, isDraft, hasFoot, writing, unsent, unread }: CardHeadProps) {
  const { t } = useTranslation('map');
  const { t: relation } = useTranslation('relation');
  const side = useDoc(({ view }) => sideNamed(view, view.claims.get(card.claim)?.side ?? null));
  const goes = useScreen((state) => state.goes);
  const collided = useDoc((state) => (state.view.claims.get(card.claim)?.beside.length ?? 0) > 0);
  return (
    <div className="card-head">
      <RelationSign relation={pending && !isDraft ? 'pending' : card.kind} />
      <span>{relation(card.kind)}</span>
      {pending && !isDraft && <span>· {pending}</span>}
      {pending && isDraft && (
        <span className="card-draft">
          <Icon name="lock" size={12} /> {pending}
        </span>
      )}
      {card.reference && (
        <span className="card-link">
          <Icon name="link" size={12} />
          {t('card.reference')}
        </span>
      )}
      {collided && (
        <span className="card-collided" title={t('card.collided')}>
          <Icon name="warning" size={13} />
        </span>
      )}
      {unread.words && <UnreadDot words={unread.words} />}
      {unsent && <UnsentSign onOpen={unsent} />}
      {!card.reference && !hasFoot && <CardFoot claim={card.claim} fresh={unread.talk} />}
      {writing ? <GoesTo to={goes} /> : side && !isDraft && <SideTag side={side} />}
    </div>
  );
}
