// The only place that knows both refusals and HTTP. `{ refusal }` is the only shape of an error.
import {
  Catch,
  HttpException,
  Logger,
  StandardSchemaValidationPipe,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { Refusal, RefusalAnswer, RefusalCode, Result } from '@counterpoint/shared';
import type { Request, Response } from 'express';

export const STATUS: Readonly<Record<RefusalCode, number>> = {
  invalid: 422,
  'too-large': 413,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'id-taken': 409,
  removed: 409,
  merged: 409,
  'not-removed': 409,
  purged: 409,
  'still-quoted': 409,
  cycle: 409,
  'undercut-must-rebut': 422,
  'already-premise': 409,
  'would-empty-argument': 409,
  'no-change': 409,
  'not-a-passage': 422,
  'not-verbatim': 422,
  'round-running': 409,
  'round-opened': 409,
  'no-such-label': 422,
  'marks-overlap': 409,
  'not-now': 403,
  frozen: 403,
  archived: 409,
  muted: 403,
  slow: 429,
  'poll-running': 409,
  'vote-closed': 409,
  'rubric-used': 409,
  'no-such-level': 422,
  'not-gradable': 422,
  'no-phase': 409,
  'debate-runs': 409,
  'debate-ended': 409,
  'in-use': 409,
  'no-side': 409,
  'last-owner': 409,
  'taken-out': 403,
  'faces-fixed': 409,
  'has-pseudonym': 409,
  'nothing-behind': 409,
  'already-decided': 409,
  'own-proposal': 403,
  'own-decision': 403,
  'too-many-proposals': 429,
  'reason-needed': 422,
  'unknown-reason': 422,
  'still-cited': 409,
  'group-of-one': 422,
  'has-groups': 409,
  'not-archived': 409,
  'is-group': 409,
  'no-names': 409,
  stale: 409,
  'out-of-order': 409,
  'too-many-requests': 429,
  busy: 503,
  'wrong-credentials': 401,
  'name-taken': 409,
  'weak-password': 422,
  'name-alike': 409,
  'invite-invalid': 410,
  'invite-full': 410,
  'joining-locked': 403,
  'unsupported-format': 422,
  'wrong-ending': 422,
  encrypted: 422,
  scanned: 422,
  broken: 422,
  empty: 422,
  'wrong-origin': 403,
  internal: 500,
};

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** What a handler answers: the value, or the refusal as an error response. */
export function answer<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.refusal);
  return result.value;
}

export const validation = new StandardSchemaValidationPipe({
  exceptionFactory: ([issue]) => {
    const path = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
    return new Refused({
      code: 'invalid',
      message: `${path ? `${path}: ` : ''}${issue?.message ?? 'invalid'}`,
    });
  },
});

@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(error, http.getRequest<Request>(), http.getResponse<Response>());
  }

  private send(error: unknown, request: Request, response: Response): void {
    const refusal = refusalOf(error);
    if (refusal?.code === 'busy') this.logger.warn(`a request had to be turned away: ${String(error)}`);
    if (!refusal) this.logger.error({ err: error, request: request.id }, 'a request failed');
    if (response.headersSent) return void response.end();
    const shown: RefusalAnswer['refusal'] = refusal ?? {
      code: 'internal',
      message: 'The server failed.',
      request: request.id as string, // as requestLog makes it
    };
    if (refusal?.retryAfterMs !== undefined)
      response.setHeader('Retry-After', Math.ceil(refusal.retryAfterMs / 1000));
    response.status(STATUS[shown.code]).json({ refusal: shown });
  }
}

/** Undefined for a bug. Nest and the body parser throw errors of their own for what is the caller's mistake. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refused) return error.refusal;
  if (isDatabaseAway(error))
    return { code: 'busy', message: 'The database does not answer.', retryAfterMs: 1000 };
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === undefined || status >= 500) return undefined;
  if (status === 404) return { code: 'not-found', message: 'There is nothing here.' };
  if (status === 413) return { code: 'too-large', message: 'The body is too large.' };
  return {
    code: 'invalid',
    message: 'The request cannot be read: is the body JSON, and says its content type so?',
  };
}

const AWAY_CODES =
  /^(E(CONN\w+|PIPE|TIMEDOUT|(HOST|NET)UNREACH|AI_AGAIN)|ENOTFOUND|08\w{3}|53\w{3}|57P0\d|57014|55P03|25P0[34])$/;
// What pg and its pool say without a code; the last one is TypeORM, when a connection ends within a transaction.
const AWAY_WORDS =
  /^(Connection terminated|Client (was closed|has encountered a connection error)|Query read timeout|timeout (expired|exceeded)|Cannot use a pool after|Query runner already released)/;

/** Refused or broken connections, a server that starts or ends, or one that took too long. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return AWAY_CODES.test('code' in error ? String(error.code) : '') || AWAY_WORDS.test(error.message);
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}
