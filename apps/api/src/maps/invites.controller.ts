import { Body, Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Id,
  InviteKey,
  JoinRequest,
  NewInvite,
  refuse,
  type Account,
  type Invitation,
  type Invite,
  type Joined,
  type Result,
} from '@counterpoint/shared';
import type { Request } from 'express';
import { AccountsService } from '../accounts/accounts.service.ts';
import { SessionsService } from '../accounts/sessions.service.ts';
import { networkOf } from '../limiter.ts';
import { answer } from '../refusals.ts';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { Guesses } from './guesses.ts';
import { InvitesService, isCode } from './invites.service.ts';
import { MembersService } from './members.service.ts';

@ApiTags('invitations')
@Controller()
export class InvitesController {
  private readonly guesses = new Guesses();

  constructor(
    private readonly invites: InvitesService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly members: MembersService,
  ) {}

  @Route('GET /api/join/:key')
  async open(
    @From() { account }: Caller,
    @Param('key', { schema: InviteKey }) key: string,
    @Req() { ip, session }: Request,
  ): Promise<Invitation> {
    return answer(await this.guessed(key, ip, () => this.invites.open(key, account, session.former ?? [])));
  }

  @Route('POST /api/join/:key')
  async join(
    @From() { account }: Caller,
    @Param('key', { schema: InviteKey }) key: string,
    @Body({ schema: JoinRequest }) { name }: JoinRequest,
    @Req() request: Request,
  ): Promise<Joined> {
    // Looked at first, so that a wrong key, and who was taken out, leave no guest behind.
    const { ip, session } = request;
    answer(await this.guessed(key, ip, () => this.invites.open(key, account, session.former ?? [])));
    const person = account ?? (await this.addGuest(name, request));
    return answer(await this.invites.join(key, person, name ?? person.name));
  }

  @Route('GET /api/maps/:id/invites')
  list(@From() { map, viewer }: Caller): Promise<Invite[]> {
    return this.invites.list(map, viewer.role);
  }

  @Route('POST /api/maps/:id/invites')
  async create(
    @From() { map, viewer }: Caller,
    @Body({ schema: NewInvite }) invite: NewInvite,
  ): Promise<Invite> {
    return answer(await this.invites.create(map, viewer, invite));
  }

  @Route('DELETE /api/maps/:id/invites/:invite')
  async revoke(@From() { map, viewer }: Caller, @Param('invite', { schema: Id }) invite: Id): Promise<void> {
    answer(await this.invites.revoke(map, viewer.role, invite));
  }

  @Route('GET /api/maps/:id/joined')
  joined(@From() { map }: Caller): Promise<Id[]> {
    return this.members.joined(map);
  }

  private async addGuest(name: string | undefined, request: Request): Promise<Account> {
    if (name === undefined) return answer(refuse('invalid', 'name: is needed to join as a guest'));
    const guest = await this.accounts.addGuest(name);
    await this.sessions.enter(request, guest.id);
    return guest;
  }

  private guessed<T>(key: string, ip: string | undefined, ask: () => Promise<Result<T>>): Promise<Result<T>> {
    return isCode(key) ? this.guesses.guess(networkOf(ip), key.toUpperCase(), ask) : ask();
  }
}
