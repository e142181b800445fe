// Passwords and sessions: what an account does about its own way in.
import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NewPassword, NewReset, refuse, ResetPassword, SessionId, type AccountSession, type Reset } from '@counterpoint/shared'; // prettier-ignore
import type { Request } from 'express';
import { answer } from '../refusals.ts';
import { From, type SignedIn } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { AccountsService } from './accounts.service.ts';
import { SecurityService } from './security.service.ts';
import { SessionsService } from './sessions.service.ts';

@ApiTags('accounts')
@Controller()
export class PasswordsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly log: SecurityService,
  ) {}

  /** Whoever knew the old one is out, but for the browser that asks. */
  @Route('POST /api/accounts/password')
  async change(
    @From() { account }: SignedIn,
    @Body({ schema: NewPassword }) asked: NewPassword,
    @Req() { sessionID, ip }: Request,
  ): Promise<void> {
    answer(await this.accounts.changePassword(account, asked));
    await this.sessions.end(account.id, { but: sessionID });
    this.log.tell('password-changed', account.id, { ip });
  }

  @Route('POST /api/accounts/reset')
  async reset(@Body({ schema: ResetPassword }) asked: ResetPassword, @Req() { ip }: Request): Promise<void> {
    const account = answer(await this.accounts.reset(asked));
    await this.sessions.end(account);
    this.log.tell('password-reset', account, { ip });
  }

  @Route('GET /api/accounts/sessions')
  list(@From() { account }: SignedIn, @Req() { sessionID }: Request): Promise<AccountSession[]> {
    return this.sessions.of(account.id, sessionID);
  }

  @Route('DELETE /api/accounts/sessions')
  async endOthers(@From() { account }: SignedIn, @Req() { sessionID, ip }: Request): Promise<void> {
    await this.sessions.end(account.id, { but: sessionID });
    this.log.tell('sessions-ended', account.id, { ip });
  }

  @Route('DELETE /api/accounts/sessions/:session')
  async endOne(
    @From() { account }: SignedIn,
    @Param('session', { schema: SessionId }) id: string,
    @Req() { ip }: Request,
  ): Promise<void> {
    if ((await this.sessions.end(account.id, { id })) === 0)
      answer(refuse('not-found', 'There is no such session.'));
    this.log.tell('sessions-ended', account.id, { ip });
  }

  /** Whoever may open every account here opens none of their own kind: that takes the command line. */
  @Route('POST /api/admin/resets')
  async makeReset(
    @From() { account: by }: SignedIn,
    @Body({ schema: NewReset }) { login }: NewReset,
    @Req() { ip }: Request,
  ): Promise<Reset> {
    const account = await this.accounts.known(login);
    if (!account || account.admin)
      return answer(refuse('not-found', 'Nobody signs in with this name for whom a link can be made here.'));
    const { key, expiresAt } = await this.accounts.makeReset(account.id);
    this.log.tell('reset-made', account.id, { ip, by: by.id });
    return { name: account.name, path: pathOfReset(key), expiresAt };
  }
}

/** Behind `#`, where no proxy and no log reads it. */
export const pathOfReset = (key: string): string => `/reset#${key}`;
