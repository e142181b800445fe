import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ACCEPTED } from './formatChoices.ts';

/** Choose a file, or drop one here. */
export function FilePicker({ name, onChoose }: { name: string | undefined; onChoose: (file: File) => void }) {
  const { t } = useTranslation('exchange');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'file-picker over' : 'file-picker'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onChoose(file);
      }}
    >
      <input
        ref={input}
        hidden
        type="file"
        accept={ACCEPTED}
        aria-label={t('import.choose')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onChoose(file);
          event.target.value = ''; // so that the same file can be chosen again
        }}
      />
      <Button icon="upload" onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      <span>{name ?? t('import.drop')}</span>
    </div>
  );
}
