import { memo, useEffect, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { redo, undo } from '../open/askFor.ts';
import { historyOf, isTextField } from '../open/keys.ts';
import { MapDialogs } from './MapDialogs.tsx';
import type { Slots } from './slots.ts';
import { LoadingMap, NoMap } from './MapStates.tsx';
import { Notices } from './Notices.tsx';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { PhoneTabs } from './PhoneTabs.tsx';
import { TopBar } from './TopBar.tsx';
import { useAddress } from './useAddress.ts';
import { useNarrow } from './useNarrow.ts';
import { useHouse, viewIn } from '../open/house.ts';
import './workspace.css';

/** Drawn again by its stores alone: its address changes with every step of the selection. */
export const Workspace = memo(function Workspace({ menu, panel, Share, ...dialogs }: Slots) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const sentAway = useDoc(
    (state) => state.ended !== null || (state.status === 'refused' && state.version === null),
  );
  const title = useDoc((state) => state.view.info.title);
  const chosen = useScreen((state) => state.view);
  const view = viewIn(useHouse(), chosen);
  const panelOpen = useScreen((state) => state.panelOpen);
  const narrow = useNarrow();
  const isShown = useAddress(narrow);
  useEffect(() => {
    if (title !== '') document.title = title;
  }, [title]);

  if (sentAway) return <NoMap />;
  if (!isShown) return <LoadingMap />;
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
      <TopBar {...{ menu, Share }} />
      <main id="content" className="workspace-main" hidden={onlyPanel}>
        <view.Component />
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
});
