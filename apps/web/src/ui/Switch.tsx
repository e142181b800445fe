import { Switch as Radix } from 'radix-ui';
import { useId } from 'react';
import './Switch.css';

interface SwitchProps {
  label: string;
  checked: boolean;
  disabled?: boolean;
  /** The id of what says more. */
  describedBy?: string;
  onChange: (checked: boolean) => void;
}

export function Switch({ label, checked, disabled = false, describedBy, onChange }: SwitchProps) {
  const id = useId();
  return (
    <span className="switch">
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onCheckedChange={onChange}
      >
        <Radix.Thumb className="thumb" />
      </Radix.Root>
      <label htmlFor={id}>{label}</label>
    </span>
  );
}
