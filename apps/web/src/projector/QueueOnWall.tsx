import {
  queueIn,
  sideNamed,
  sideOf,
  speakingIn,
  type ArgumentMap,
  type Debate,
  type Hand,
} from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { SideSign } from '../open/SideTag.tsx';

/** More are not read from six metres. */
const MOST = 2;

/** [S-27] Who speaks, and who is next. Points of order are between their person and the moderators. */
export function QueueOnWall({ map, debate }: { map: ArgumentMap; debate: Debate }) {
  const { t } = useTranslation('projector');
  const speaking = speakingIn(map, debate.id);
  const queue = queueIn(map, debate);
  return (
    <section className="wall-queue" aria-label={t('queue')}>
      <h2>{t('queue')}</h2>
      {!speaking && queue.length === 0 && <p>{t('nobody')}</p>}
      <ol>
        {speaking && <Speaker map={map} hand={speaking} speaks />}
        {queue.slice(0, MOST).map((hand) => (
          <Speaker key={hand.id} map={map} hand={hand} />
        ))}
      </ol>
      {queue.length > MOST && <p>{t('waiting', { count: queue.length - MOST })}</p>}
    </section>
  );
}

function Speaker({ map, hand, speaks = false }: { map: ArgumentMap; hand: Hand; speaks?: boolean }) {
  const { t } = useTranslation('projector');
  const side = sideNamed(map, sideOf(map, hand.by));
  const name = map.participants.get(hand.by ?? '')?.name ?? t('somebody');
  return (
    <li>
      <span className="wall-sign">{side && <SideSign sign={side.sign} />}</span>
      {speaks ? <b>{name}</b> : <span>{name}</span>}
      {speaks && <small>{t('speaks')}</small>}
    </li>
  );
}
