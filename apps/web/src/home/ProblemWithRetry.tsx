import { useTranslation } from 'react-i18next';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

export function ProblemWithRetry({
  title,
  thrown,
  onRetry,
}: {
  title: string;
  thrown: unknown;
  onRetry: () => void;
}) {
  const { t } = useTranslation('common');
  return (
    <div role="alert">
      <EmptyState
        title={title}
        actions={
          <Button look="solid" onClick={onRetry}>
            {t('retry')}
          </Button>
        }
      >
        <p>{problemText(thrown)}</p>
      </EmptyState>
    </div>
  );
}
