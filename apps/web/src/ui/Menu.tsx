import { DropdownMenu as Radix } from 'radix-ui';
import { createContext, useContext, useState, type ReactElement, type ReactNode } from 'react';
import './Float.css';
import { Icon, type IconName } from './Icon.tsx';

interface MenuProps {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Takes the focus when the menu has closed; the button does when this is left out. */
  onClosed?: () => void;
}

/** Where the lists of an open menu stand: in the landmark of their button, so that nothing is outside of all landmarks. */
const Host = createContext<Element | null>(null);
const LANDMARKS = 'main, header, nav, aside';

/** Actions behind a button: arrows, type-ahead and Escape work as people expect. */
export function Menu({ trigger, children, align = 'start', side = 'bottom', onClosed, ...state }: MenuProps) {
  const [button, setButton] = useState<Element | null>(null);
  const host = button?.closest(LANDMARKS) ?? null;
  return (
    <Radix.Root modal={false} {...state}>
      <Radix.Trigger asChild ref={setButton}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={host}>
        <Radix.Content
          className="float menu"
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!onClosed) return;
            event.preventDefault();
            onClosed();
          }}
        >
          <Host value={host}>{children}</Host>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuItemProps {
  icon?: IconName | undefined;
  /** In place of an icon. */
  lead?: ReactNode;
  /** The key that does the same, as people read it. */
  keys?: string | undefined;
  /** The same as assistive technology knows it (WAI-ARIA aria-keyshortcuts). */
  shortcut?: string | undefined;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({
  icon,
  lead,
  keys,
  shortcut,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: MenuItemProps) {
  return (
    <Radix.Item
      className={danger ? 'item danger' : 'item'}
      disabled={disabled}
      aria-keyshortcuts={shortcut}
      onSelect={onSelect}
    >
      <span className="lead">{lead ?? (icon && <Icon name={icon} />)}</span>
      {children}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </Radix.Item>
  );
}

/** More of one kind, behind an entry of its own: by pointer, by tap and by the arrow keys. */
export function MenuMore({ name, children }: { name: string; children: ReactNode }) {
  const host = useContext(Host);
  return (
    <Radix.Sub>
      <Radix.SubTrigger className="item">
        <span className="lead" />
        {name}
        <span className="more">
          <Icon name="right" />
        </span>
      </Radix.SubTrigger>
      <Radix.Portal container={host}>
        <Radix.SubContent className="float menu behind" sideOffset={4} alignOffset={-6} collisionPadding={8}>
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

interface MenuChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}

/** One of a few, inside a menu. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: MenuChoiceProps<T>) {
  return (
    <Radix.RadioGroup aria-label={label} value={value} onValueChange={(next) => onChange(next as T)}>
      <Radix.Label className="menu-label">{label}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem className="item" key={option.value} value={option.value}>
          <span className="lead">
            <Radix.ItemIndicator>
              <Icon name="check" />
            </Radix.ItemIndicator>
          </span>
          {option.text}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export const MenuLine = () => <Radix.Separator className="menu-line" />;

export function MenuNote({ children }: { children: ReactNode }) {
  return <Radix.Label className="menu-note">{children}</Radix.Label>;
}
