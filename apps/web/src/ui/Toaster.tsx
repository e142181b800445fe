import { Toast as Radix } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';
import { dismissToast, toasts } from './toast.ts';
import './Toaster.css';

/** Shows what `toast` was given: read out politely, reached with F8, gone after a while unless it is a problem. */
export function Toaster() {
  const { t } = useTranslation('common');
  const messages = useSyncExternalStore(toasts.subscribe, toasts.now);
  return (
    <Radix.Provider label={t('message')} swipeDirection="down">
      {messages.map((message) => (
        <Radix.Root
          key={message.id}
          className="toast"
          type="background"
          duration={message.lasts}
          onOpenChange={(open) => {
            if (!open) dismissToast(message.id);
          }}
        >
          <Radix.Description>{message.text}</Radix.Description>
          {message.action && (
            <Radix.Action className="act" altText={message.action.text} onClick={message.action.onSelect}>
              {message.action.text}
            </Radix.Action>
          )}
          <Radix.Close asChild>
            <IconButton icon="close" label={t('close')} side="top" />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="toaster" label={t('messages')} />
    </Radix.Provider>
  );
}
