// Logs say who asked for which route and how it went: no bodies, no cookies, no query, no words of people (Z-25).
import type { LoggerService } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Config } from './config.ts';

/** `out` is standard output unless a test reads along. */
export function createLogger(
  { logLevel }: Pick<Config, 'logLevel'>,
  out: DestinationStream = pino.destination(1),
): Logger {
  return pino({ level: logLevel, base: null, serializers: { err: errorForLog } }, out);
}

/** Database errors carry the parameters of their query, which are people's words: only what names the error is kept. */
function errorForLog(error: unknown) {
  if (!(error instanceof Error)) return { message: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  return { type: error.name, message: error.message, code, constraint, stack: error.stack };
}

/** Gives every request an id, which a 500 names, and logs its end. */
export function requestLog(logger: Logger) {
  return pinoHttp({
    logger,
    wrapSerializers: false,
    autoLogging: { ignore: (request) => request.url === '/healthz' },
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    // A bug has its own line, by the filter in refusals.ts.
    customLogLevel: () => 'info',
    serializers: {
      req: (request: IncomingMessage) => ({
        id: request.id,
        method: request.method,
        path: pathForLog(request.url ?? ''),
      }),
      res: (response: ServerResponse) => ({ status: response.statusCode }),
    },
  });
}

/** An invitation's address is a secret, and so are the links in letters. A link for a new password has its secret behind `#`, which no browser sends. */
function pathForLog(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/^((?:\/api)?\/(?:join|mail\/\w+)\/).*$/s, '$1…');
}

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Nest's own lines, and those of `new Logger(Name)`, through the same pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.write('fatal', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);

  /** Nest puts the context last. `message` may be fields, with the sentence next, as with pino itself. */
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const [detail] = rest.slice(0, -1);
    if (message instanceof Error) this.logger[level]({ context, err: message }, message.message);
    else if (typeof message === 'object')
      this.logger[level]({ context, ...message }, typeof detail === 'string' ? detail : undefined);
    else this.logger[level]({ context, stack: detail }, typeof message === 'string' ? message : '');
  }
}
