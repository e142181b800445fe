import { FEWEST_LEVELS, MOST_LEVELS, MOST_POINTS, type Criterion, type Level } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { newId } from '../open/newId.ts';
import { ROOM } from '../open/rooms.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { isOver } from '../ui/room.ts';

interface CriterionFieldsProps {
  criterion: Criterion;
  nth: number;
  onChange: (criterion: Criterion) => void;
  onRemove: (() => void) | undefined;
}

const isBlank = (name: string): true | undefined =>
  name.trim() === '' || isOver(name, ROOM.title) || undefined;

/** [K1] A criterion in one line, and its levels beneath, each with its points. */
export function CriterionFields({ criterion, nth, onChange, onRemove }: CriterionFieldsProps) {
  const { t } = useTranslation('grading');
  const { name, levels } = criterion;
  const set = (next: readonly Level[]): void => onChange({ ...criterion, levels: next });
  return (
    <li>
      <div className="criterion-head">
        <input
          className="control"
          aria-label={t('rubric.criterionName', { nth })}
          placeholder={t('rubric.criterion', { nth })}
          aria-invalid={isBlank(name)}
          value={name}
          onChange={({ target }) => onChange({ ...criterion, name: target.value })}
        />
        {onRemove && (
          <IconButton icon="trash" label={t('rubric.removeCriterion', { nth })} onClick={onRemove} />
        )}
      </div>
      <ul aria-label={t('rubric.levels')}>
        {levels.map((one, i) => (
          <LevelFields
            key={one.id}
            level={one}
            place={{ nth, level: i + 1 }}
            onChange={(next) => set(levels.with(i, next))}
            onRemove={levels.length > FEWEST_LEVELS ? () => set(levels.toSpliced(i, 1)) : undefined}
          />
        ))}
      </ul>
      {levels.length < MOST_LEVELS && (
        <Button
          look="plain"
          icon="plus"
          onClick={() => set([...levels, { id: newId(), name: '', points: Math.min(MOST_POINTS, (levels.at(-1)?.points ?? 0) + 1) }])} // prettier-ignore
        >
          {t('rubric.addLevel')}
        </Button>
      )}
    </li>
  );
}

interface LevelFieldsProps {
  level: Level;
  place: { nth: number; level: number };
  onChange: (level: Level) => void;
  onRemove: (() => void) | undefined;
}

function LevelFields({ level, place, onChange, onRemove }: LevelFieldsProps) {
  const { t } = useTranslation('grading');
  const { name, points } = level;
  const isPoints = Number.isInteger(points) && points >= 0 && points <= MOST_POINTS;
  return (
    <li>
      {/* A sentence often: it is read whole. */}
      <textarea
        className="control"
        rows={1}
        aria-label={t('rubric.level', place)}
        aria-invalid={isBlank(name)}
        value={name}
        onChange={({ target }) => onChange({ ...level, name: target.value.replace(/\s*\n\s*/g, ' ') })}
      />
      <label className="level-points">
        <input
          className="control"
          inputMode="numeric"
          aria-label={t('rubric.points', place)}
          aria-invalid={!isPoints || undefined}
          value={isPoints ? points : ''}
          onChange={({ target }) => onChange({ ...level, points: /^\d{1,3}$/.test(target.value) ? Number(target.value) : -1 })} // prettier-ignore
        />
        <small aria-hidden="true">{t('rubric.pointsShort')}</small>
      </label>
      {onRemove && <IconButton icon="close" label={t('rubric.removeLevel', place)} onClick={onRemove} />}
    </li>
  );
}
