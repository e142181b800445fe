// The scripts of the pages that are not in the first one, by address; apart from routes.tsx, so that main.ts asks for them at once.
export const PAGES = {
  '/sign-in': async () => (await import('./account/SignInPage.tsx')).SignInPage,
  '/account': async () => (await import('./account/AccountPage.tsx')).AccountPage,
  '/reset': async () => (await import('./account/ResetPage.tsx')).ResetPage,
  '/join/:key': async () => (await import('./account/JoinPage.tsx')).JoinPage,
  '/use/:id': async () => (await import('./account/UsePage.tsx')).UsePage,
  '/mail/:task/:key': async () => (await import('./account/MailPage.tsx')).MailPage,
  '/maps/:id': async () => (await import('./MapRoute.tsx')).MapRoute,
  '/embed/:id': async () => (await import('./EmbedRoute.tsx')).EmbedRoute,
};
export type Page = keyof typeof PAGES;

/** The one that an address begins like. */
export const pageAt = (pathname: string): Page | undefined =>
  (Object.keys(PAGES) as Page[]).find((path) => pathname.startsWith(path.replace(/:.*/, '')));
