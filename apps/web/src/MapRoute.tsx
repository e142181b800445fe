// The page of one map with what other features show of it, tied to its stores: features meet here and in routes.tsx.
import { UserMenu } from './account/UserMenu.tsx';
import { api, valueOf } from './api.ts';
import i18next from 'i18next';
import { CanvasView } from './canvas/CanvasView.tsx';
import { ClaimPanel } from './claim/ClaimPanel.tsx';
import { ExportDialog } from './exchange/ExportDialog.tsx';
import { ImportHere } from './ImportHere.tsx';
import { MapPage } from './workspace/MapPage.tsx';
import type { House } from './open/house.ts';
import { COMMANDS } from './open/commands/list.ts';
import { newId } from './open/newId.ts';
import { useDoc, useOpenMap, useScreen } from './open/openMap.ts';
import { showClaim } from './open/showClaim.ts';
import { ClaimPicker } from './outline/ClaimPicker.tsx';
import { OutlineView } from './outline/OutlineView.tsx';
import { PlaceDialog } from './outline/PlaceDialog.tsx';
import { ShareDialog } from './share/ShareDialog.tsx';

export function MapRoute() {
  return (
    <MapPage
      menu={<UserMenu />}
      house={HOUSE}
      panel={<PanelOfMap />}
      Share={ShareDialog}
      Export={ExportDialog}
      Import={ImportHere}
      PlaceDialog={PlaceDialog}
      ClaimPicker={ClaimPicker}
    />
  );
}

const HOUSE: House = {
  commands: COMMANDS,
  views: [
    { id: 'map', title: () => i18next.t('views.map', { ns: 'map' }), icon: 'fit', Component: CanvasView },
    {
      id: 'outline',
      title: () => i18next.t('views.outline', { ns: 'map' }),
      icon: 'outline',
      Component: OutlineView,
      onPhone: true,
    },
  ],
};

function PanelOfMap() {
  const { id: map, doc, screen, show } = useOpenMap();
  const shown = useShown();
  const tab = useScreen((state) => state.panelTab);
  return (
    <ClaimPanel
      {...shown}
      tab={tab}
      onTab={screen.getState().showTab}
      edit={doc.getState().edit}
      newId={newId}
      goTo={(id) => showClaim(screen, doc.getState().view, id)}
      loadText={(edition) => valueOf(api.text(map, edition))}
      loadHistory={async (claim) => (await valueOf(api.changes(map, { claim }))).changes}
      onEditing={(claim) => show({ editing: claim })}
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
