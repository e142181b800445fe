import { queueIn, spokenBy, type ArgumentMap, type Debate, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { useMoment } from './useMoment.ts';

/** [D8] Where I stand in the queue, and by how long people have spoken so far, in how many minutes it is my turn. */
export function MyPlace({ debate }: { debate: Debate }) {
  const { t } = useTranslation('debate');
  const ahead = useDoc(({ view, participant }) =>
    queueIn(view, debate).findIndex(({ by }) => by === participant),
  );
  const view = useDoc((doc) => doc.view);
  const minutes = useMoment((at) => minutesFor(view, debate.id, ahead, at));
  if (ahead < 0) return null;
  return (
    <small className="debate-my-place">
      {ahead === 0 ? t('queue.mineNext') : t('queue.mine', { count: ahead })}
      {ahead > 0 && minutes > 0 && t('queue.about', { count: minutes })}
    </small>
  );
}

function minutesFor(map: ArgumentMap, debate: Id, ahead: number, at: number): number {
  const spoken = [...spokenBy(map, debate, at).values()];
  const mean = spoken.reduce((sum, one) => sum + one, 0) / Math.max(1, spoken.length);
  return Math.round((mean * ahead) / 60_000);
}
