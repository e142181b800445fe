// Where features meet: which address shows what, and what one feature hands to another.
import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter } from 'react-router';
import { JoinPage } from './account/JoinPage.tsx';
import { joinLoader } from './account/joinLoader.ts';
import { SignInPage } from './account/SignInPage.tsx';
import { ImportMaps } from './exchange/ImportMaps.tsx';
import { Home } from './home/Home.tsx';
import { BrokenPage, LoadingPage, NotFoundPage } from './Pages.tsx';
import { Frame, Shell } from './Shell.tsx';

export const routesWith = (queries: QueryClient) =>
  createBrowserRouter([
    {
      element: <Frame />,
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <LoadingPage />,
      children: [
        {
          element: <Shell />,
          children: [
            { path: '/', element: <Home Import={ImportMaps} /> },
            { path: '/sign-in', element: <SignInPage /> },
            { path: '/join/:key', loader: joinLoader(queries), element: <JoinPage /> },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
        {
          path: '/embed/:id',
          lazy: async () => {
            const { EmbedPage } = await import('./exchange/EmbedPage.tsx');
            return { element: <EmbedPage /> };
          },
        },
        {
          path: '/maps/:id',
          lazy: async () => {
            const { MapRoute } = await import('./MapRoute.tsx');
            return { element: <MapRoute /> };
          },
        },
      ],
    },
  ]);
