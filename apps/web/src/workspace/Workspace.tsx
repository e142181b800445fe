import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MapDialogs } from './MapDialogs.tsx';
import { LoadingMap, NoMap } from './MapStates.tsx';
import { Notices } from './Notices.tsx';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { Panes } from './Panes.tsx';
import { PhoneTabs } from './PhoneTabs.tsx';
import { Said } from '../open/Said.tsx';
import { usePageKeys } from './usePageKeys.ts';
import { TopBar } from './TopBar.tsx';
import { useNarrow } from './useNarrow.ts';
import { useHouse, viewIn } from '../open/house.ts';
import './workspace.css';

export function Workspace({ menu }: { menu: ReactNode }) {
  const { t } = useTranslation('map');
  const loaded = useDoc((state) => state.version !== null);
  const sentAway = useDoc(
    (state) => state.ended !== null || (state.status === 'refused' && state.version === null),
  );
  const title = useDoc((state) => state.view.info.title);
  const chosen = useScreen((state) => state.view);
  const view = viewIn(useHouse(), chosen);
  const panelOpen = useScreen((state) => state.panelOpen);
  const narrow = useNarrow();
  useStart(narrow);
  usePageKeys();
  useEffect(() => {
    if (title !== '') document.title = title;
  }, [title]);

  if (sentAway) return <NoMap />;
  if (!loaded) return <LoadingMap />;
  const onlyPanel = narrow && panelOpen;
  return (
    <div className="workspace" data-view={view.id}>
      <TopBar menu={menu} />
      <main id="content" className="workspace-main" hidden={onlyPanel}>
        <view.Component />
      </main>
      {panelOpen && (
        <aside className="workspace-panel" aria-label={t('panel.label')}>
          <Panes />
        </aside>
      )}
      {narrow && <PhoneTabs />}
      <MapDialogs />
      <Notices />
      <Said />
    </div>
  );
}

/** A phone begins with a view of its own and no pane. */
function useStart(narrow: boolean): void {
  const { views } = useHouse();
  const { screen } = useOpenMap();
  const was = useRef<boolean | null>(null);
  useEffect(() => {
    if (was.current === narrow) return;
    was.current = narrow;
    const { show, openPanel } = screen.getState();
    openPanel(!narrow && innerWidth >= 1100);
    const first = views.find(({ onPhone }) => onPhone);
    if (narrow && first) show(first.id);
  }, [narrow, screen, views]);
}
