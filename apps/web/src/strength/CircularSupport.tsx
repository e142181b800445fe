import type { Circle, Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDocList, useStrengths } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Icon } from '../ui/Icon.tsx';

/** [E-06] By way of which claims this one supports itself; each leads to the claim. */
export function CircularSupport({ claim }: { claim: Id }) {
  const circle = useStrengths((counted) => counted?.circles.find(({ claims }) => claims.includes(claim)));
  return circle ? <Way way={wayFrom(circle, claim)} /> : null;
}

function Way({ way }: { way: readonly Id[] }) {
  const { t } = useTranslation('strength');
  const goTo = useShowClaim();
  const claims = useDocList(({ view }) => way.flatMap((id) => view.claims.get(id) ?? []));
  return (
    <section className="circular">
      <h2>
        <Icon name="redo" size={14} /> {t('circular.title')}
      </h2>
      <p>{t('circular.about')}</p>
      <ol>
        {claims.map(({ id, text, language }, i) => (
          <li key={`${i} ${id}`}>
            <button type="button" className="claim-link" lang={language} onClick={() => goTo(id)}>
              {text}
            </button>
            {i < claims.length - 1 && <small>{t('circular.supports')}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Round once, from the claim back to itself. */
function wayFrom({ claims }: Circle, claim: Id): Id[] {
  const at = claims.indexOf(claim);
  return [...claims.slice(at), ...claims.slice(0, at), claim];
}
