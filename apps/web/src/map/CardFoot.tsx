import { commentsOn, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';
import { useDoc } from './openMap.ts';

export function CardFoot({ claim }: { claim: Id }) {
  const { t } = useTranslation('map');
  const comments = useDoc((state) => commentsOn(state.view, claim).length);
  return (
    <div className="card-foot">
      {comments > 0 && (
        <span title={t('card.comments', { count: comments })}>
          <Icon name="comment" size={13} /> {comments}
        </span>
      )}
    </div>
  );
}
