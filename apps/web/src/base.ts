// Where on its host the server is: a path may come before all of its own, as in https://school.example/counterpoint/. Nothing else knows.

/** As the server wrote it into the page; it begins and ends with a slash. */
const told = document.documentElement.dataset['base'] ?? '/';

/** Who comes past the proxy, straight to the server, comes without that path. */
const isThere = told.startsWith('/') && `${location.pathname}/`.startsWith(told);

/** What every address on this host begins with; it ends with a slash. */
export const base = isThere ? told : '/';

/** The address of the server, without a slash at the end: what links for other people begin with. */
export const home = location.origin + base.slice(0, -1);

/** The same as one says it aloud or writes it on a board: `school.example/counterpoint`. */
export const spoken = home.replace(/^https?:\/\//, '');

/** A path of this host as the routes know it. */
export const within = (pathname: string): string => pathname.slice(base.length - 1) || '/';
