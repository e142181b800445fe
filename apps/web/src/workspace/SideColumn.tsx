import { useTranslation } from 'react-i18next';
import type { Side } from '../open/house.ts';
import { useDocList, useScreen } from '../open/openMap.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { Tabs } from '../ui/Tabs.tsx';

const NOTHING = {};

/** The column beside the map: the one thing in it, or the chosen one of several. */
export function SideColumn({ sides }: { sides: readonly [Side, ...Side[]] }) {
  const { t } = useTranslation('map');
  const chosen = useScreen((state) => state.sideTab);
  const openSide = useScreen((state) => state.openSide);
  const badges = useDocList((doc) => sides.map((side) => side.badge?.(doc) ?? 0));
  const shown = sides.find(({ view }) => view === chosen) ?? sides[0];
  const column = <Fetched key={shown.view} load={shown.load} props={NOTHING} />;
  return (
    <aside className="workspace-side" aria-label={shown.title()}>
      {sides.length === 1 ? (
        column
      ) : (
        <Tabs
          label={t('side.tabs')}
          value={shown.view}
          onChange={(view) => openSide(true, view)}
          tabs={sides.map((side, i) => ({
            value: side.view,
            text: side.title(),
            count: badges[i] ?? 0,
            alert: false,
            fresh: '',
            panel: side === shown && column,
          }))}
        />
      )}
    </aside>
  );
}
