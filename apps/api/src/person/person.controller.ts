import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Leaving, NewName, OwnDataFormat, OwnDataQuery, ownDataMarkdown, refuse, type Departure, type Me } from '@counterpoint/shared'; // prettier-ignore
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { AccountsService } from '../accounts/accounts.service.ts';
import { SecurityService } from '../accounts/security.service.ts';
import { SessionsService } from '../accounts/sessions.service.ts';
import { attachment, fileHeaders } from '../headers.ts';
import { answer } from '../refusals.ts';
import { From, type SignedIn } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { PersonService } from './person.service.ts';

const GONE = refuse('not-signed-in', 'Sign in first.');
const WRONG = refuse('wrong-credentials', 'The password is wrong.');

@ApiTags('accounts')
@Controller()
export class PersonController {
  constructor(
    private readonly person: PersonService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly log: SecurityService,
  ) {}

  @Route('POST /api/accounts/name')
  async rename(
    @From() { account }: SignedIn,
    @Body({ schema: NewName }) { name }: NewName,
    @Req() request: Request,
  ): Promise<Me> {
    await this.person.rename(account.id, name);
    return this.accounts.me({ ...account, name }, request.faces);
  }

  @Route('GET /api/accounts/data/:format')
  async data(
    @From() { account }: SignedIn,
    @Param('format', { schema: OwnDataFormat }) format: z.infer<typeof OwnDataFormat>,
    @Query({ schema: OwnDataQuery }) { language }: OwnDataQuery,
    @Req() { sessionID }: Request,
    @Res() response: Response,
  ): Promise<void> {
    const data = (await this.person.data(account.id, sessionID)) ?? answer<never>(GONE);
    const isJson = format === 'json';
    response.set({
      ...fileHeaders(isJson ? 'application/json' : 'text/markdown'),
      'Content-Disposition': attachment(`Counterpoint ${account.name}`, isJson ? 'json' : 'md'),
    });
    response.send(isJson ? JSON.stringify(data, null, 2) : ownDataMarkdown(data, language));
  }

  @Route('GET /api/accounts/departure')
  departure(@From() { account }: SignedIn): Promise<Departure> {
    return this.person.departure(account.id);
  }

  @Route('POST /api/accounts/delete')
  async delete(
    @From() { account }: SignedIn,
    @Body({ schema: Leaving }) { password }: Leaving,
    @Req() request: Request,
  ): Promise<Me> {
    if (!(await this.accounts.proves(account, password))) return answer(WRONG);
    answer(await this.person.delete(account.id));
    this.log.tell('account-deleted', account.id, { ip: request.ip });
    await this.sessions.drop(request);
    return this.accounts.me(null, request.faces);
  }
}
