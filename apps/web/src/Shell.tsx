import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { UserMenu } from './account/UserMenu.tsx';
import { LanguageSwitch } from './i18n/LanguageSwitch.tsx';
import './Shell.css';
import { Mark } from './ui/Mark.tsx';
import { Toaster } from './ui/Toaster.tsx';

/** Around every page: messages, and the place on the page when going back. */
export function Frame() {
  return (
    <>
      <Outlet />
      <Toaster />
      <ScrollRestoration />
    </>
  );
}

/** The bar over every page but the map, which has one of its own. */
export function Shell() {
  const { t } = useTranslation('common');
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="bar">
        <Link to="/" className="brand" aria-label={t('name')}>
          <Mark />
          <span>{t('name')}</span>
        </Link>
        <LanguageSwitch />
        <UserMenu />
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
