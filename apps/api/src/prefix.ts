// A path before all of the server's own, as in https://school.example/counterpoint/: the one place that knows it.
import type { IncomingMessage, Server } from 'node:http';
import type { Config } from './config.ts';

/** As `/counterpoint`; empty where there is none. */
export const prefixOf = ({ publicUrl }: Pick<Config, 'publicUrl'>): string =>
  publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');

/** Where cookies go. */
export const cookiePathOf = (config: Pick<Config, 'publicUrl'>): string => prefixOf(config) || '/';

/** Some proxies take the path off, some leave it on: either way what follows sees addresses without it, and `originalUrl` with it. */
export function serveUnder(prefix: string, server: Server): void {
  if (prefix === '') return;
  const takeOff = (request: IncomingMessage & { originalUrl?: string }): void => {
    const { url = '/' } = request;
    const rest = url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
    if (rest !== undefined && /^([/?]|$)/.test(rest)) request.url = rest.startsWith('/') ? rest : `/${rest}`;
    // Sessions hold the path of their cookie against this one.
    request.originalUrl = prefix + (request.url ?? '/');
  };
  server.prependListener('request', takeOff);
  server.prependListener('upgrade', takeOff);
}

/** The page as Vite built it names its files by `./`; it is shown at many addresses, so here they begin at the top. */
export const pageUnder = (prefix: string, html: string): string => html.replaceAll('="./', `="${prefix}/`);
