import { Dialog as Radix } from 'radix-ui';
import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';
import './Dialog.css';
import { isComposing } from './isComposing.ts';

interface DialogProps {
  title: string;
  /** One sentence under the title; read out when the dialog opens. */
  about?: ReactNode;
  /** The button that opens it; leave out when `open` is given. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  wide?: boolean;
  /** Fills the page. */
  full?: boolean;
  /** Takes the focus when the dialog has closed; what had it before does when this is left out. */
  onClosed?: () => void;
  children: ReactNode;
}

/** Ctrl+Enter in a field of several lines does what the button does that the dialog is for. */
function sendByKeys(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget, key, ctrlKey, metaKey } = event;
  const sends = key === 'Enter' && (ctrlKey || metaKey) && !isComposing(event);
  if (!sends || event.defaultPrevented || !(target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  if (target.form) target.form.requestSubmit();
  else currentTarget.querySelector<HTMLElement>('.button.solid:not(:disabled)')?.click();
}

/** What had the focus before the first of several dialogs: the one that asked for the next is gone when that closes. */
let outside: HTMLElement | null = null;

const focused = (): HTMLElement | null => {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : null;
};

// Not Radix.Overlay: it writes a style element, which the Content-Security-Policy forbids. Dialog.css holds the page still.

/** A task of its own: focus stays inside, Escape and the cross close it, focus goes back to where it came from. */
export function Dialog({
  title,
  about,
  trigger,
  open,
  onOpenChange,
  wide = false,
  full = false,
  onClosed,
  children,
}: DialogProps) {
  const { t } = useTranslation('common');
  const before = useRef<HTMLElement | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <div className="veil">
          <Radix.Content
            className={full ? 'dialog full' : wide ? 'dialog wide' : 'dialog'}
            {...(about ? {} : { 'aria-describedby': undefined })}
            onOpenAutoFocus={() => {
              before.current = focused();
              if (before.current?.closest('[role="dialog"]') === null) outside = before.current;
            }}
            // Radix gives it back to the trigger alone.
            onCloseAutoFocus={(event) => {
              if (trigger) return;
              event.preventDefault();
              if (onClosed) onClosed();
              else (before.current?.isConnected ? before.current : outside)?.focus({ preventScroll: true });
            }}
            onKeyDown={sendByKeys}
            onEscapeKeyDown={(event) => {
              if (isComposing(event)) event.preventDefault();
            }}
          >
            <Radix.Title>{title}</Radix.Title>
            {about && <Radix.Description className="about">{about}</Radix.Description>}
            {children}
            {/* Last in order, so that a dialog opens with focus on what it is for. */}
            <Radix.Close asChild>
              <IconButton className="dialog-close" icon="close" label={t('close')} />
            </Radix.Close>
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The row of buttons at the end of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>;
}
