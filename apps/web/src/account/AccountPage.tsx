import type { Account } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { api, meQuery } from '../api.ts';
import { interfaceLanguage } from '../i18n/i18n.ts';
import './account.css';
import './AccountPage.css';
import { DeleteAccount } from './DeleteAccount.tsx';
import { NameForm } from './NameForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { ResetForOther } from './ResetForOther.tsx';
import { Sessions } from './Sessions.tsx';

/** [Z-12] What somebody may do about themselves, in all maps at once. */
export function AccountPage() {
  const me = useQuery(meQuery).data;
  if (!me) return null;
  const { account } = me;
  return account ? <Sections account={account} isAdmin={me.admin === true} /> : <Navigate to="/sign-in?to=%2Faccount" replace />; // prettier-ignore
}

function Sections({ account, isAdmin }: { account: Account; isAdmin: boolean }) {
  const { t } = useTranslation(['person', 'account']);
  return (
    <div className="account-page own">
      <title>{t('title')}</title>
      <h1>{t('title')}</h1>
      {account.guest && (
        <p className="guest">
          {t('guestAbout', { name: account.name })}{' '}
          <Link to="/sign-in?task=sign-up&to=%2Faccount">{t('keepAction', { ns: 'account' })}</Link>
        </p>
      )}
      <Section title={t('name.title')}>
        <NameForm name={account.name} />
      </Section>
      {!account.guest && (
        <Section title={t('password.title')}>
          <PasswordForm />
        </Section>
      )}
      <Section title={t('sessions.title')} about={t('sessions.about')}>
        <Sessions />
      </Section>
      <Section title={t('data.title')} about={t('data.about')}>
        <p className="account-actions">
          <a className="button ghost" href={api.ownDataUrl('markdown', interfaceLanguage())} download>
            {t('data.page')}
          </a>
          <a className="button ghost" href={api.ownDataUrl('json', interfaceLanguage())} download>
            {t('data.file')}
          </a>
        </p>
      </Section>
      {isAdmin && (
        <Section title={t('admin.title')} about={t('admin.about')}>
          <ResetForOther />
        </Section>
      )}
      <Section title={t('delete.title')} about={t('delete.about')}>
        <DeleteAccount guest={account.guest} />
      </Section>
    </div>
  );
}

function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="account-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about !== undefined && <p className="about">{about}</p>}
      {children}
    </section>
  );
}
