import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shown } from '../open/keys.ts';
import { switchTo } from '../open/preferences.ts';
import { Button } from '../ui/Button.tsx';
import { useMedia } from '../ui/useMedia.ts';

const HINTS = ['answer', 'read', 'move', 'more'] as const;

/** Four hints, one after the other; who skips them or has read them all is never shown them again. */
export function Hints() {
  const { t } = useTranslation('hints');
  const byHand = useMedia('(pointer: coarse)');
  const [at, setAt] = useState(0);
  const hint = HINTS[at] ?? 'answer';
  const isLast = at === HINTS.length - 1;
  const end = (): void => switchTo('hints', false);
  return (
    <section aria-label={t('label')}>
      <p role="status">
        <b>{t('step', { at: at + 1, of: HINTS.length })}</b>{' '}
        {t(`${hint}.${byHand ? 'hand' : 'mouse'}`, { undo: shown('Mod+Z'), find: shown('Mod+K') })}
      </p>
      {!isLast && (
        <Button look="plain" onClick={end}>
          {t('skip')}
        </Button>
      )}
      <Button look="solid" onClick={isLast ? end : () => setAt(at + 1)}>
        {t(isLast ? 'done' : 'next')}
      </Button>
    </section>
  );
}
