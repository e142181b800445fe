import type { MapSummary } from '@counterpoint/shared';
import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { mapsQuery, meQuery } from '../api.ts';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { Cards } from './Cards.tsx';
import { DemoClass } from './DemoClass.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import './home.css';
import { JoinDialog } from './JoinDialog.tsx';
import { MapCardSkeleton } from './MapCard.tsx';
import { MyMaps } from './MyMaps.tsx';
import { NewMapCard } from './NewMapCard.tsx';
import { ProblemWithRetry } from './ProblemWithRetry.tsx';
import { SearchMaps } from './SearchMaps.tsx';
import type { Sort } from './sorts.ts';

export const newMapDialog = async () => (await import('./NewMapDialog.tsx')).NewMapDialog;

/** `?new` and `?code` open a dialog, so that signing in can lead back to it. */
export function Home({ Import }: { Import: ComponentType }) {
  const { t } = useTranslation(['home', 'common']);
  const [asked, setAsked] = useSearchParams();
  const account = useQuery(meQuery).data?.account;
  const close = () => setAsked({}, { replace: true });
  // Signed out, the way to a new map leads over an account, and back.
  const newMap = account === null ? `/sign-in?task=sign-up&to=${encodeURIComponent('/?new')}` : '/?new';
  return (
    <div className="home">
      <title>{t('name', { ns: 'common' })}</title>
      <div className="hero">
        <div>
          <h1>{t('hero')}</h1>
          <p>{t('about')}</p>
        </div>
        <div className="actions">
          <Button onClick={() => setAsked({ code: '' })}>{t('join')}</Button>
          <Link className="button solid" to={newMap}>
            {t('new')}
          </Link>
        </div>
      </div>
      {account?.guest && (
        <p className="guest">
          {t('guest')} <Link to="/sign-in?task=sign-up">{t('keep')}</Link>
        </p>
      )}
      <Maps newMap={newMap} />
      {account && <Import />}
      {asked.has('new') && account && (
        <Fetched load={newMapDialog} props={{ open: true, onClose: close }} onMissing={close} />
      )}
      <JoinDialog open={asked.has('code')} onClose={close} />
    </div>
  );
}

function Maps({ newMap }: { newMap: string }) {
  const { t } = useTranslation('home');
  const maps = useInfiniteQuery(mapsQuery);
  const [words, setWords] = useState('');
  const [sort, setSort] = useState<Sort>('latest');
  // Another order, and what is looked for, are of all maps, not of those that happen to be here.
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = maps;
  const needsAll = (words !== '' || sort !== 'latest') && hasNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (needsAll && !isFetchingNextPage) void fetchNextPage();
  }, [needsAll, isFetchingNextPage, fetchNextPage]);
  if (maps.isPending) return <Loading />;
  if (!maps.data)
    return <ProblemWithRetry title={t('failed')} thrown={maps.error} onRetry={() => void maps.refetch()} />;
  const all = maps.data.pages.flatMap((page) => page.maps);
  const samples = all.filter((map) => map.sample).sort(byLanguage);
  const mine = all.filter((map) => !map.sample);
  return (
    <>
      {mine.length > 0 && <SearchMaps onWords={setWords} />}
      {mine.length === 0 ? (
        <FirstSteps example={samples[0]?.id ?? null} />
      ) : (
        <MyMaps maps={mine} words={words} sort={sort} onSort={setSort}>
          {mine.length < 3 && <NewMapCard to={newMap} />}
        </MyMaps>
      )}
      <Older maps={maps} shown={mine.length} />
      {samples.length > 0 && <Cards title={t('samples')} maps={samples} />}
      {mine.length > 0 && <DemoClass />}
    </>
  );
}

/** Whoever asked for older maps goes on at the first of them: the button may be gone. */
function Older({ maps, shown }: { maps: UseInfiniteQueryResult; shown: number }) {
  const { t } = useTranslation('home');
  const askedAt = useRef<number | null>(null);
  useEffect(() => {
    if (askedAt.current === null || askedAt.current >= shown) return;
    document.querySelectorAll<HTMLElement>('.home .map-card h3 a')[askedAt.current]?.focus();
    askedAt.current = null;
  }, [shown]);
  const ask = () => {
    askedAt.current = shown;
    void maps.fetchNextPage();
  };
  if (!maps.hasNextPage) return null;
  return (
    <div className="older">
      <Button busy={maps.isFetchingNextPage} onClick={ask}>
        {t('older')}
      </Button>
      {maps.isFetchNextPageError && (
        <p className="problem" role="alert">
          {problemText(maps.error)}
        </p>
      )}
    </div>
  );
}

/** What the reader reads comes first. */
const byLanguage = (one: MapSummary, other: MapSummary): number =>
  Number(isRead(other)) - Number(isRead(one));
const isRead = (map: MapSummary): boolean => map.info.language.startsWith(interfaceLanguage());

function Loading() {
  const { t } = useTranslation('common');
  return (
    <div className="maps grid" role="status" aria-label={t('loading')}>
      {[1, 2, 3].map((place) => (
        <MapCardSkeleton key={place} />
      ))}
    </div>
  );
}
