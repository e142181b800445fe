import { Body, Controller, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignIn, SignUp, type Account, type Me } from '@counterpoint/shared';
import type { Request, Response } from 'express';
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
  async signUp(
    @Body({ schema: SignUp }) asked: SignUp,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const account = answer(await this.accounts.signUp(asked, await this.accounts.whoIs(request.session)));
    return this.enter(account, request, response);
  }

  @Route('POST /api/accounts/sign-in')
  async signIn(
    @Body({ schema: SignIn }) asked: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    return this.enter(answer(await this.accounts.signIn(asked)), request, response);
  }

  @Route('POST /api/accounts/sign-out')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Me> {
    await this.sessions.leave(request);
    this.forgetFaces(request, response);
    return this.accounts.me(null, request.faces);
  }

  @Route('GET /api/accounts/me')
  async me(@Req() request: Request): Promise<Me> {
    return this.accounts.me(await this.accounts.whoIs(request.session), request.faces);
  }

  /** Another person than was signed in before is not to be taken for them in any map. */
  private async enter(account: Account, request: Request, response: Response): Promise<Me> {
    const { account: present } = request.session;
    if (present !== undefined && present !== account.id) this.forgetFaces(request, response);
    await this.sessions.enter(request, account.id);
    return this.accounts.me(account, request.faces);
  }

  private forgetFaces(request: Request, response: Response): void {
    this.sessions.faces.forget(request, response);
    request.faces = null;
  }
}
