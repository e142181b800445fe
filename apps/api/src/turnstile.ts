// Before anything is done for a request: who asks faster than people do waits for their turn, and holds up nobody else.
import type { Refused } from '@counterpoint/shared';
import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import { countedAs } from './accounts/faces.service.ts';
import type { SessionsService } from './accounts/sessions.service.ts';
import { tooOften, type Limits } from './limits.ts';
import { Refused as RefusedError } from './refusals.ts';

/** Longest wait for a turn in ms. Who would have to wait longer is refused, after so long: a refusal at once is asked for again at once. */
const PATIENCE = 2_000;

export class Turnstile {
  constructor(
    private readonly limits: Limits,
    private readonly sessions: Pick<SessionsService, 'idOf' | 'faces'>,
  ) {}

  /** Resolves when it is the caller's turn, or with a refusal. Counted by session or by faces, strangers by address. */
  async pass(request: IncomingMessage): Promise<Refused | undefined> {
    const { network } = this.limits.askerOf(request);
    const session = this.sessions.idOf(request) ?? null;
    const person = countedAs({ account: session, faces: this.sessions.faces.of(request) }) ?? null;
    const caller = { person, network };
    const wait = this.limits.turn('requests', caller, PATIENCE);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(wait, PATIENCE)));
    return wait > PATIENCE ? tooOften(wait) : undefined;
  }

  /** For requests; whoever watches over the server never waits. */
  readonly guard: RequestHandler = (request, _response, next) => {
    if (request.path === '/healthz') {
      next();
      return;
    }
    void this.pass(request).then((refused) => {
      if (request.socket.destroyed) return;
      if (refused) next(new RefusedError(refused.refusal));
      else next();
    });
  };
}
