// The pages: what Vite built, and index.html for every address that is a page's.
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import fs from 'node:fs';
import path from 'node:path';
import serveStatic from 'serve-static';
import type { Config } from './config.ts';
import { pageUnder, prefixOf } from './prefix.ts';

/** Everything from here, nothing from elsewhere, no inline scripts (Z-15, Z-16). */
const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
  // Pictures that the page draws itself.
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

export function securityHeaders({ cookieSecure }: Pick<Config, 'cookieSecure'>): RequestHandler {
  const headers = (directives: Record<string, string[]>) =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      frameguard: { action: 'deny' },
      strictTransportSecurity: cookieSecure && { maxAge: 180 * 86_400 },
      // Invitation addresses are secrets; `no-referrer` would blank the Origin that origin.ts looks at.
      referrerPolicy: { policy: 'same-origin' },
    });
  const strict = headers(POLICY);
  // The API page has its styles inline.
  const ofApiPage = headers({ ...POLICY, styleSrc: ["'self'", "'unsafe-inline'"] });
  return (request, response, next) =>
    (/^\/api\/docs(\/|$)/.test(request.path) ? ofApiPage : strict)(request, response, next);
}

/** Origins whose pages may show a map in a frame, parted by spaces; '' for none. */
export type FramersOf = (map: string) => Promise<string>;

/** [X-08] `/embed/:id` is the only page that others may frame, and only those that the map's owner named. */
const embedHeaders = (framersOf: FramersOf): RequestHandler<{ id: string }> =>
  async function allowFrames({ params }, response, next) {
    const framers = await framersOf(params.id).catch(() => '');
    const policy = response.getHeader('Content-Security-Policy');
    if (framers !== '' && typeof policy === 'string') {
      const open = policy.replace("frame-ancestors 'none'", `frame-ancestors ${framers}`);
      response.setHeader('Content-Security-Policy', open);
      // Browsers that know frame-ancestors pass it over; others know no list of origins.
      response.removeHeader('X-Frame-Options');
    }
    next();
  };

export function servePages(
  app: NestExpressApplication,
  config: Pick<Config, 'publicUrl'> & { readonly webDist?: string | undefined },
  framersOf: FramersOf,
): void {
  const folder = config.webDist ?? '';
  app.use('/embed/:id', embedHeaders(framersOf));
  app.use('/assets', zippedBeside(path.join(folder, 'assets')));
  const files = serveStatic(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, file) => {
      const named = path.relative(folder, file).startsWith(`assets${path.sep}`); // Vite names these by their content
      response.setHeader('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    // What is no file is not looked for on the disk.
    if (NO_PAGES.test(request.path)) next();
    else files(request, response, next);
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    fs.readFile(path.join(folder, 'index.html'), 'utf8', (error, html) => {
      if (error) next();
      else response.type('html').send(pageUnder(prefixOf(config), html));
    });
  });
}

/** The build wrote these beside scripts and styles; what comes first is smaller. */
const ENDINGS = { br: '.br', gzip: '.gz' } as const;
const ENCODINGS = Object.keys(ENDINGS) as (keyof typeof ENDINGS)[];

/** Turns to the zipped file where there is one that the browser takes. They are looked up once: their names hold their content. */
function zippedBeside(folder: string): RequestHandler {
  const all = new Set(fs.existsSync(folder) ? fs.readdirSync(folder) : []);
  return (request, response, next) => {
    const name = request.path.slice(1);
    const there = ENCODINGS.filter((encoding) => all.has(name + ENDINGS[encoding]));
    if (there.length > 0) response.vary('Accept-Encoding');
    const encoding = there.find((one) => request.acceptsEncodings(one));
    if (encoding) {
      response.type(path.extname(name)).set('Content-Encoding', encoding);
      request.url = `/${name}${ENDINGS[encoding]}`;
    }
    next();
  };
}

const NO_PAGES = /^\/(api|socket\.io|healthz)(\/|$)/;

/** Otherwise a mistyped API address, or a picture that is gone, would be answered with a page. */
function isPage({ method, path: address }: Request): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return !NO_PAGES.test(address) && path.posix.extname(address) === '';
}
