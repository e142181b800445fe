import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { HouseContext, useHouse, type ClaimPane } from '../open/house.ts';
import { OpenMapContext, useSelected } from '../open/openMap.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { lookingOnly } from './looking.ts';
import type { PastSession } from './pastSession.ts';
import type { Player } from './player.ts';

interface ClaimThenProps {
  session: PastSession;
  player: Player;
}

/** The chosen claim as it was: its words, its authors, and what hung on it then. */
export function ClaimThen({ session, player }: ClaimThenProps) {
  const { t } = useTranslation('replay');
  const house = useHouse();
  const looking = useMemo(() => lookingOnly(house), [house]);
  // What it counts beneath a claim is not counted with every picture.
  const dragging = useStore(player, (state) => state.dragging);
  const pane = house.panes.find((one): one is ClaimPane => one.about === 'claim');
  return (
    <section className="replay-claim" aria-label={t('claim')} aria-busy={dragging}>
      <h2>{t('claim')}</h2>
      <OpenMapContext value={session}>
        <HouseContext value={looking}>{pane && !dragging && <Chosen pane={pane} />}</HouseContext>
      </OpenMapContext>
    </section>
  );
}

function Chosen({ pane }: { pane: ClaimPane }) {
  const { t } = useTranslation('replay');
  const selected = useSelected();
  return selected ? (
    <Fetched key={selected.premise} load={pane.load} props={selected} />
  ) : (
    <p className="replay-unchosen">{t('choose')}</p>
  );
}
