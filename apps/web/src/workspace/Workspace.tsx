import { memo, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MapAhead } from './MapAhead.tsx';
import { MapDialogs } from './MapDialogs.tsx';
import { LoadingMap, NoMap } from './MapStates.tsx';
import { Notices } from './Notices.tsx';
import { useDoc, useScreen } from '../open/openMap.ts';
import { Panes } from './Panes.tsx';
import { PhoneTabs } from './PhoneTabs.tsx';
import { Said } from '../open/Said.tsx';
import { usePageKeys } from './usePageKeys.ts';
import { SinceYouLeft } from './SinceYouLeft.tsx';
import { TopBar } from './TopBar.tsx';
import { useAddress } from './useAddress.ts';
import { useClipboard } from './useClipboard.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { useNarrow } from '../ui/useNarrow.ts';
import { useSide } from './useSide.ts';
import { useStrip, useView } from '../open/house.ts';
import './workspace.css';

const NOTHING = {};

/** Drawn again by its stores alone: its address changes with every step of the selection. */
export const Workspace = memo(function Workspace({ menu }: { menu: ReactNode }) {
  const { t } = useTranslation('map');
  const sentAway = useDoc(
    (state) => state.ended !== null || (state.status === 'refused' && state.version === null),
  );
  const title = useDoc((state) => state.view.info.title);
  const view = useView();
  const panelOpen = useScreen((state) => state.panelOpen);
  const narrow = useNarrow();
  const side = useSide();
  const strip = useStrip();
  const isShown = useAddress(narrow);
  usePageKeys();
  useClipboard();
  useEffect(() => {
    if (title !== '') document.title = title;
  }, [title]);

  if (sentAway) return <NoMap />;
  if (!isShown) return <LoadingMap />;
  const onlyPanel = narrow && panelOpen;
  return (
    <div className="workspace" data-view={view.id}>
      <TopBar menu={menu} />
      {side && (
        <aside className="workspace-side" aria-label={side.title()}>
          <Fetched load={side.load} props={{}} />
        </aside>
      )}
      <main id="content" className="workspace-main" hidden={onlyPanel}>
        <SinceYouLeft />
        <Fetched load={view.load} props={{}}>
          <MapAhead />
        </Fetched>
      </main>
      {panelOpen && (
        <aside className="workspace-panel" aria-label={t('panel.label')}>
          <Panes />
        </aside>
      )}
      {strip && (
        <section className="workspace-strip" aria-label={strip.label()}>
          <Fetched load={strip.load} props={NOTHING} />
        </section>
      )}
      {narrow && <PhoneTabs />}
      <MapDialogs />
      <Notices />
      <Said />
    </div>
  );
});
