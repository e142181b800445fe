import { ACTS, type Act, type Bell, type Phase, type Side } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import { secondsIn, typedSeconds } from './timeWords.ts';

interface OnePhaseProps {
  phase: Phase;
  sides: readonly Side[];
  nth: number;
  isLast: boolean;
  onChange: (phase: Phase) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** [D2] A phase in one line; what may be done in it, and its bells, unfold beneath. */
export function OnePhase({ phase, sides, nth, isLast, onChange, onMove, onRemove }: OnePhaseProps) {
  const { t } = useTranslation('debate');
  const { name, side, seconds } = phase;
  const [length, setLength] = useState(typedSeconds(seconds));
  return (
    <li>
      <div className="plan-phase">
        <input
          className="control plan-phase-name"
          aria-label={t('plan.phase', { nth })}
          aria-invalid={name.trim() === '' || undefined}
          value={name}
          onChange={({ target }) => onChange({ ...phase, name: target.value })}
        />
        <input
          className="control plan-phase-length"
          aria-label={t('plan.length', { nth })}
          aria-invalid={Number.isNaN(seconds) || undefined}
          placeholder={t('open')}
          value={length}
          onChange={({ target }) => {
            setLength(target.value);
            onChange({ ...phase, seconds: secondsIn(target.value) });
          }}
        />
        {sides.length > 0 && (
          <Select
            label={t('plan.whose', { nth })}
            value={side ?? ''}
            onChange={({ target }) => onChange({ ...phase, side: target.value || null })}
          >
            <option value="">{t('plan.everyone')}</option>
            {sides.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        )}
        <span className="plan-phase-do">
          <IconButton
            icon="up"
            label={t('plan.up', { phase: name })}
            disabled={nth === 1}
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon="down"
            label={t('plan.down', { phase: name })}
            disabled={isLast}
            onClick={() => onMove(1)}
          />
          <IconButton icon="trash" label={t('plan.remove', { phase: name })} onClick={onRemove} />
        </span>
      </div>
      <details>
        <summary>{t('plan.details', { phase: name })}</summary>
        <Acts may={phase.may} onChange={(may) => onChange({ ...phase, may })} />
        <Bells bells={phase.bells} onChange={(bells) => onChange({ ...phase, bells })} />
      </details>
    </li>
  );
}

function Acts({ may, onChange }: { may: readonly Act[]; onChange: (may: Act[]) => void }) {
  const { t } = useTranslation('debate');
  return (
    <fieldset className="plan-acts">
      <legend>{t('plan.may')}</legend>
      {ACTS.map((act) => (
        <label key={act}>
          <input
            type="checkbox"
            checked={may.includes(act)}
            onChange={({ target }) =>
              onChange(ACTS.filter((one) => (one === act ? target.checked : may.includes(one))))
            }
          />
          {t(`act.${act}`)}
        </label>
      ))}
    </fieldset>
  );
}

const MOST_BELLS = 8;

function Bells({ bells, onChange }: { bells: readonly Bell[]; onChange: (bells: Bell[]) => void }) {
  const { t } = useTranslation('debate');
  return (
    <fieldset className="plan-bells">
      <legend>{t('plan.bells')}</legend>
      {bells.map((bell, i) => (
        <OneBell
          key={i}
          bell={bell}
          onChange={(next) => onChange(bells.with(i, next))}
          onRemove={() => onChange(bells.toSpliced(i, 1))}
        />
      ))}
      {bells.length < MOST_BELLS && (
        <Button icon="plus" look="plain" onClick={() => onChange([...bells, { left: 30, rings: 1 }])}>
          {t('plan.addBell')}
        </Button>
      )}
    </fieldset>
  );
}

interface OneBellProps {
  bell: Bell;
  onChange: (bell: Bell) => void;
  onRemove: () => void;
}

function OneBell({ bell: { left, rings }, onChange, onRemove }: OneBellProps) {
  const { t } = useTranslation('debate');
  const [typed, setTyped] = useState(left === 0 ? '0' : typedSeconds(left));
  return (
    <span>
      <input
        className="control plan-phase-length"
        aria-label={t('plan.bellAt')}
        aria-invalid={Number.isNaN(left) || undefined}
        value={typed}
        onChange={({ target: { value } }) => {
          setTyped(value);
          onChange({ rings, left: /^0+(:0+)?$/.test(value.trim()) ? 0 : (secondsIn(value) ?? NaN) });
        }}
      />
      <Select
        label={t('plan.bellRings')}
        value={rings}
        onChange={({ target }) => onChange({ left, rings: Number(target.value) })}
      >
        {[1, 2, 3].map((count) => (
          <option key={count} value={count}>
            {t('plan.rings', { count })}
          </option>
        ))}
      </Select>
      <IconButton icon="trash" label={t('plan.removeBell')} onClick={onRemove} />
    </span>
  );
}
