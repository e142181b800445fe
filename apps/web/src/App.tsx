import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { Refused } from './api.ts';
import { fetchWords, interfaceLanguage } from './i18n/i18n.ts';
import { routesWith } from './routes.tsx';
import { fetchKeptFonts } from './ui/fonts.ts';
import { followTheme } from './ui/theme.ts';

followTheme();

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a server that was not reached is asked again.
      retry: (failures, error) =>
        failures < 2 && error instanceof Refused && error.refusal.code === 'offline',
      retryDelay: 600,
    },
  },
});

/** Draws the page, once it has words. */
export async function draw(root: HTMLElement): Promise<void> {
  fetchKeptFonts();
  await fetchWords(interfaceLanguage());
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={routesWith(queries)} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
