import { Plan } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../ui/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { PlanPart } from './planPart.ts';

const AT_FIRST = { points: 2, seconds: 60 };

/** Who is next, what ends a phase, who chooses a side, and what a point adds. */
export function PlanRules({ plan: { queue, pace, choose, injury, sides }, change }: PlanPart) {
  const { t } = useTranslation('debate');
  return (
    <section>
      <h3>{t('plan.rules')}</h3>
      <div className="plan-rules">
        <SelectField
          label={t('plan.queue')}
          value={queue}
          onChange={({ target }) => change({ queue: Plan.shape.queue.parse(target.value) })}
        >
          {Plan.shape.queue.options.map((one) => (
            <option key={one} value={one}>
              {t(`queue.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('plan.pace')}
          value={pace}
          onChange={({ target }) => change({ pace: Plan.shape.pace.parse(target.value) })}
        >
          {Plan.shape.pace.options.map((one) => (
            <option key={one} value={one}>
              {t(`plan.paces.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {sides.length > 0 && (
        <Switch label={t('plan.choose')} checked={choose} onChange={(on) => change({ choose: on })} />
      )}
      <Switch
        label={t('plan.injury')}
        checked={injury !== null}
        onChange={(on) => change({ injury: on ? AT_FIRST : null })}
      />
      {injury && (
        <div className="plan-rules">
          <TextField
            label={t('plan.injuryPoints')}
            type="number"
            min={1}
            max={10}
            value={String(injury.points)}
            onChange={({ target }) => change({ injury: { ...injury, points: Number(target.value) } })}
          />
          <TextField
            label={t('plan.injurySeconds')}
            type="number"
            min={1}
            max={600}
            value={String(injury.seconds)}
            onChange={({ target }) => change({ injury: { ...injury, seconds: Number(target.value) } })}
          />
        </div>
      )}
    </section>
  );
}
