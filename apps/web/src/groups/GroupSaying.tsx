import type { Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../ui/Icon.tsx';

interface GroupSayingProps {
  name: string;
  /** Whether the map is that of the group, and not the one for everyone. */
  isHere: boolean;
  /** The other map, where one may read it. */
  leads: Id | null;
}

/** [S-14] In the map of a group which one it is, and in the map for everyone which group one is in. */
export function GroupSaying({ name, isHere, leads }: GroupSayingProps) {
  const { t } = useTranslation('groups');
  return (
    <section className="map-line" aria-label={t('label')}>
      <p>
        <Icon name="people" /> <b>{t(isHere ? 'own' : 'line', { name })}</b>{' '}
        {t(isHere ? 'ownAbout' : 'lineAbout')}
      </p>
      {leads !== null && (
        <div>
          <Link className="button ghost" to={`/maps/${leads}`}>
            {t(isHere ? 'template' : 'lineOpen')}
          </Link>
        </div>
      )}
    </section>
  );
}
