// The gate every request passes: is it too often, who asks, and may they?
import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Id, Login, may, type Account, type RefusalCode, type Viewer } from '@counterpoint/shared';
import type { Request } from 'express';
import { AccountsService } from './accounts/accounts.service.ts';
import { countedAs, personOf, type Person } from './accounts/faces.service.ts';
import type { LimitName } from './config.ts';
import { networkOf } from './limiter.ts';
import { Limits, partsOf } from './limits.ts';
import { MembersService } from './maps/members.service.ts';
import { Refused } from './refusals.ts';
import { ROUTE, ruleOfRoute, type RouteName } from './routes.ts';

/** Who asks; and on routes of one map, which map, and as whom they see it. */
export interface Caller {
  readonly account: Account | null;
  readonly person: Person;
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
  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: AccountsService,
    private readonly members: MembersService,
    private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const name = this.reflector.get<RouteName | undefined>(ROUTE, context.getHandler());
    if (!name) throw new Error(`${context.getHandler().name} is in no line of routes.ts`);
    const request = context.switchToHttp().getRequest<Request>();
    const { asks, account: needsAccount, limits } = ruleOfRoute(name);
    for (const limit of limits ?? []) this.count(limit, request, costOf(name, request));
    const account = await this.accounts.whoIs(request.session);
    const person: Person = { account: account?.id ?? null, faces: request.faces ?? null };
    const isKnown = account !== null || (needsAccount === 'or face' && person.faces !== null);
    if (!isKnown && (asks === 'account' || asks === 'admin' || needsAccount))
      refuseWith('not-signed-in', 'Sign in first.');
    callers.set(request, { account, person, ...NO_MAP });
    if (asks === 'nothing' || asks === 'account') return true;
    if (asks === 'admin') {
      if (account && (await this.accounts.isAdmin(account.id))) return true;
      return refuseWith('not-allowed', 'Only whoever runs this server may do this.');
    }
    const map = Id.safeParse(request.params['id']).data;
    const viewer = map && (await this.members.viewer(map, person));
    if (!viewer) return refuseWith('not-found', 'There is no such map, or it is not open to you.');
    // Strangers may read at most, whatever the access: only `read` depends on it, and members.viewer has asked that.
    if (asks !== 'read' && !may(viewer.role, asks, 'members')) {
      if (!account && !person.faces) return refuseWith('not-signed-in', 'Sign in first.');
      return refuseWith('not-allowed', 'Your role in this map does not allow this.');
    }
    callers.set(request, { account, person, map, viewer });
    return true;
  }

  private count(name: LimitName, request: Request, cost: number): void {
    const key = keyOf(name, request);
    const refused =
      key === undefined
        ? this.limits.take(name, this.limits.askerOf(request, countedAs(personOf(request))), cost)
        : this.limits.takeBy(name, key);
    if (refused) throw new Refused(refused.refusal);
  }
}

/** What is counted together before anyone is known; undefined where the person is, and the address. */
function keyOf(name: LimitName, { ip, body, params }: Request): string | undefined {
  const network = networkOf(ip);
  switch (name) {
    case 'signIn': {
      const login = (body as { login?: unknown } | undefined)?.login;
      // As it is looked up: many spellings are one login, and what is none is refused anyway.
      return `${network} ${Login.safeParse(login).data ?? ''}`;
    }
    case 'signInFrom':
    case 'signUp':
      return network;
    case 'join':
      // Each invitation for itself: who floods the door with wrong codes does not hold it shut for the right one.
      return `${network} ${String(params['key']).slice(0, 64).toUpperCase()}`;
    default:
      return undefined;
  }
}

/** Edits in a list count each. */
function costOf(name: RouteName, { body }: Request): number {
  const { costs } = ruleOfRoute(name);
  if (costs !== undefined) return costs;
  const { edits } = (body ?? {}) as { edits?: unknown };
  if (!Array.isArray(edits)) return 1;
  return (edits as ({ edit?: unknown } | null)[]).reduce((sum, one) => sum + partsOf(one?.edit), 0);
}

function refuseWith(code: RefusalCode, message: string): never {
  throw new Refused({ code, message });
}
