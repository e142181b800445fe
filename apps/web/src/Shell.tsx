import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { UserMenu } from './account/UserMenu.tsx';
import { newMapDialog } from './home/Home.tsx';
import { fetchAllWords } from './i18n/i18n.ts';
import { LanguageSwitch } from './i18n/LanguageSwitch.tsx';
import { PAGES } from './pages.ts';
import './Shell.css';
import { fetched } from './ui/fetched.ts';
import { FetchedAhead } from './ui/FetchedAhead.tsx';
import { fetchFonts } from './ui/fonts.ts';
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

/** What people turn to from here. */
const next = () => [
  fetchFonts,
  fetchAllWords,
  () => fetched(newMapDialog),
  PAGES['/sign-in'],
  PAGES['/maps/:id'],
];

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
      <FetchedAhead all={next} />
    </div>
  );
}
