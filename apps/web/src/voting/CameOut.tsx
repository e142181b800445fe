import type { Tally } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';

/** [C4] The mean, of how many, and how many gave each value where that is told. */
export function CameOut({ tally, ends }: { tally: Tally; ends: readonly [string, string, string] }) {
  const { t } = useTranslation('ratings');
  const { votes, sum, counts } = tally;
  if (votes === 0) return null;
  const most = Math.max(1, ...counts);
  const mean = new Intl.NumberFormat(interfaceLanguage(), { maximumFractionDigits: 1 }).format(sum / votes);
  return (
    <figure className="came-out">
      <figcaption>{t('mean', { mean, count: votes })}</figcaption>
      {counts.length > 0 && (
        <ol>
          {counts.map((count, value) => (
            <li key={value} aria-label={t('gave', { count, value, end: ends[value / 2] ?? '' })}>
              <span style={{ blockSize: `${(count / most) * 100}%` }} />
              <small>{count}</small>
            </li>
          ))}
        </ol>
      )}
    </figure>
  );
}
