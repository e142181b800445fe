import { levelOf, type ChosenLevel, type Criterion, type Rubric } from '@counterpoint/shared';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';

interface LevelTableProps {
  rubric: Rubric;
  chosen: readonly ChosenLevel[];
  onChoose: (levels: readonly ChosenLevel[]) => void;
}

/** [S-22] Criteria by levels: one group of radio buttons each, so that arrows go through a row. */
export function LevelTable({ rubric, chosen, onChoose }: LevelTableProps) {
  const without = ({ id }: Criterion) => chosen.filter(({ criterion }) => criterion !== id);
  return (
    <div className="level-table">
      {rubric.criteria.map((criterion) => (
        <OneCriterion
          key={criterion.id}
          criterion={criterion}
          chosen={levelOf(criterion, chosen)?.id ?? null}
          onChoose={(level) => onChoose(level === null ? without(criterion) : [...without(criterion), { criterion: criterion.id, level }])} // prettier-ignore
        />
      ))}
    </div>
  );
}

interface OneCriterionProps {
  criterion: Criterion;
  chosen: string | null;
  onChoose: (level: string | null) => void;
}

function OneCriterion({ criterion, chosen, onChoose }: OneCriterionProps) {
  const { t } = useTranslation('grading');
  const group = useId();
  return (
    // No fieldset: nothing stands beside a legend in every browser.
    <div role="group" aria-labelledby={group}>
      <div className="level-head">
        <b id={group}>{criterion.name}</b>
        {chosen !== null && (
          <Button
            look="plain"
            aria-label={`${t('form.clear')}: ${criterion.name}`}
            onClick={() => onChoose(null)}
          >
            {t('form.clear')}
          </Button>
        )}
      </div>
      <div className="level-row">
        {criterion.levels.map(({ id, name, points }) => (
          <label key={id}>
            <input type="radio" name={group} checked={id === chosen} onChange={() => onChoose(id)} />
            <span>{name}</span>
            <small>{t('form.points', { count: points })}</small>
          </label>
        ))}
      </div>
    </div>
  );
}
