import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Application, NextFunction, Request, Response } from 'express';
import { SessionsService } from './accounts/sessions.service.ts';
import { serveApiPage } from './api-page.ts';
import { AppModule } from './app.module.ts';
import { warningsOf, type Config } from './config.ts';
import { migrateDatabase } from './database/database.module.ts';
import { importBody, textBody, textFileBody } from './exchange/longBodies.ts';
import { uploadsWithin } from './exchange/uploads.ts';
import { Limits } from './limits.ts';
import { createLogger, NestLogger, requestLog } from './logging.ts';
import { MembersService } from './maps/members.service.ts';
import { SocketAdapter } from './maps/socket-adapter.ts';
import { Origins, type Trusts } from './origin.ts';
import { prefixOf, serveUnder } from './prefix.ts';
import { Turnstile } from './turnstile.ts';
import { securityHeaders, servePages } from './web.ts';

/** The whole server, not yet listening: for main.ts and for tests. */
/** In ms. Longer than proxies keep an idle connection (60 s): who is the first to close one cannot have a request on its way. */
const IDLE = 75_000;

export async function createApp(
  config: Config,
  logger = createLogger(config),
): Promise<NestExpressApplication> {
  const done = await migrateDatabase(config);
  if (done.length > 0) logger.info({ context: 'database' }, `ran ${done.join(', ')}`);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares these options as a class
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), {
    logger: new NestLogger(logger),
    abortOnError: false,
    forceCloseConnections: true,
    bodyParser: false,
  });
  for (const warning of warningsOf(config)) logger.warn(warning);
  app.set('trust proxy', config.trustProxy);
  const express = app.getHttpAdapter().getInstance() as Application;
  const trusts = express.get('trust proxy fn') as Trusts;
  const origins = new Origins(config, trusts, (words) => logger.warn(words));
  app.disable('x-powered-by');
  app.disable('etag');
  const sessions = app.get(SessionsService);
  const turnstile = new Turnstile(app.get(Limits), sessions);
  app.use(requestLog(logger), securityHeaders(config), turnstile.guard);
  const members = app.get(MembersService);
  if (config.webDist) servePages(app, config, (map) => members.framersOf(map));
  app.use(
    '/api',
    noStore,
    origins.guard,
    sessions.middleware,
    sessions.faces.middleware,
    (request: Request, _response: Response, next: NextFunction) => {
      sessions.renew(request);
      next();
    },
    uploadsWithin(config.uploads),
  );
  app.useBodyParser('raw', importBody);
  app.useBodyParser('raw', textFileBody);
  app.useBodyParser('json', textBody);
  app.useBodyParser('json', { limit: config.bodyBytes });
  app.useWebSocketAdapter(new SocketAdapter(app, origins, turnstile));
  app.enableShutdownHooks();
  app.getHttpServer().keepAliveTimeout = IDLE;
  serveUnder(prefixOf(config), app.getHttpServer());
  serveApiPage(app, prefixOf(config));
  return app;
}

/** What the API answers is for one person and one moment, unless a route says otherwise. */
function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'private, no-store');
  next();
}
