// Where features meet: which address shows what, and what one feature hands to another.
import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter } from 'react-router';
import { joinLoader } from './account/joinLoader.ts';
import { base } from './base.ts';
import { ImportMaps } from './exchange/ImportMaps.tsx';
import { Home } from './home/Home.tsx';
import { fetchLaterWords } from './i18n/i18n.ts';
import { PAGES, type Page } from './pages.ts';
import { BrokenPage, LoadingPage, NotFoundPage } from './Pages.tsx';
import { Frame, Shell } from './Shell.tsx';

const fetched = (path: Page) => ({ path, lazy: async () => ({ Component: await PAGES[path]() }) });

/** A page whose words do not come with the first ones. */
const withLaterWords = (path: Page) => ({
  path,
  lazy: async () => {
    const [Component] = await Promise.all([PAGES[path](), fetchLaterWords()]);
    return { Component };
  },
});

export const routesWith = (queries: QueryClient) =>
  createBrowserRouter(
    [
      {
        element: <Frame />,
        errorElement: <BrokenPage />,
        hydrateFallbackElement: <LoadingPage />,
        children: [
          {
            element: <Shell />,
            children: [
              { path: '/', element: <Home Import={ImportMaps} /> },
              fetched('/sign-in'),
              fetched('/use/:id'),
              withLaterWords('/account'),
              withLaterWords('/reset'),
              { ...fetched('/join/:key'), loader: joinLoader(queries) },
              fetched('/mail/:task/:key'),
              { path: '*', element: <NotFoundPage /> },
            ],
          },
          fetched('/embed/:id'),
          fetched('/maps/:id'),
        ],
      },
    ],
    { basename: base },
  );
