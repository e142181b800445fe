import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';

/** Words whose field was closed before they were sent: they are thrown away only on purpose. */
export function Unsent({
  text,
  onGoOn,
  onThrowAway,
}: {
  readonly text: string;
  readonly onGoOn: () => void;
  readonly onThrowAway: () => void;
}) {
  const { t } = useTranslation('claim');
  return (
    <div className="unsent" role="group" aria-label={t('unsent.title')}>
      <small>{t('unsent.title')}</small>
      <blockquote>{text}</blockquote>
      <Button icon="edit" onClick={onGoOn}>
        {t('unsent.goOn')}
      </Button>
      <Button look="plain" onClick={onThrowAway}>
        {t('unsent.throwAway')}
      </Button>
    </div>
  );
}
