import { memo, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstHints } from './FirstHints.tsx';
import { Following } from './Following.tsx';
import { Held, Muted } from './HeldLines.tsx';
import { MapAhead } from './MapAhead.tsx';
import { MapDialogs } from './MapDialogs.tsx';
import { KeptBack } from './KeptBack.tsx';
import { LaterLines } from './LaterLines.tsx';
import { LoadingMap, NoMap } from './MapStates.tsx';
import { Notices } from './Notices.tsx';
import { useDoc, useScreen } from '../open/openMap.ts';
import { Panes } from './Panes.tsx';
import { PhoneTabs } from './PhoneTabs.tsx';
import { PollLine } from './PollLine.tsx';
import { Said } from '../open/Said.tsx';
import { usePageKeys } from './usePageKeys.ts';
import { Rail } from './Rail.tsx';
import { ReadingBar } from './ReadingBar.tsx';
import { SinceYouLeft } from './SinceYouLeft.tsx';
import { ChooseSide, OnlySide } from './SideLines.tsx';
import { TopBar } from './TopBar.tsx';
import { useAddress } from './useAddress.ts';
import { useClipboard } from './useClipboard.ts';
import { useLine } from './useLine.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { useNarrow } from '../ui/useNarrow.ts';
import { SideColumn } from './SideColumn.tsx';
import { useRoleNews } from './useRoleNews.ts';
import { useSides } from './useSides.ts';
import { useHouse, useStrip, useView } from '../open/house.ts';
import { isSentAway } from '../open/sentAway.ts';
import './workspace.css';

const NOTHING = {};

/** Drawn again by its stores alone: its address changes with every step of the selection. */
export const Workspace = memo(function Workspace({ menu }: { menu: ReactNode }) {
  const { t } = useTranslation('map');
  const sentAway = useDoc(isSentAway);
  const title = useDoc((state) => state.view.info.title);
  const view = useView();
  const panelOpen = useScreen((state) => state.panelOpen);
  const narrow = useNarrow();
  const isReader = useDoc((state) => state.role === null);
  const chosen = useScreen((state) => state.selected !== null);
  const [railOpen, openRail] = useState(false);
  const [side, ...otherSides] = useSides();
  const strip = useStrip();
  const { counts } = useHouse();
  const showsStrength = useDoc((state) => state.confirmed.info.strength !== 'off');
  const isShown = useAddress(narrow);
  useLine();
  usePageKeys();
  useRoleNews();
  useClipboard();
  useEffect(() => {
    if (title !== '') document.title = title;
  }, [title]);

  if (sentAway) return <NoMap />;
  if (!isShown) return <LoadingMap />;
  if (view.alone)
    return (
      <main id="content">
        <Fetched load={view.load} props={{}}>
          <MapAhead />
        </Fetched>
        {strip && <Fetched load={strip.heard} props={NOTHING} unasked />}
        <MapDialogs />
        <Said />
      </main>
    );
  const rail = panelOpen && !view.past && !narrow && isReader && !chosen && !railOpen;
  const onlyPanel = narrow && panelOpen && !view.past;
  return (
    <div className="workspace" data-view={view.id}>
      <TopBar menu={menu} />
      <ReadingBar />
      {!onlyPanel && <FirstHints />}
      {side && !view.past && <SideColumn sides={[side, ...otherSides]} />}
      <main id="content" className="workspace-main" hidden={onlyPanel}>
        <div className="map-lines">
          <Held />
          <Muted />
          <PollLine />
          <SinceYouLeft />
          <Following />
          <ChooseSide />
          <OnlySide />
          <KeptBack />
          <LaterLines />
        </div>
        <Fetched load={view.load} props={{}}>
          <MapAhead />
        </Fetched>
      </main>
      {rail && <Rail onOpen={() => openRail(true)} />}
      {panelOpen && !view.past && !rail && (
        <aside className="workspace-panel" data-covers aria-label={t('panel.label')}>
          <Panes />
        </aside>
      )}
      {strip && view.past && <Fetched load={strip.heard} props={NOTHING} unasked />}
      {strip && !view.past && (
        <section className="workspace-strip" aria-label={strip.label()}>
          <Fetched load={strip.load} props={NOTHING} />
        </section>
      )}
      {showsStrength && <Fetched load={counts} props={NOTHING} unasked />}
      {narrow && <PhoneTabs />}
      <MapDialogs />
      <Notices />
      <Said />
    </div>
  );
});
