import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { meQuery } from '../api.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { AccountForm, type AccountTask } from './AccountForm.tsx';
import './account.css';

/** `?to=` says where to go on; `?task=sign-up` opens the other half. A guest comes here to keep their work. */
export function SignInPage() {
  const { t } = useTranslation('account');
  const [asked] = useSearchParams();
  const navigate = useNavigate();
  const account = useQuery(meQuery).data?.account;
  const guest = account?.guest ? account : null;
  const [task, setTask] = useState<AccountTask>(asked.get('task') === 'sign-up' ? 'sign-up' : 'sign-in');
  const title = t(task === 'sign-in' ? 'welcome' : guest ? 'keep' : 'new');
  return (
    <div className="account-page">
      <title>{title}</title>
      <h1>{title}</h1>
      {task === 'sign-up' && <p className="lead">{t(guest ? 'keepAbout' : 'newAbout')}</p>}
      <Segmented
        label={t('which')}
        value={task}
        onChange={setTask}
        options={[
          { value: 'sign-in', text: t('signIn') },
          { value: 'sign-up', text: t('signUp') },
        ]}
      />
      <div className="account-card">
        <AccountForm
          key={task}
          task={task}
          guest={task === 'sign-up' ? guest : null}
          onDone={() => void navigate(pathWithin(asked.get('to')), { replace: true })}
        />
      </div>
    </div>
  );
}

/** Only a path of this site: an address elsewhere in `?to=` is somebody's trap. */
export function pathWithin(to: string | null): string {
  if (!to) return '/';
  const address = new URL(to, location.origin);
  return address.origin === location.origin ? address.pathname + address.search + address.hash : '/';
}
