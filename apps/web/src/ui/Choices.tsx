import { useId } from 'react';
import './Choices.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: string;
  /** What it means, in a sentence. */
  readonly about: string;
}

interface ChoicesProps<T extends string> {
  legend: string;
  choices: readonly Choice<T>[];
  value: T;
  onChoose: (value: T) => void;
  /** Whether a dialog begins with what is chosen. */
  isFirst?: boolean;
}

/** One of a few, all in view, each with what it means. */
export function Choices<T extends string>({
  legend,
  choices,
  value,
  onChoose,
  isFirst = false,
}: ChoicesProps<T>) {
  const group = useId();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {choices.map((one) => (
        <label key={one.value}>
          <input
            type="radio"
            name={group}
            autoFocus={isFirst && one.value === value}
            checked={one.value === value}
            onChange={() => onChoose(one.value)}
          />
          <span>
            <b>{one.name}</b>
            <small>{one.about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
