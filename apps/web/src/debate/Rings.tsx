import { ringsBetween, type Stand } from '@counterpoint/shared';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOn } from '../open/preferences.ts';
import { serverNow } from '../open/serverTime.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { ring } from './sound.ts';
import { figures } from './timeWords.ts';
import { everyTick } from './useMoment.ts';

/** A page that slept does not ring for what is long over. */
const LATE_MS = 3_000;

/** [D6] [U-19] Rings the bells of the phase where a person wants to hear them, and says to all who hear the page what is left. */
export function Rings({ stand }: { stand: Stand }) {
  const { t } = useTranslation('debate');
  const [said, say] = useState('');
  const before = useRef<number | null>(null);
  const phase = stand.phase?.id;
  useEffect(() => {
    before.current = null;
  }, [phase]);
  useEffect(
    () =>
      everyTick(() => {
        const now = serverNow();
        const from = before.current;
        before.current = now;
        if (from === null || now - from > LATE_MS) return;
        const last = ringsBetween(stand, from, now).at(-1);
        if (!last) return;
        say(
          last.left === 0 ? t('over', { phase: stand.phase?.name }) : t('left', { time: figures(last.left) }),
        );
        if (last.rings > 0 && isOn('bells')) ring(last.rings);
      }),
    [stand, t],
  );
  return (
    <VisuallyHidden>
      <p role="status">{said}</p>
    </VisuallyHidden>
  );
}
