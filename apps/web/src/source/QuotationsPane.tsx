import { isUnsettled, type Quotation } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc, useDocList } from '../open/openMap.ts';
import { unsettledIn } from '../open/unsettled.ts';
import { Icon } from '../ui/Icon.tsx';
import { Settling } from './Settling.tsx';
import './source.css';

/** What a new edition did to the quotations of the map; what it changed or took away waits here for a person. */
export function QuotationsPane() {
  const { t } = useTranslation('source');
  const waiting = useDocList(({ view }) => unsettledIn(view));
  const view = useDoc((state) => state.view);
  const followed = [...view.quotations.values()].filter((one) => !one.removed && !isUnsettled(one));
  return (
    <div className="source-settle">
      {waiting.length === 0 && <p className="source-settled">{t('settle.nothing')}</p>}
      {waiting.map((quotation) => (
        <Settling key={quotation.id} quotation={quotation} />
      ))}
      <Unchanged followed={followed} />
    </div>
  );
}

const KINDS = ['moved', 'typographic', 'kept'] as const;

function Unchanged({ followed }: { followed: readonly Quotation[] }) {
  const { t } = useTranslation('source');
  if (followed.length === 0) return null;
  const counts = KINDS.flatMap((kind) => {
    const count = followed.filter(({ stands }) => stands?.status === kind).length;
    return count > 0 ? [t(`settle.${kind}`, { count })] : [];
  });
  return (
    <section className="source-box">
      <p className="source-fine">
        <Icon name="check" /> {t('settle.fine', { count: followed.length })}
      </p>
      {counts.length > 0 && <small>{counts.join(' · ')}</small>}
    </section>
  );
}
