import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RelationTag } from '../relation/Relation.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** Before a claim is chosen the pane teaches the three moves; `children` is what there is to see without one. */
export function NothingSelected({ children }: { children: ReactNode }) {
  const { t } = useTranslation('map');
  return (
    <div className="nothing-selected">
      <EmptyState title={t('nothing.title')}>
        <p>{t('nothing.words')}</p>
        <dl className="moves">
          {(['support', 'rebut', 'undercut'] as const).map((move) => (
            <div key={move}>
              <dt>
                <RelationTag relation={move} tint />
              </dt>
              <dd>{t(`nothing.${move}`)}</dd>
            </div>
          ))}
        </dl>
      </EmptyState>
      {children}
    </div>
  );
}
