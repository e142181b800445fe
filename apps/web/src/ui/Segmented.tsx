import { ToggleGroup as Radix } from 'radix-ui';
import './Segmented.css';

interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string; disabled?: boolean; count?: number }[];
  onChange: (value: T) => void;
}

/** One of two to four, all in view. Arrow keys move between them. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  return (
    <Radix.Root
      className="segmented"
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        if (next) onChange(next as T); // pressing the chosen one again would choose none
      }}
    >
      {options.map((option) => (
        <Radix.Item key={option.value} value={option.value} disabled={option.disabled ?? false}>
          {option.text}
          {(option.count ?? 0) > 0 && <span className="segmented-count">{option.count}</span>}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
