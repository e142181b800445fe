import { toClipboard } from './copyText.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** Copies a text, and says that it did where it was pressed and for those who only listen. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('common');
  const [copied, setCopied] = useState(false);
  return (
    <>
      <Button
        icon={copied ? 'check' : 'copy'}
        aria-label={label}
        onBlur={() => setCopied(false)}
        onClick={() => void toClipboard(text).then(setCopied)}
      >
        {t(copied ? 'copied' : 'copy')}
      </Button>
      <VisuallyHidden>
        <span role="status">{copied && t('copied')}</span>
      </VisuallyHidden>
    </>
  );
}
