import type { Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DemoClass } from './DemoClass.tsx';

/** What someone without a map sees first: what a map is, and how to begin one. */
export function FirstSteps({ example }: { example: Id | null }) {
  const { t } = useTranslation('home');
  return (
    <section className="first-steps" aria-labelledby="first-steps">
      <h2 id="first-steps">{t('teach.title')}</h2>
      <ol>
        <li>
          <Picture step="claim" />
          <h3>{t('teach.claim')}</h3>
          <p>{t('teach.claimText')}</p>
        </li>
        <li>
          <Picture step="argue" />
          <h3>{t('teach.argue')}</h3>
          <p>{t('teach.argueText')}</p>
        </li>
        <li>
          <Picture step="invite" />
          <h3>{t('teach.invite')}</h3>
          <p>{t('teach.inviteText')}</p>
        </li>
      </ol>
      {example && (
        <Link className="button ghost" to={`/maps/${example}`}>
          {t('teach.lookFirst')}
        </Link>
      )}
      <DemoClass />
    </section>
  );
}

function Picture({ step }: { step: 'claim' | 'argue' | 'invite' }) {
  const argued = step !== 'claim';
  return (
    <svg viewBox="0 0 132 56" width="132" height="56" aria-hidden="true">
      <rect className="thesis" x="2" y="17" width="38" height="22" rx="5" />
      <path className="support" d="M40 28C52 28 52 14 64 14" opacity={argued ? 1 : 0.25} />
      <path className="rebut" d="M40 28C52 28 52 42 64 42" opacity={argued ? 1 : 0.25} />
      <rect className={argued ? 'support box' : 'later'} x="64" y="5" width="34" height="18" rx="4" />
      <rect className={argued ? 'rebut box' : 'later'} x="64" y="33" width="34" height="18" rx="4" />
      {step === 'invite' && (
        <>
          <circle className="face one" cx="104" cy="7" r="6" />
          <circle className="face two" cx="104" cy="49" r="6" />
          <circle className="face three" cx="44" cy="16" r="6" />
        </>
      )}
    </svg>
  );
}
