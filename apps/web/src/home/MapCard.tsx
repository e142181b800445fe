import type { MapSummary } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { timeAgo } from '../i18n/inWords.ts';
import { Skeleton } from '../ui/Spinner.tsx';
import { MapActions } from './MapActions.tsx';
import { Thumbnail } from './Thumbnail.tsx';

export function MapCard({ map }: { map: MapSummary }) {
  const { t } = useTranslation(['home', 'common']);
  return (
    <article className="map-card">
      <Thumbnail picture={map.thumbnail} />
      <div className="words">
        <div className="head">
          <h3 lang={map.info.language}>
            <Link to={`/maps/${map.id}`}>{map.info.title}</Link>
          </h3>
          <MapActions map={map} />
        </div>
        <p className="facts">
          {map.present > 0 && <span className="present">{t('present', { count: map.present })}</span>}
          {map.info.hold === 'archived' && <span>{t('archived')}</span>}
          {map.sample && <span>{t('sample')}</span>}
          <span>{t('claims', { count: map.claims })}</span>
          {map.sample && <span>{t('copyable')}</span>}
          {!map.sample && map.role && <span>{t(`role.${map.role}`, { ns: 'common' })}</span>}
          {!map.sample && <span>{timeAgo(map.changedAt)}</span>}
        </p>
      </div>
    </article>
  );
}

export function MapCardSkeleton() {
  return (
    <div className="map-card" aria-hidden="true">
      <Skeleton height={116} />
      <div className="words">
        <Skeleton width="70%" height={18} />
        <Skeleton width="45%" height={12} />
      </div>
    </div>
  );
}
