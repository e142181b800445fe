import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { FilePicker } from '../ui/FilePicker.tsx';

interface TextChoiceProps {
  busy: boolean;
  onRead: (from: File | string) => void;
  onCancel: () => void;
}

const ACCEPTED =
  '.txt,.md,.markdown,.docx,.html,.htm,.srt,.vtt,.pdf,text/plain,text/markdown,text/html,application/pdf';

/** Where a text comes from: a file, chosen or dropped, or what is pasted. */
export function TextChoice({ busy, onRead, onCancel }: TextChoiceProps) {
  const { t } = useTranslation(['source', 'common']);
  const [pasted, setPasted] = useState('');
  return (
    <>
      <FilePicker accept={ACCEPTED} choose={t('text.choose')} busy={busy} onChoose={onRead}>
        <span>{t('text.drop')}</span>
        <small>{t('text.formats')}</small>
      </FilePicker>
      <TextAreaField
        label={t('text.paste')}
        rows={6}
        value={pasted}
        // As it is: what is pasted here is a text, and no words of a field.
        onPaste={(event) => event.stopPropagation()}
        onChange={(event) => setPasted(event.target.value)}
      />
      <DialogActions>
        <Button onClick={onCancel}>{t('cancel', { ns: 'common' })}</Button>
        <Button
          key="read"
          look="solid"
          busy={busy && pasted.trim() !== ''}
          disabled={pasted.trim() === ''}
          onClick={() => onRead(pasted)}
        >
          {t('text.preview')}
        </Button>
      </DialogActions>
    </>
  );
}
