// What the page of a map is made of: features meet here and in routes.tsx.
import i18next from 'i18next';
import { UserMenu } from './account/UserMenu.tsx';
import { CanvasView } from './canvas/CanvasView.tsx';
import { CLAIM_PANES } from './claim/panes.ts';
import { MapPage } from './workspace/MapPage.tsx';
import type { House } from './open/house.ts';
import { newId } from './open/newId.ts';
import { useDoc, useOpenMap, usePeople, useScreen } from './open/openMap.ts';
import { usePreference } from './open/preferences.ts';
import { OutlineView } from './outline/OutlineView.tsx';

export const MapRoute = () => <MapPage menu={<UserMenu />} house={HOUSE} />;

const placeDialog = async () => (await import('./outline/PlaceDialog.tsx')).PlaceDialog;

export const HOUSE: House = {
  views: [
    { id: 'map', title: () => i18next.t('views.map', { ns: 'map' }), icon: 'fit', Component: CanvasView },
    {
      id: 'outline',
      title: () => i18next.t('views.outline', { ns: 'map' }),
      icon: 'outline',
      Component: OutlineOfMap,
      onPhone: true,
    },
  ],
  panes: [...CLAIM_PANES],
  // Fetched in this order: what is large comes last.
  dialogs: {
    move: placeDialog,
    join: placeDialog,
    'link-support': placeDialog,
    'link-rebut': placeDialog,
    share: async () => (await import('./share/ShareDialog.tsx')).ShareDialog,
    removed: async () => (await import('./outline/RemovedDialog.tsx')).RemovedDialog,
    search: async () => (await import('./outline/SearchDialog.tsx')).SearchDialog,
    keys: async () => (await import('./workspace/KeysDialog.tsx')).KeysDialog,
    tray: async () => (await import('./workspace/TrayDialog.tsx')).TrayDialog,
    export: async () => (await import('./exchange/ExportDialog.tsx')).ExportDialog,
    import: async () => (await import('./exchange/ImportHere.tsx')).ImportHere,
  },
};

function OutlineOfMap() {
  const { doc, screen, show } = useOpenMap();
  const { edit, undo, redo } = doc.getState();
  const { select, fold, foldAll, openPanel, showTab } = screen.getState();
  const shown = useShown();
  const folded = useScreen((state) => state.folded);
  const at = usePeople((state) => state.at);
  const letters = usePreference('letterKeys');
  return (
    <OutlineView
      {...shown}
      {...{ folded, at, letters, select, fold, foldAll, edit, undo, redo, newId }}
      onEditing={(claim) => show({ editing: claim })}
      onDiscuss={(id) => {
        select(id);
        showTab('discussion');
        openPanel(true);
      }}
    />
  );
}

function useShown() {
  const view = useDoc((state) => state.view);
  const proposed = useDoc((state) => state.proposed);
  const participant = useDoc((state) => state.participant);
  const role = useDoc((state) => state.role);
  const selected = useScreen((state) => state.selected);
  return { view, proposed, me: { participant, role }, selected };
}
