import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import './Float.css';
import { isComposing } from './isComposing.ts';

interface PopoverProps {
  trigger: ReactElement;
  label: string;
  children: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A small panel beside its button; Escape or a press elsewhere closes it. */
export function Popover({
  trigger,
  label,
  children,
  side = 'bottom',
  align = 'start',
  ...state
}: PopoverProps) {
  return (
    <Radix.Root {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="float popover"
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onEscapeKeyDown={(event) => {
            if (isComposing(event)) event.preventDefault();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
