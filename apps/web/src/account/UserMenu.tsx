import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { meQuery } from '../api.ts';
import { chooseLanguage, interfaceLanguage } from '../i18n/i18n.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuNote } from '../ui/Menu.tsx';
import { chooseTheme, THEMES, useTheme } from '../ui/theme.ts';
import { toast } from '../ui/toast.ts';
import './account.css';
import { leaveDialog } from './leaveDialog.ts';
import { losesNothing, useSignOut } from './useSignOut.ts';

const mailDialog = async () => (await import('./MailDialog.tsx')).MailDialog;

/** Who I am, how the page looks, and the way in or out. */
export function UserMenu() {
  const { t } = useTranslation(['account', 'names']);
  const me = useQuery(meQuery).data;
  const account = me?.account;
  const [atMail, setAtMail] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const navigate = useNavigate();
  const here = useLocation();
  const signOut = useSignOut(async () => {
    await navigate('/');
    toast(t('signedOut'));
  });
  const signIn = `/sign-in?to=${encodeURIComponent(here.pathname + here.search)}`;
  const toSignUp = () => void navigate(`${signIn}&task=sign-up`);
  return (
    <>
      {account === null && here.pathname !== '/sign-in' && (
        <Link className="button ghost" to={signIn}>
          {t('signIn')}
        </Link>
      )}
      <Menu
        align="end"
        trigger={
          account ? (
            <Button
              look="plain"
              className="user-menu icon-button"
              aria-label={t('menuOf', { name: account.name })}
            >
              <Avatar name={account.name} seed={account.id} />
            </Button>
          ) : (
            <IconButton className="user-menu" icon="settings" label={t('menu')} />
          )
        }
      >
        {account && (
          <MenuNote>{account.guest ? t('guestNamed', { name: account.name }) : account.name}</MenuNote>
        )}
        {account?.guest && (
          <MenuItem icon="key" onSelect={toSignUp}>
            {t('keepAction')}
          </MenuItem>
        )}
        {account && (
          <MenuItem icon="person" onSelect={() => void navigate('/account')}>
            {t('account')}
          </MenuItem>
        )}
        {account && me.mail && (
          <MenuItem icon="bell" onSelect={() => setAtMail(true)}>
            {t('mail.open')}
          </MenuItem>
        )}
        {account && <MenuLine />}
        <Settings />
        <MenuLine />
        {account ? (
          <MenuItem icon="exit" onSelect={() => (losesNothing(me) ? signOut.mutate() : setLeaving(true))}>
            {t('signOut')}
          </MenuItem>
        ) : (
          me?.faces && (
            <MenuItem icon="exit" onSelect={() => setLeaving(true)}>
              {t('leave.action', { ns: 'names' })}
            </MenuItem>
          )
        )}
        {!account && (
          <MenuItem icon="person" onSelect={() => void navigate(signIn)}>
            {t('signIn')}
          </MenuItem>
        )}
      </Menu>
      {leaving && (
        <Fetched
          load={leaveDialog}
          props={{
            guest: account?.guest ? account.name : null,
            faces: me?.faces !== undefined,
            onKeep: toSignUp,
            onLeave: () => signOut.mutate(),
            onClose: () => setLeaving(false),
          }}
          onMissing={() => setLeaving(false)}
        />
      )}
      {atMail && (
        <Fetched
          load={mailDialog}
          props={{ onClose: () => setAtMail(false) }}
          onMissing={() => setAtMail(false)}
        />
      )}
    </>
  );
}

function Settings() {
  const { t } = useTranslation(['account', 'common']);
  return (
    <>
      <MenuChoice
        label={t('theme')}
        value={useTheme()}
        onChange={chooseTheme}
        options={THEMES.map((theme) => ({ value: theme, text: t(theme) }))}
      />
      <MenuChoice
        label={t('language', { ns: 'common' })}
        value={interfaceLanguage()}
        onChange={chooseLanguage}
        options={LANGUAGES}
      />
    </>
  );
}
