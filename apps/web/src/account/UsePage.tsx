import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { meQuery } from '../api.ts';
import { useThisMap, wasWanted } from '../open/useThisMap.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import './account.css';

/** Where a visitor comes who wanted a map for themselves and signed up for it: the copy is made at once. */
export function UsePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const account = useQuery(meQuery).data?.account;
  const { use, isBusy } = useThisMap(id);
  useEffect(() => {
    if (account && wasWanted(id)) use();
    // Once, when it is known who came.
  }, [account, id, use]);
  return (
    <div className="account-page">
      <title>{t('use.title')}</title>
      <EmptyState
        level={1}
        title={t('use.title')}
        actions={
          <>
            <Button look="solid" busy={isBusy} onClick={() => use()}>
              {t('use.do')}
            </Button>
            <Link className="button ghost" to={`/maps/${id}`}>
              {t('use.look')}
            </Link>
          </>
        }
      >
        {t('use.about')}
      </EmptyState>
    </div>
  );
}
