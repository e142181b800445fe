import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Id,
  InviteBounds,
  InviteKey,
  JoinRequest,
  NewInvite,
  refuse,
  type Account,
  type Invitation,
  type Invite,
  type Joined,
  type LastSeen,
  type Result,
} from '@counterpoint/shared';
import type { Request, Response } from 'express';
import { AccountsService } from '../accounts/accounts.service.ts';
import { newFaces } from '../accounts/faces.service.ts';
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
    @From() caller: Caller,
    @Param('key', { schema: InviteKey }) key: string,
    @Req() request: Request,
  ): Promise<Invitation> {
    return this.opened(caller, key, request);
  }

  @Route('POST /api/join/:key')
  async join(
    @From() caller: Caller,
    @Param('key', { schema: InviteKey }) key: string,
    @Body({ schema: JoinRequest }) { name, faces: told, alike }: JoinRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Joined> {
    // Looked at first, so that a wrong key, and who was taken out, leave no guest behind.
    const { map, comesAs: faces, participant } = await this.opened(caller, key, request);
    // [A1] Nobody comes under another kind of name than they were told.
    if (told !== undefined && told !== faces)
      return answer(refuse('stale', 'The map has other kinds of names by now.'));
    if (faces === 'anonymous') return this.joinUnknown(caller, key, map, response);
    const own = name ?? caller.account?.name;
    // [Z-17] Asked of who is about to come under their own name only: others are made up a name that is like no other.
    if (alike === false && participant === null && faces === 'named' && own !== undefined)
      answer(await this.invites.likeNoOther(map, own));
    const account = caller.account ?? (await this.addGuest(name, request));
    const person = { account: account.id, faces: caller.person.faces };
    return answer(await this.invites.join(key, person, { name: name ?? account.name, faces }));
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

  @Route('POST /api/maps/:id/invites/:invite')
  async change(
    @From() { map, viewer }: Caller,
    @Param('invite', { schema: Id }) invite: Id,
    @Body({ schema: InviteBounds }) bounds: InviteBounds,
  ): Promise<Invite> {
    return answer(await this.invites.change(map, viewer.role, invite, bounds));
  }

  @Route('DELETE /api/maps/:id/invites/:invite')
  async revoke(@From() { map, viewer }: Caller, @Param('invite', { schema: Id }) invite: Id): Promise<void> {
    answer(await this.invites.revoke(map, viewer.role, invite));
  }

  @Route('GET /api/maps/:id/seen')
  seen(@From() { map }: Caller): Promise<LastSeen[]> {
    return this.members.lastSeen(map);
  }

  @Route('GET /api/maps/:id/joined')
  joined(@From() { map }: Caller): Promise<Id[]> {
    return this.members.joined(map);
  }

  /** [A3] By the faces of the browser alone, unless they are in the map by their account already. */
  private async joinUnknown({ person }: Caller, key: string, map: Id, response: Response): Promise<Joined> {
    const faces = person.faces ?? newFaces();
    const joined = answer(
      await this.invites.join(key, { ...person, faces }, { name: '', faces: 'anonymous' }),
    );
    if (joined.participant.pseudonym) this.sessions.faces.keep(response, faces, map);
    return joined;
  }

  private async opened({ person }: Caller, key: string, { ip, session }: Request): Promise<Invitation> {
    return answer(await this.guessed(key, ip, () => this.invites.open(key, person, session.former ?? [])));
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
