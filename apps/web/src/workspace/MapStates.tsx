// Before there is a map to show, and when there will be none.
import type { MovedTo } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Link } from 'react-router';
import { api, meQuery, valueOf } from '../api.ts';
import { within } from '../base.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Mark } from '../ui/Mark.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { wordsOf } from '../open/describe.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { toldOf } from '../open/sentAway.ts';
import './workspace.css';

export function LoadingMap() {
  const { t } = useTranslation('map');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setSlow(true), 4_000);
    return () => clearTimeout(wait);
  }, []);
  return (
    <div className="workspace loading" aria-busy="true">
      <header className="top-bar">
        <Link to="/" className="top-brand" aria-label={t('back')}>
          <Mark />
        </Link>
        <Skeleton width={180} height={18} />
      </header>
      <main id="content" className="workspace-main">
        <div role="status">
          <h1>{t(slow ? 'loading.slow' : 'loading.words')}</h1>
        </div>
      </main>
    </div>
  );
}

const TITLES: Readonly<Record<string, 'gone.old' | 'gone.elsewhere'>> = {
  stale: 'gone.old',
  'wrong-origin': 'gone.elsewhere',
};

/** The server would not have us, or sent us away. */
export function NoMap() {
  const { t } = useTranslation('map');
  const ended = useDoc((state) => state.ended);
  const refusal = toldOf(useDoc((state) => state.refusal));
  const code = refusal?.code;
  const here = within(location.pathname) + location.search;
  const isOthers = code === 'not-allowed';
  const signIn = ended === 'signed-out' || code === 'not-found' || code === 'not-signed-in';
  const moved = useMoved(ended === 'removed' || code === 'not-found');
  const words =
    (moved && t('gone.moved', { ...moved })) ||
    (ended === 'removed' && t('gone.removed')) ||
    (ended === 'signed-out' && t('gone.signedOut')) ||
    (ended === 'deleted' && t('gone.deleted')) ||
    (isOthers && t('gone.others')) ||
    (refusal && refusalText(refusal));
  return (
    <main id="content" className="no-map">
      <EmptyState
        level={1}
        title={t(ended && ended !== 'deleted' ? 'gone.title' : (TITLES[code ?? ''] ?? 'gone.none'))}
        actions={
          <>
            {(code === 'stale' || isOthers) && (
              <button type="button" className="button solid" onClick={() => location.reload()}>
                {t('gone.reload')}
              </button>
            )}
            {moved && (
              <Link className="button solid" to={`/maps/${moved.map}`}>
                {t('gone.movedOpen', { name: moved.name })}
              </Link>
            )}
            {signIn && !moved && (
              <Link className="button solid" to={`/sign-in?to=${encodeURIComponent(here)}`}>
                {t('gone.signIn')}
              </Link>
            )}
            <Link className="button ghost" to="/">
              {t('back')}
            </Link>
          </>
        }
      >
        {words}
      </EmptyState>
      <KeptWords />
    </main>
  );
}

/** [S-15] Where one is now who was moved out of the group that works in this map. */
function useMoved(enabled: boolean): MovedTo | undefined {
  const { id } = useOpenMap();
  const queryKey = ['maps', id, 'moved'];
  return useQuery({ queryKey, queryFn: () => valueOf(api.movedFrom(id)), enabled, retry: false }).data;
}

/**
 * Whether whoever wrote here is signed out, and may have left the browser to somebody else; `undefined` until that is known: who
 * comes back to a map that is not open to nobody hears only that it is not found, and who comes back as somebody else that the page
 * is not theirs. A guest cannot sign in again and is never away.
 */
function useIsAway(): boolean | undefined {
  const { id } = useOpenMap();
  const ended = useDoc((state) => state.ended);
  const code = useDoc((state) => state.refusal)?.code;
  const account = useQuery(meQuery).data?.account ?? null;
  const queryKey = ['me', 'now', id];
  const isUnknown = code === 'not-found' || code === 'not-allowed';
  const enabled = ended === null && isUnknown && account !== null && !account.guest;
  const now = useQuery({ queryKey, queryFn: () => valueOf(api.me()), enabled, staleTime: 0, gcTime: 0 }).data;
  if (enabled) return now && now.account?.id !== account.id;
  return (ended === 'signed-out' || code === 'not-signed-in') && !account?.guest;
}

/** What this person wrote and nobody will take any more: still theirs to copy. */
function KeptWords() {
  const { t } = useTranslation('map');
  const isAway = useIsAway();
  const unsent = useDoc((state) => state.unsent);
  const tray = useDoc((state) => state.tray);
  const typed = useStore(useOpenMap().typed);
  const kept = [
    ...[...tray, ...unsent].map(({ id, edit }) => ({ id, words: wordsOf(edit) })),
    ...[...typed].map(([id, { text }]) => ({ id, words: text })),
  ].filter(({ words }) => words !== '');
  if (kept.length === 0 || isAway === undefined) return null;
  if (isAway) return <p className="kept-words">{t('gone.keptAway')}</p>;
  return (
    <section className="kept-words">
      <h2>{t('gone.kept')}</h2>
      {kept.map(({ id, words }) => (
        <blockquote key={id}>{words}</blockquote>
      ))}
    </section>
  );
}
