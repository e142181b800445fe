import { agreementOf, pointsIn, type Alpha, type Coding } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface AgreementFigureProps {
  codings: readonly Coding[];
  labels: readonly string[];
  text: string | undefined;
}

/** The figure with the name of its measure, over all who marked, and how many of these had not finished. */
export function AgreementFigure({ codings, labels, text }: AgreementFigureProps) {
  const { t } = useTranslation('round');
  const found = useMemo(
    () =>
      text === undefined ? null : agreementOf(codings, { labels, text: { start: 0, end: pointsIn(text) } }),
    [codings, labels, text],
  );
  if (!found) return null;
  const { annotators, unfinished } = found;
  return (
    <section className="round-figure" aria-label={t('agreement.title')}>
      <p>
        <span>{t('agreement.name')}</span> <Value alpha={found} />
      </p>
      <p>
        {t('agreement.annotators', { count: annotators })}
        {unfinished > 0 && `${t('comma')}${t('agreement.unfinished', { count: unfinished })}`}
      </p>
      {found.why && <p>{t(`agreement.why.${found.why}`)}</p>}
      {labels.length > 1 && !found.why && (
        <dl>
          {found.labels.map((one) => (
            <div key={one.label}>
              <dt>{one.label}</dt>
              <dd title={one.why ? t(`agreement.why.${one.why}`) : undefined}>
                <Value alpha={one} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <small>{t('agreement.means')}</small>
    </section>
  );
}

function Value({ alpha: { alpha, why } }: { alpha: Alpha }) {
  const { t } = useTranslation('round');
  // A hyphen is no minus.
  const shown = alpha?.toFixed(2).replace('-', '−');
  return <strong title={why ? t(`agreement.why.${why}`) : undefined}>{shown ?? t('agreement.none')}</strong>;
}
