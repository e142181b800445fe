import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { Spinner } from './ui/Spinner.tsx';
import { base } from './base.ts';

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <div className="page-note">
      <title>{t('notFound.title')}</title>
      <EmptyState
        level={1}
        title={t('notFound.title')}
        actions={
          <Link className="button solid" to="/">
            {t('home')}
          </Link>
        }
      >
        <p>{t('notFound.text')}</p>
      </EmptyState>
    </div>
  );
}

/** What is left when a page threw. */
export function BrokenPage() {
  const { t } = useTranslation('common');
  return (
    <main className="page-note">
      <title>{t('broken.title')}</title>
      <EmptyState
        level={1}
        title={t('broken.title')}
        actions={
          <>
            <Button look="solid" onClick={() => location.reload()}>
              {t('broken.reload')}
            </Button>
            <a className="button ghost" href={base}>
              {t('home')}
            </a>
          </>
        }
      >
        <p>{t('broken.text')}</p>
      </EmptyState>
    </main>
  );
}

export function LoadingPage() {
  const { t } = useTranslation('common');
  return (
    <main className="page-note">
      <EmptyState level={1} title={t('loading')}>
        <Spinner size={22} />
      </EmptyState>
    </main>
  );
}
