import { useTranslation } from 'react-i18next';
import { useScreen, useStanding } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ADDING_TEXT } from './adding.ts';

/** Before there is a text: what one is for, and the way to it. */
export function NoText() {
  const { t } = useTranslation('source');
  const ask = useScreen((state) => state.ask);
  const mayAdd = useStanding(ADDING_TEXT) !== 'refused';
  return (
    <div className="source-none">
      <EmptyState title={t('none.title')}>
        <p>{t(mayAdd ? 'none.words' : 'none.notYet')}</p>
        {mayAdd && (
          <Button look="solid" icon="plus" onClick={() => ask({ for: 'text', source: null })}>
            {t('head.addText')}
          </Button>
        )}
      </EmptyState>
    </div>
  );
}
