import type { ComponentProps } from 'react';
import './Button.css';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `solid` for the one thing a screen is for, `danger` for what takes away. */
  look?: 'ghost' | 'solid' | 'plain' | 'danger';
  icon?: IconName;
  /** Keeps its place and its focus, and does nothing, while work is under way. */
  busy?: boolean;
}

export function Button({
  look = 'ghost',
  icon,
  busy = false,
  className = '',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button ${look} ${className}`}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  icon: IconName;
  /** Its name for people who cannot see the picture; shown on hover. */
  label: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
}

export function IconButton({
  icon,
  label,
  side = 'bottom',
  look = 'plain',
  className = '',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} side={side}>
      <Button {...rest} look={look} icon={icon} aria-label={label} className={`icon-button ${className}`} />
    </Tooltip>
  );
}
