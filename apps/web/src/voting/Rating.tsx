import { ToggleGroup } from 'radix-ui';
import { useId } from 'react';
import './Rating.css';

interface RatingProps {
  /** What is asked, and in which respect. */
  question: string;
  respect: string;
  /** What 0, 2 and 4 mean. */
  ends: readonly [low: string, middle: string, high: string];
  value: number | null;
  disabled: boolean;
  onRate: (value: number | null) => void;
}

const VALUES = ['0', '1', '2', '3', '4'];

/** One of five, in one press; the chosen one once more takes it back. */
export function Rating({ question, respect, ends, value, disabled, onRate }: RatingProps) {
  const id = useId();
  return (
    <div className="rating">
      <p id={id}>
        <b>{question}</b> <small>{respect}</small>
      </p>
      <ToggleGroup.Root
        type="single"
        className="rating-values"
        aria-labelledby={id}
        value={value === null ? '' : String(value)}
        disabled={disabled}
        onValueChange={(next) => onRate(next === '' ? null : Number(next))}
      >
        {VALUES.map((one, i) => (
          <ToggleGroup.Item key={one} value={one} aria-label={named(one, ends[i / 2])}>
            {one}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <div className="rating-ends" aria-hidden="true">
        {ends.map((end) => (
          <span key={end}>{end}</span>
        ))}
      </div>
    </div>
  );
}

const named = (value: string, end: string | undefined): string =>
  end === undefined ? value : `${value} · ${end}`;
