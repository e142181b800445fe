// What a room sees on its wall. It shows what everyone may see and nothing else: not what waits, not what is written, not who
// wrote what; names only of those who speak or wait to speak.
import { debateOf, type Debate } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useHouse } from '../open/house.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { spotlightIn } from '../open/spotlight.ts';
import { IconButton } from '../ui/Button.tsx';
import { BranchOnWall } from './BranchOnWall.tsx';
import { JoinCode } from './JoinCode.tsx';
import { PhaseOnWall } from './PhaseOnWall.tsx';
import { PollOnWall } from './PollOnWall.tsx';
import { QueueOnWall } from './QueueOnWall.tsx';
import './projector.css';

/** [S-27] Readable from six metres. */
export function ProjectorView() {
  const debate = useDoc(({ confirmed }) => debateOf(confirmed));
  return debate ? <Wall debate={debate} /> : null;
}

function Wall({ debate }: { debate: Debate }) {
  const { t } = useTranslation('projector');
  const { views } = useHouse();
  const show = useScreen((state) => state.show);
  // What the server confirmed, not what this person sees: that has their proposals and unsent words in it.
  const map = useDoc(({ confirmed }) => confirmed);
  return (
    <div className="projector">
      <BranchOnWall map={map} shown={spotlightIn(map)} />
      <aside className="wall-side" aria-label={t('side')}>
        <PhaseOnWall debate={debate} />
        <PollOnWall map={map} />
        <QueueOnWall map={map} debate={debate} />
        <JoinCode />
      </aside>
      <div className="wall-tools">
        <IconButton icon="fit" side="top" label={t('full')} onClick={() => void fillScreen()} />
        <IconButton icon="exit" side="top" label={t('leave')} onClick={() => show(views[0].id)} />
      </div>
    </div>
  );
}

/** Browsers that cannot fill the screen go on as they are. */
async function fillScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen().catch(() => undefined);
}
