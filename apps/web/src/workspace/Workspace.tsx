import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { redo, undo } from '../open/askFor.ts';
import { historyOf, isTextField } from '../open/keys.ts';
import { MapDialogs } from './MapDialogs.tsx';
import { LoadingMap, NoMap } from './MapStates.tsx';
import { Notices } from './Notices.tsx';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { Panes } from './Panes.tsx';
import { PhoneTabs } from './PhoneTabs.tsx';
import { TopBar } from './TopBar.tsx';
import { useNarrow } from './useNarrow.ts';
import { useHouse, viewIn } from '../open/house.ts';
import './workspace.css';

export function Workspace({ menu }: { menu: ReactNode }) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
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
    <div className="workspace" data-view={view.id} onKeyDown={handleKeyDown}>
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
