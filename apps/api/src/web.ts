// The pages: what Vite built, and index.html for every address that is a page's.
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import path from 'node:path';
import type { Config } from './config.ts';

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

export function servePages(app: NestExpressApplication, folder: string): void {
  app.useStaticAssets(folder, {
    index: false,
    redirect: false,
    setHeaders: (response: Response, file) => {
      const named = path.relative(folder, file).startsWith(`assets${path.sep}`); // Vite names these by their content
      response.setHeader('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isPage(request)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile('index.html', { root: folder, cacheControl: false }, (error) => {
      if (error && !response.headersSent) next();
    });
  });
}

/** Otherwise a mistyped API address, or a picture that is gone, would be answered with a page. */
function isPage({ method, path: address }: Request): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return !/^\/(api|socket\.io|healthz)(\/|$)/.test(address) && path.posix.extname(address) === '';
}
