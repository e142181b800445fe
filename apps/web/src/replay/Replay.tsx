import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenMap, useScreen } from '../open/openMap.ts';
import { toast } from '../ui/toast.ts';
import type { Log } from '../open/fetchLog.ts';
import { ClaimThen } from './ClaimThen.tsx';
import { Happened } from './Happened.tsx';
import { inPictures } from './inPictures.ts';
import { pastSession } from './pastSession.ts';
import { createPlayer, type Player } from './player.ts';
import { Stage } from './Stage.tsx';
import { TimeLine } from './TimeLine.tsx';
import { useRows } from './useRows.ts';

interface ReplayProps {
  log: Log;
  /** What is said of changes that came since. */
  behind: ReactNode;
}

export function Replay({ log, behind }: ReplayProps) {
  const session = useOpenMap();
  const { past, story } = log;
  const [player] = useState(() => createPlayer(story, nearest(log, session.screen.getState().replayed)));
  const [then] = useState(() => {
    const { version } = player.getState();
    return pastSession(session, past.at(version), version);
  });
  useEffect(() => () => player.stop(), [player]);
  const rows = useRows(log);
  useFollowing(log, player);
  useEffect(
    () => inPictures(player, (version) => then.turnTo(past.at(version), version)),
    [player, past, then],
  );
  const press = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || event.target instanceof HTMLButtonElement) return;
    if (event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    player.play(!player.getState().playing);
  };
  return (
    <div className="replay" tabIndex={-1} onKeyDown={press}>
      <Stage session={then} log={log} player={player} rows={rows} />
      <div className="replay-beside">
        <Happened log={log} player={player} rows={rows} behind={behind} />
        <ClaimThen session={then} player={player} />
      </div>
      <TimeLine story={story} player={player} />
    </div>
  );
}

/** The version that there is, nearest to the one that is asked for. */
const nearest = ({ past, story }: Log, asked: number | null): number =>
  asked === null ? past.version : Math.max(story.moments[0]?.version ?? 1, Math.min(asked, past.version));

/** One goes where the address says, and it says where one rests. */
function useFollowing(log: Log, player: Player): void {
  const { t } = useTranslation('replay');
  const { screen } = useOpenMap();
  const asked = useScreen((state) => state.replayed);
  useEffect(() => {
    const version = nearest(log, asked);
    if (asked !== null && version !== asked) {
      toast(t('clamped', { asked, version }), { problem: true });
      screen.getState().replay(version);
    }
    if (version !== player.getState().told) player.goTo(version);
  }, [asked, log, player, screen, t]);
  useEffect(
    () =>
      player.subscribe(({ told }, before) => {
        const { replayed, replay } = screen.getState();
        if (told !== before.told && told !== nearest(log, replayed))
          replay(told >= (log.story.moments.at(-1)?.version ?? 0) ? null : told);
      }),
    [log, player, screen],
  );
}
