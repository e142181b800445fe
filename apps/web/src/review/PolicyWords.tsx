import { trustOf, type ArgumentMap, type MapInfo } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { reasonName } from '../relation/reasonText.ts';
import { useReasons } from '../relation/Reasons.tsx';
import './policy.css';

/** Whether a map says anything of its own about how it is moderated. */
const isOwnPolicy = ({ policy, reasons }: Pick<MapInfo, 'policy'> & Pick<ArgumentMap, 'reasons'>): boolean =>
  policy.trim() !== '' || reasons.size > 0;

/** [P17] How the open map is moderated, in full or, for who is on the way, only what it says itself. */
export function PolicyWords({ short = false }: { short?: boolean }) {
  const { t } = useTranslation('review');
  const { policy, quota, trust, language } = useDoc(({ view }) => view.info);
  const reasons = useDoc(({ view }) => view.reasons);
  const offered = useReasons();
  const isRevoked = useDoc(({ view, participant }) => participant !== null && (trustOf(view, participant)?.revoked ?? false)); // prettier-ignore
  const isOwn = isOwnPolicy({ policy, reasons });
  return (
    <div className="policy">
      {policy.trim() === '' ? (
        !short && <p className="policy-none">{t('policy.none')}</p>
      ) : (
        <p className="policy-words" lang={language}>
          {policy}
        </p>
      )}
      <ul className="policy-numbers">
        <li>{t('policy.quota', { count: quota })}</li>
        {isRevoked && <li>{t('policy.revoked')}</li>}
        <li>{trust > 0 ? t('policy.trust', { count: trust }) : t('policy.noTrust')}</li>
      </ul>
      {(isOwn || !short) && (
        <section>
          <h3 id="policy-reasons">{t('policy.reasons')}</h3>
          <ul className="policy-reasons" aria-labelledby="policy-reasons">
            {offered.map((one) => (
              <li key={one}>{reasonName({ reasons }, one)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
