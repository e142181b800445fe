import { phaseAt, type Story } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Player } from './player.ts';

/** The phases of debates over the line; a press goes to the beginning of one. */
export function Phases({ story, player }: { story: Story; player: Player }) {
  const { t } = useTranslation('replay');
  const present = useStore(player, ({ version }) => phaseAt(story, version));
  if (story.phases.length === 0) return null;
  const percent = (from: number): string => `${story.length === 0 ? 0 : (from / story.length) * 100}%`;
  return (
    <div className="replay-phases" role="group" aria-label={t('phases')}>
      {story.phases.map((phase) => (
        <button
          key={phase.version}
          type="button"
          title={phase.name}
          aria-label={t('toPhase', { phase: phase.name })}
          aria-current={phase === present ? 'step' : undefined}
          style={{ left: percent(phase.from), width: percent(phase.to - phase.from) }}
          onClick={() => player.goTo(phase.version)}
        >
          {phase.name}
        </button>
      ))}
    </div>
  );
}
