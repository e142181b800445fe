import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../ui/copyText.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { useOpenField } from '../open/useOpenField.ts';
import { toast } from '../ui/toast.ts';

/** Somebody took away the place of the open field: its words are shown once more, to be copied. They wait in the tray as well. */
export function useLostPlace(): void {
  const { t } = useTranslation('commands');
  const isOpen = useScreen(({ draft, editing }) => draft !== null || editing !== null);
  const { draft, editing } = useOpenField();
  const loaded = useDoc((state) => state.version !== null);
  const isLost = loaded && isOpen && draft === null && editing === null;
  const text = useScreen((state) => (isLost ? state.typed : ''));
  useEffect(() => {
    if (text.trim() === '') return;
    const onSelect = () => void copyText(text);
    toast(t('lostPlace', { text }), { problem: true, action: { text: t('copyWords'), onSelect } });
  }, [text, t]);
}
