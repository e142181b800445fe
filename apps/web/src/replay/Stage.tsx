import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isThere } from '../open/branches.ts';
import { startOf } from '../open/firstView.ts';
import { HouseContext, useHouse } from '../open/house.ts';
import { OpenMapContext } from '../open/openMap.ts';
import { showClaim } from '../open/showClaim.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { useNarrow } from '../ui/useNarrow.ts';
import type { Log } from '../open/fetchLog.ts';
import { lookingOnly } from './looking.ts';
import type { PastSession } from './pastSession.ts';
import type { Player } from './player.ts';
import type { Rows } from './useRows.ts';

interface StageProps {
  session: PastSession;
  log: Log;
  player: Player;
  rows: Rows;
}

const NOTHING = {};
/** The map as it was, in the view that the map has at first. */
export function Stage({ session, log, player, rows }: StageProps) {
  const { t } = useTranslation('replay');
  const house = useHouse();
  const narrow = useNarrow();
  const looking = useMemo(() => lookingOnly(house), [house]);
  const { load } = startOf(house.views, narrow);
  const told = useStore(player, (state) => state.told);
  const claim = rows.claimAt(told);
  useEffect(() => {
    const { view, version } = session.doc.getState();
    if (claim === null) session.screen.getState().select(null);
    // A picture may be on its way.
    else if (version === told && isThere(view, claim)) showClaim(session.screen, view, claim);
    else if (isThere(log.past.at(told), claim)) {
      session.turnTo(log.past.at(told), told);
      showClaim(session.screen, log.past.at(told), claim);
    }
  }, [claim, told, session, log]);
  return (
    <section className="replay-stage" aria-label={t('stage')}>
      <OpenMapContext value={session}>
        <HouseContext value={looking}>
          <Fetched load={load} props={NOTHING} />
        </HouseContext>
      </OpenMapContext>
    </section>
  );
}
