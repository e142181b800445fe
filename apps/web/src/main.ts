// Asks at once for every script that the address needs, so that none waits for another. Small, as all wait for this one.
import { within } from './base.ts';
import { firstLanguage } from './i18n/languages.ts';
import { WORDS } from './i18n/words.ts';
import { firstView } from './open/firstView.ts';
import { pageAt, PAGES } from './pages.ts';
import './styles/tokens.css';
import './styles/base.css';
import { isNarrow } from './ui/isNarrow.ts';
import { noteMissingStyles } from './ui/missingStyles.ts';
import { VIEWS } from './views.ts';

/** Whoever shows it asks again, and tells when it cannot be had. */
const ahead = (load: () => Promise<unknown>): void => void load().catch(() => undefined);

noteMissingStyles();

const root = document.getElementById('root');
if (root && !('tooOld' in document.documentElement.dataset)) {
  ahead(WORDS[firstLanguage()]);
  const page = pageAt(within(location.pathname));
  if (page) ahead(PAGES[page]);
  if (page === '/maps/:id') ahead(firstView(VIEWS, location.search, isNarrow()).load);
  // Not awaited: App.tsx shares modules with this one, and would wait for it in turn.
  void import('./App.tsx').then(({ draw }) => draw(root));
}
