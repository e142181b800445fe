import { Body, Controller, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignIn, SignUp, type Me } from '@counterpoint/shared';
import type { Request } from 'express';
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
  ) {}

  @Route('POST /api/accounts/sign-up')
  async signUp(@Body({ schema: SignUp }) asked: SignUp, @Req() request: Request): Promise<Me> {
    const account = answer(await this.accounts.signUp(asked, await this.accounts.whoIs(request.session)));
    await this.sessions.enter(request, account.id);
    return { account };
  }

  @Route('POST /api/accounts/sign-in')
  async signIn(@Body({ schema: SignIn }) asked: SignIn, @Req() request: Request): Promise<Me> {
    const account = answer(await this.accounts.signIn(asked));
    await this.sessions.enter(request, account.id);
    return { account };
  }

  @Route('POST /api/accounts/sign-out')
  async signOut(@Req() request: Request): Promise<Me> {
    await this.sessions.leave(request);
    return { account: null };
  }

  @Route('GET /api/accounts/me')
  async me(@Req() request: Request): Promise<Me> {
    return { account: await this.accounts.whoIs(request.session) };
  }
}
