import { Body, Controller, Inject, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignIn, SignUp, type Account, type Me } from '@counterpoint/shared';
import type { Request } from 'express';
import { CONFIG, type Config } from '../config.ts';
import { answer } from '../refusals.ts';
import { Route } from '../routes.ts';
import { AccountsService } from './accounts.service.ts';
import { SessionsService } from './sessions.service.ts';

@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  @Route('POST /api/accounts/sign-up')
  async signUp(@Body({ schema: SignUp }) asked: SignUp, @Req() request: Request): Promise<Me> {
    const account = answer(await this.accounts.signUp(asked, await this.accounts.whoIs(request.session)));
    await this.sessions.enter(request, account.id);
    return this.meAs(account);
  }

  @Route('POST /api/accounts/sign-in')
  async signIn(@Body({ schema: SignIn }) asked: SignIn, @Req() request: Request): Promise<Me> {
    const account = answer(await this.accounts.signIn(asked));
    await this.sessions.enter(request, account.id);
    return this.meAs(account);
  }

  @Route('POST /api/accounts/sign-out')
  async signOut(@Req() request: Request): Promise<Me> {
    await this.sessions.leave(request);
    return this.meAs(null);
  }

  @Route('GET /api/accounts/me')
  async me(@Req() request: Request): Promise<Me> {
    return this.meAs(await this.accounts.whoIs(request.session));
  }

  private meAs(account: Account | null): Me {
    return this.config.mail ? { account, mail: true } : { account };
  }
}
