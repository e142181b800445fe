// The map in a page of someone else's: live and read-only, to be folded, zoomed and moved, with the way to the map itself.
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { refusalText } from '../i18n/refusalText.ts';
import { HouseContext, type House } from '../open/house.ts';
import { lookedAt } from '../open/lookedAt.ts';
import { OpenMapContext, useDoc, useOpenMap } from '../open/openMap.ts';
import { isSentAway, toldOf } from '../open/sentAway.ts';
import { useMapSession } from '../open/useMapSession.ts';
import { TypedContext } from '../open/useTyped.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { FetchedAhead } from '../ui/FetchedAhead.tsx';
import type { Load } from '../ui/fetched.ts';
import { fetchFonts } from '../ui/fonts.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { optionsIn } from './embed.ts';
import './exchange.css';
import { base } from '../base.ts';

interface EmbedPageProps {
  house: House;
  /** The view that is shown. */
  load: Load<object>;
}

/** `?branch=` shows what hangs on one claim, `?look=` is light, dark or print. */
export function EmbedPage({ house, load }: EmbedPageProps) {
  const { t } = useTranslation('exchange');
  const { id = '' } = useParams();
  const session = useMapSession(id);
  const shown = useMemo(() => session && lookedAt(session), [session]);
  if (!shown) return <Note>{t('embed.loading')}</Note>;
  return (
    <OpenMapContext value={shown}>
      <TypedContext value={shown.typed}>
        <HouseContext value={house}>
          <Embedded load={load} />
        </HouseContext>
      </TypedContext>
    </OpenMapContext>
  );
}

/** All that there is to say in place of the map. */
function Note({ children }: { children: string }) {
  return (
    <main className="embed-problem">
      <div role="status">
        <h1>{children}</h1>
      </div>
    </main>
  );
}

const NOTHING = {};

function Embedded({ load }: { load: Load<object> }) {
  const { t } = useTranslation('exchange');
  const { id, screen } = useOpenMap();
  const [query] = useSearchParams();
  const { branch, look } = useMemo(() => optionsIn(query), [query]);
  const isThere = useDoc(({ version }) => version !== null);
  const isBranch = useDoc(({ view }) => branch !== undefined && view.claims.has(branch));
  const sentAway = useDoc(isSentAway);
  const refusal = toldOf(useDoc((state) => state.refusal));
  const title = useDoc(({ view }) => view.info.title);
  const language = useDoc(({ view }) => view.info.language);
  useEffect(() => {
    if (isBranch && branch !== undefined) screen.getState().focusOn(branch);
  }, [isBranch, branch, screen]);
  useEffect(() => {
    if (query.has('look')) document.documentElement.dataset['theme'] = look === 'dark' ? 'dark' : 'light';
  }, [query, look]);
  if (sentAway) return <Note>{refusal && !isThere ? refusalText(refusal) : t('embed.gone')}</Note>;
  if (!isThere) return <Note>{t('embed.loading')}</Note>;
  return (
    <main className="embed" data-look={look}>
      <title>{title}</title>
      <VisuallyHidden>
        <h1 lang={language}>{title}</h1>
      </VisuallyHidden>
      <FetchedAhead all={() => [fetchFonts]} />
      <div className="embed-map">
        <Fetched load={load} props={NOTHING}>
          <p role="status" className="embed-problem">
            {t('embed.loading')}
          </p>
        </Fetched>
      </div>
      <p className="embed-foot">
        <span lang={language}>{title}</span>
        <a href={`${base}maps/${id}`} target="_blank" rel="noopener">
          {t('embed.open')}
        </a>
      </p>
    </main>
  );
}
