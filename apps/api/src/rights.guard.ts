// The gate every request passes: is it too often, who asks, and may they?
import {
  createParamDecorator,
  Inject,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Id, Login, may, type Account, type RefusalCode, type Viewer } from '@counterpoint/shared';
import type { Request } from 'express';
import { AccountsService } from './accounts/accounts.service.ts';
import { CONFIG, type Config, type LimitName } from './config.ts';
import { Limiter, networkOf } from './limiter.ts';
import { MembersService } from './maps/members.service.ts';
import { Refused } from './refusals.ts';
import { ROUTE, ruleOfRoute, type RouteName } from './routes.ts';

/** Who asks; and on routes of one map, which map, and as whom they see it. */
export interface Caller {
  readonly account: Account | null;
  readonly map: Id;
  readonly viewer: Viewer;
}

/** On routes that ask for an account. */
export type SignedIn = Caller & { readonly account: Account };

const callers = new WeakMap<Request, Caller>();
const NO_MAP = { map: '', viewer: { participant: null, role: null } };

/** The caller, in a handler's parameters. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined =>
  callers.get(context.switchToHttp().getRequest<Request>()),
);

@Injectable()
export class RightsGuard implements CanActivate {
  private readonly limiters = new Map<LimitName, Limiter>();

  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const name = this.reflector.get<RouteName | undefined>(ROUTE, context.getHandler());
    if (!name) throw new Error(`${context.getHandler().name} is in no line of routes.ts`);
    const request = context.switchToHttp().getRequest<Request>();
    const { asks, account: needsAccount, limits } = ruleOfRoute(name);
    for (const limit of limits ?? []) this.count(limit, request);
    const account = await this.accounts.whoIs(request.session);
    if (!account && (asks === 'account' || needsAccount)) refuseWith('not-signed-in', 'Sign in first.');
    callers.set(request, { account, ...NO_MAP });
    if (asks === 'nothing' || asks === 'account') return true;
    const map = Id.safeParse(request.params['id']).data;
    const viewer = map && (await this.members.viewer(map, account?.id ?? null));
    if (!viewer) return refuseWith('not-found', 'There is no such map, or it is not open to you.');
    // Strangers may read at most, whatever the access: only `read` depends on it, and members.viewer has asked that.
    if (asks !== 'read' && !may(viewer.role, asks, 'members')) {
      if (!account) return refuseWith('not-signed-in', 'Sign in first.');
      return refuseWith('not-allowed', 'Your role in this map does not allow this.');
    }
    callers.set(request, { account, map, viewer });
    return true;
  }

  private count(name: LimitName, request: Request): void {
    const limiter = this.limiters.get(name) ?? new Limiter(this.config.limits[name]);
    this.limiters.set(name, limiter);
    const wait = limiter.take(keyOf(name, request), Date.now());
    if (wait > 0)
      throw new Refused({
        code: 'too-many-requests',
        message: 'That was too often. Wait a moment.',
        retryAfterMs: wait,
      });
  }
}

/** What is counted together. An address alone would lock out a class that shares it: see config.ts. */
function keyOf(name: LimitName, { ip, session, body }: Request): string {
  const network = networkOf(ip);
  switch (name) {
    case 'signIn': {
      const login = (body as { login?: unknown } | undefined)?.login;
      // As it is looked up: many spellings are one login, and what is none is refused anyway.
      return `${network} ${Login.safeParse(login).data ?? ''}`;
    }
    case 'signInFrom':
    case 'signUp':
    case 'join':
      return network;
    case 'edits':
    case 'newMaps':
    case 'importedMaps':
    case 'exchange':
      return session.account ?? network;
  }
}

function refuseWith(code: RefusalCode, message: string): never {
  throw new Refused({ code, message });
}
