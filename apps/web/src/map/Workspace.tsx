import { TOP } from '@counterpoint/shared';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { redo, undo } from './askFor.ts';
import { EmptyMap } from './EmptyMap.tsx';
import { historyOf, isTextField } from './keys.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { MapDialogs } from './MapDialogs.tsx';
import type { MapPageProps } from './MapPage.tsx';
import { LoadingMap, NoMap } from './MapStates.tsx';
import { Notices } from './Notices.tsx';
import { useDoc, useOpenMap, useScreen } from './openMap.ts';
import { PhoneTabs } from './PhoneTabs.tsx';
import { TopBar } from './TopBar.tsx';
import { useNarrow } from './useNarrow.ts';
import './workspace.css';

export function Workspace({ menu, outline, panel, Share, ...dialogs }: MapPageProps) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const loaded = useDoc((state) => state.version !== null);
  const sentAway = useDoc(
    (state) => state.ended !== null || (state.status === 'refused' && state.version === null),
  );
  const title = useDoc((state) => state.view.info.title);
  const view = useScreen((state) => state.view);
  const panelOpen = useScreen((state) => state.panelOpen);
  const narrow = useNarrow();
  useStart(narrow);
  useEffect(() => {
    if (title !== '') document.title = title;
  }, [title]);

  if (sentAway) return <NoMap />;
  if (!loaded) return <LoadingMap />;
  const handleKeyDown = (event: KeyboardEvent): void => {
    const asked = isTextField(event.target) ? undefined : historyOf(event.nativeEvent);
    if (!asked || event.defaultPrevented) return;
    event.preventDefault();
    (asked === 'undo' ? undo : redo)(session);
  };
  const onlyPanel = narrow && panelOpen;
  return (
    // The keys bubble up from whatever has the focus; nothing here takes it.
    <div className="workspace" data-view={view} onKeyDown={handleKeyDown}>
      <TopBar menu={menu} Share={Share} />
      <main id="content" className="workspace-main" hidden={onlyPanel}>
        {view === 'outline' ? outline : <CanvasOrEmpty />}
      </main>
      {panelOpen && (
        <aside className="workspace-panel" aria-label={t('panel.label')}>
          {panel}
        </aside>
      )}
      {narrow && <PhoneTabs />}
      <MapDialogs {...dialogs} />
      <Notices />
    </div>
  );
}

function CanvasOrEmpty() {
  const empty = useDoc(
    ({ view }) => !view.index.home.get(TOP)?.some((id) => view.claims.get(id)?.removed === null),
  );
  const drafting = useScreen((state) => state.draft !== null);
  return empty && !drafting ? <EmptyMap /> : <MapCanvas />;
}

/** A phone begins with the outline and no pane. */
function useStart(narrow: boolean): void {
  const { screen } = useOpenMap();
  const was = useRef<boolean | null>(null);
  useEffect(() => {
    if (was.current === narrow) return;
    was.current = narrow;
    const { show, openPanel } = screen.getState();
    openPanel(!narrow && innerWidth >= 1100);
    if (narrow) show('outline');
  }, [narrow, screen]);
}
