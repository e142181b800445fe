import { useTranslation } from 'react-i18next';
import type { Standing } from '../open/standing.ts';
import { RelationTag } from './Relation.tsx';

/** The claim above, and the new one dashed beneath it. */
export function WhereItStands({ place: { relation, under, text } }: { place: Standing }) {
  const { t } = useTranslation('claim');
  return (
    <div className="where" role="group" aria-label={t('review.where')}>
      {under && <p lang={under.language}>{under.text}</p>}
      <p className="where-new">
        {relation === 'andAlso' ? (
          <span className="claim-sign">{t('sign.andAlso')}</span>
        ) : (
          <RelationTag relation={relation} tint />
        )}{' '}
        {text}
      </p>
    </div>
  );
}
