import { ACTS, MOST_PHASES, type Phase } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { newId } from '../open/newId.ts';
import { Button } from '../ui/Button.tsx';
import { OnePhase } from './OnePhase.tsx';
import type { PlanPart } from './planPart.ts';

const FIVE_MINUTES = 300;

export function PhaseList({ plan: { sides, phases }, change }: PlanPart) {
  const { t } = useTranslation('debate');
  const set = (at: number, phase: Phase): void => change({ phases: phases.with(at, phase) });
  const move = (from: number, to: number): void => {
    const phase = phases[from];
    if (phase && to >= 0 && to < phases.length)
      change({ phases: phases.toSpliced(from, 1).toSpliced(to, 0, phase) });
  };
  const add = (): void => {
    const phase: Phase = {
      id: newId(),
      name: t('plan.newPhase'),
      side: null,
      seconds: FIVE_MINUTES,
      may: ACTS,
      bells: [
        { left: 60, rings: 1 },
        { left: 0, rings: 2 },
      ],
    };
    change({ phases: [...phases, phase] });
  };
  return (
    <section>
      <h3>{t('plan.phases')}</h3>
      <p className="hint">{t(phases.length === 0 ? 'plan.noPhases' : 'plan.lengthHint')}</p>
      <ol className="plan-phases">
        {phases.map((phase, i) => (
          <OnePhase
            key={phase.id}
            {...{ phase, sides }}
            nth={i + 1}
            isLast={i === phases.length - 1}
            onChange={(next) => set(i, next)}
            onMove={(by) => move(i, i + by)}
            onRemove={() => change({ phases: phases.toSpliced(i, 1) })}
          />
        ))}
      </ol>
      {phases.length < MOST_PHASES && (
        <Button icon="plus" look="plain" onClick={add}>
          {t('plan.addPhase')}
        </Button>
      )}
    </section>
  );
}
