// The map in a page of someone else's: read-only, as a picture that is drawn here, with the way to the map itself.
import { mapOf, pictureOf, svgOf, type ExportOptions, type Snapshot } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { api, valueOf } from '../api.ts';
import { chosenContent, optionsIn } from './embed.ts';
import './exchange.css';
import { problemText } from '../i18n/refusalText.ts';
import { FetchedAhead } from '../ui/FetchedAhead.tsx';
import { fetchFonts } from '../ui/fonts.ts';
import { Picture } from './Picture.tsx';
import { looksOf } from './preview.ts';

/** `?branch=` shows what hangs on one claim, `?look=` is light, dark or print. */
export function EmbedPage() {
  const { t } = useTranslation('exchange');
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const options = useMemo(() => optionsIn(query), [query]);
  const map = useQuery({ queryKey: ['embed', id], queryFn: () => valueOf(api.snapshot(id)) });
  if (map.error) return <p className="embed-problem">{problemText(map.error)}</p>;
  if (!map.data) return <p role="status" className="embed-problem">{t('embed.loading')}</p>; // prettier-ignore
  return <Embedded id={id} snapshot={map.data} at={map.dataUpdatedAt} options={options} />;
}

interface EmbeddedProps {
  id: string;
  snapshot: Snapshot;
  /** When it was loaded, in ms since 1970. */
  at: number;
  options: ExportOptions;
}

function Embedded({ id, snapshot, at, options }: EmbeddedProps) {
  const { t } = useTranslation('exchange');
  const { title, language } = snapshot.map.info;
  const svg = useMemo(() => {
    const origin = { at, version: snapshot.version, permalink: null };
    return svgOf(pictureOf(mapOf(chosenContent(snapshot.map, options)), origin, looksOf(options)));
  }, [snapshot, at, options]);
  return (
    <main className="embed" data-look={options.look}>
      <title>{title}</title>
      <FetchedAhead all={() => [fetchFonts]} />
      <Picture svg={svg} name={title} />
      <p className="embed-foot">
        <span lang={language}>{title}</span>
        <a href={`/maps/${id}`} target="_blank" rel="noopener">
          {t('embed.open')}
        </a>
      </p>
    </main>
  );
}
