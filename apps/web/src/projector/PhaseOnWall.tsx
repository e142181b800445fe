import { leftAt, spentAt, standAt, type Debate, type Phase } from '@counterpoint/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { SideSign } from '../open/SideTag.tsx';
import { useMoment } from './moment.ts';

/** [S-27] The phase that runs, the time that is left of it, and what comes next, on the colour of its side. */
export function PhaseOnWall({ debate }: { debate: Debate }) {
  const { t } = useTranslation('projector');
  const now = useMoment();
  const { phase, clock } = standAt(debate, now);
  const next = debate.phases[phase ? debate.phases.indexOf(phase) + 1 : 0];
  const side = sideIn(debate, phase);
  const left = leftAt(clock, now);
  const time = told(left ?? spentAt(clock, now));
  const { allowed } = clock;
  return (
    <section className="wall-phase" data-side={side?.sign} aria-label={t('phase')}>
      <h2>
        {side && <SideSign sign={side.sign} />}
        <span>{phase ? nameOf(debate, phase) : t('before')}</span>
      </h2>
      {phase && (
        <p className="wall-time" role="timer" data-letters={time.length}>
          {time}
        </p>
      )}
      {phase && allowed !== null && left !== null && (
        <div className="wall-bar" style={{ '--over': overOf(left, allowed) } as CSSProperties} />
      )}
      <p className="wall-facts">
        {phase && (
          <span>
            {clock.since === null
              ? t('paused')
              : left !== null && left <= 0
                ? t('over')
                : allowed === null
                  ? t('untimed')
                  : t('of', { time: told(allowed) })}
          </span>
        )}
        <span>{next ? t('next', { phase: nameOf(debate, next) }) : t('last')}</span>
      </p>
    </section>
  );
}

const sideIn = ({ sides }: Debate, phase: Phase | undefined) => sides.find(({ id }) => id === phase?.side);

/** Many phases have the name of their side already. */
function nameOf(debate: Debate, phase: Phase): string {
  const side = sideIn(debate, phase)?.name;
  return side === undefined || phase.name.includes(side) ? phase.name : `${phase.name} · ${side}`;
}

const overOf = (left: number, allowed: number): number =>
  allowed === 0 ? 1 : Math.min(1, Math.max(0, 1 - left / allowed));

/** Minutes and seconds; what has begun counts, and what is over is told with a plus. */
function told(ms: number): string {
  const seconds = Math.abs(Math.ceil(ms / 1000));
  const words = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return ms <= -1000 ? `+${words}` : words;
}
