import { leftAt, type Stand } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { hereAt } from '../open/serverTime.ts';
import { figures, secondsAt } from './timeWords.ts';
import { useMoment } from './useMoment.ts';

/** Less than this is about to end. */
const SOON_S = 15;

/** [S-05] What is left of the phase; where it has no end, how long it has taken. */
export function Clock({ stand: { phase, clock } }: { stand: Stand }) {
  const { t } = useTranslation('debate');
  const seconds = useMoment((at) => secondsAt(clock, at));
  const isTimed = clock.allowed !== null;
  const isRunning = clock.since !== null;
  // When it is over, by the clock of who reads it.
  const over = clock.since !== null && clock.allowed !== null ? new Date(hereAt(clock.since + clock.allowed - clock.spent)) : null; // prettier-ignore
  if (!phase) return null;
  return (
    <time
      className="debate-clock"
      role="timer"
      aria-label={t(isTimed ? 'clock.left' : 'clock.passed')}
      title={over ? t('clock.over', { time: over.toLocaleTimeString() }) : t(isRunning ? 'clock.open' : 'clock.stands')} // prettier-ignore
      dateTime={over?.toISOString() ?? `PT${Math.abs(seconds)}S`}
      data-soon={(isTimed && seconds <= SOON_S) || undefined}
      data-stands={!isRunning || undefined}
    >
      {figures(seconds)}
    </time>
  );
}

/** How much of the phase is over, from 0 to 1. */
export function Bar({ stand: { phase, clock } }: { stand: Stand }) {
  const part = useMoment((at) => {
    const left = leftAt(clock, at);
    return left === null || !clock.allowed ? 0 : Math.min(1, Math.max(0, 1 - left / clock.allowed));
  });
  if (!phase || clock.allowed === null) return null;
  const allowed = clock.allowed / 1000;
  return (
    <span className="debate-bar" aria-hidden="true">
      <i style={{ transform: `scaleX(${part.toFixed(3)})` }} />
      {phase.bells.map(
        ({ left }) =>
          left > 0 && left < allowed && <b key={left} style={{ left: `${(1 - left / allowed) * 100}%` }} />,
      )}
    </span>
  );
}
