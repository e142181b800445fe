import { commentsOn, quotationsOf, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';
import { otherAuthors } from '../open/authors.ts';
import { useDoc } from '../open/openMap.ts';
import { useFigure, useIsCircular } from '../open/useStrength.ts';
import { isClaimUnsettled } from '../open/unsettled.ts';
import { CardVotes } from '../open/CardVotes.tsx';

/** Who wrote the claim, on how many passages it rests, and how much was said about it; `fresh` comments were not seen yet. */
export function CardFoot({ claim, fresh }: { claim: Id; fresh: number }) {
  const { t } = useTranslation('map');
  const comments = useDoc((state) => commentsOn(state.view, claim).length);
  const quotations = useDoc((state) => quotationsOf(state.view, claim).length);
  const unsettled = useDoc((state) => isClaimUnsettled(state.view, claim));
  const author = useDoc((state) => state.view.participants.get(state.view.claims.get(claim)?.by ?? '')?.name);
  const others = useDoc(({ view }) => otherAuthors(view, claim).length);
  const strength = useFigure(claim);
  const circular = useIsCircular(claim);
  return (
    <div className="card-foot">
      {author !== undefined && (
        <span className="card-author">
          {others > 0 ? t('card.authors', { name: author, more: others }) : author}
        </span>
      )}
      {quotations > 0 && <span title={t('card.quotations', { count: quotations })}>¶ {quotations}</span>}
      {strength !== null && <span title={t('card.strength')}>{strength}</span>}
      {circular && (
        <span title={t('card.circular')}>
          <Icon name="redo" size={13} />
        </span>
      )}
      {unsettled && <span className="card-unsettled">{t('card.unsettled')}</span>}
      <CardVotes claim={claim} />
      {comments > 0 && (
        <span title={t('card.comments', { count: comments })}>
          <Icon name="comment" size={13} /> {comments}
          {fresh > 0 && <span className="fresh">{t('panel.fresh', { count: fresh })}</span>}
        </span>
      )}
    </div>
  );
}
