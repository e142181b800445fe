import type { ReadText } from '@counterpoint/shared';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { toast } from '../ui/toast.ts';
import './source.css';
import { TextChoice } from './TextChoice.tsx';
import { TextPreview } from './TextPreview.tsx';

/** A text comes in: it is read first, and shown as it would stand; nothing is kept before that was seen. */
export function TextDialog({ asking, onClose }: DialogProps<'text'>) {
  const { t } = useTranslation('source');
  const { id: map } = useOpenMap();
  const source = useDoc(({ view }) => (asking.source === null ? undefined : view.sources.get(asking.source)));
  const [read, setRead] = useState<ReadText | null>(null);
  const stop = useRef<AbortController>(undefined);
  const reading = useMutation({
    mutationFn: (from: File | string) => {
      stop.current?.abort();
      stop.current = new AbortController();
      return valueOf(api.readText(map, from, stop.current.signal));
    },
    onSuccess: setRead,
    onError: (thrown) => {
      if (!stop.current?.signal.aborted) toast(problemText(thrown), { problem: true });
    },
  });
  const close = (): void => {
    stop.current?.abort();
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={source ? t('text.editionTitle', { title: source.title }) : t('text.title')}
      about={t(source ? 'text.editionAbout' : 'text.about')}
      onOpenChange={(open) => !open && close()}
    >
      {read ? (
        <TextPreview read={read} source={source ?? null} onBack={() => setRead(null)} onClose={close} />
      ) : (
        <TextChoice busy={reading.isPending} onRead={reading.mutate} onCancel={close} />
      )}
    </Dialog>
  );
}
