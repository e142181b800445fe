import type { Faces } from '@counterpoint/shared';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import './FacesChoice.css';

const ALL = ['named', 'pseudonymous', 'anonymous'] as const satisfies readonly Faces[];

interface FacesChoiceProps {
  value: Faces;
  /** Left out where it cannot be changed any more. */
  onChange?: ((faces: Faces) => void) | undefined;
}

/** [S-11] Under which names people stand in a map, each with what it means. */
export function FacesChoice({ value, onChange }: FacesChoiceProps) {
  const { t } = useTranslation('names');
  const name = useId();
  return (
    <fieldset className="faces-choice">
      <legend>{t('label')}</legend>
      {ALL.map((one) => (
        <label key={one} data-chosen={one === value || undefined}>
          <input
            type="radio"
            name={name}
            checked={one === value}
            disabled={!onChange && one !== value}
            onChange={() => onChange?.(one)}
          />
          <span>
            <strong>{t(one)}</strong>
            <small>{t(`about.${one}`)}</small>
          </span>
        </label>
      ))}
      <p className="hint">{t(onChange ? 'deciders' : 'fixed')}</p>
    </fieldset>
  );
}
