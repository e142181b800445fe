import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';

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
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  return (
    <>
      <div
        className={over ? 'text-drop over' : 'text-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file) onRead(file);
        }}
      >
        <input
          ref={input}
          hidden
          type="file"
          accept={ACCEPTED}
          aria-label={t('text.choose')}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onRead(file);
            event.target.value = ''; // so that the same file can be chosen again
          }}
        />
        <Button icon="upload" busy={busy} onClick={() => input.current?.click()}>
          {t('text.choose')}
        </Button>
        <span>{t('text.drop')}</span>
        <small>{t('text.formats')}</small>
      </div>
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
