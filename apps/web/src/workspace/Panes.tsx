import { useTranslation } from 'react-i18next';
import { useHouse, type Pane } from '../open/house.ts';
import { useDocList, useReading, useScreen, useSelected, type Selected } from '../open/openMap.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { NothingSelected } from './NothingSelected.tsx';

const NOTHING = {};

/** What there is to see beside the map: of the claim that is selected, and of the whole map. */
export function Panes() {
  const { panes } = useHouse();
  const selected = useSelected();
  const all = useDocList((doc) => panes.filter((pane) => pane.offered?.(doc) ?? true));
  if (selected) return <PaneTabs panes={all} selected={selected} />;
  const ofMap = all.filter((pane) => pane.about === 'map');
  const [only] = ofMap;
  return (
    <NothingSelected>
      {only && ofMap.length === 1 ? (
        <Fetched load={only.load} props={NOTHING} />
      ) : (
        <PaneTabs panes={ofMap} selected={null} />
      )}
    </NothingSelected>
  );
}

interface PaneTabsProps {
  panes: readonly Pane[];
  selected: Selected | null;
}

function PaneTabs({ panes, selected }: PaneTabsProps) {
  const { t } = useTranslation('map');
  const chosen = useScreen((state) => state.panelTab);
  const choose = useScreen((state) => state.showTab);
  const claim = selected?.claim ?? null;
  const badges = useDocList((doc) => panes.map((pane) => pane.badge?.(doc, claim) ?? 0));
  const reading = useReading((state) => state.reading);
  const fresh = useDocList((doc) => panes.map((pane) => (reading && pane.fresh?.(doc, claim, reading)) || 0));
  const shown = panes.find(({ id }) => id === chosen) ?? panes[0];
  if (!shown) return null;
  return (
    <Tabs
      label={t('panel.tabs')}
      value={shown.id}
      onChange={choose}
      tabs={panes.map((pane, i) => ({
        value: pane.id,
        text: pane.title(),
        count: badges[i] ?? 0,
        alert: pane.alert ?? false,
        fresh: fresh[i] ? t('panel.fresh', { count: fresh[i] }) : '',
        panel: drawn(pane, selected),
      }))}
    />
  );
}

function drawn(pane: Pane, selected: Selected | null) {
  if (pane.about === 'map') return <Fetched key={pane.id} load={pane.load} props={NOTHING} />;
  return selected && <Fetched key={selected.claim.id} load={pane.load} props={selected} />;
}
