// The messages of the socket as requests: for pages whose network lets no socket through. Rules and rooms are the same.
import { Body, Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { asked, catchUp, CatchUpQuery, changedHands, HelloRequest, Push, refuse, welcome, type CatchUpReply, type PushReply, type Refused as No, type Welcome } from '@counterpoint/shared'; // prettier-ignore
import type { z } from 'zod';
import { answer, Refused } from '../refusals.ts';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { RoomsService } from './rooms.service.ts';

/** Nobody is shown a place that lasts for one request. */
const NO_TAB = 0;

@ApiTags('sync')
@Controller()
export class SyncController {
  constructor(private readonly rooms: RoomsService) {}

  /** Origins.guard has asked what there is to ask. */
  @Route('POST /api/door')
  door(): void {
    return undefined;
  }

  @Route('POST /api/maps/:id/sync/hello')
  async hello(
    @From() { map, viewer }: Caller,
    @Body({ schema: HelloRequest }) hello: HelloRequest,
  ): Promise<{ ok: true } & Welcome> {
    const begun = Date.now();
    const { participant } = viewer;
    const room = answer(await this.rooms.roomOf(map, hello, participant));
    return said(welcome(room, { ...hello, map }, { participant, tab: NO_TAB, asked: begun }));
  }

  @Route('POST /api/maps/:id/sync/push')
  async push(
    @From() { map, viewer }: Caller,
    @Body({ schema: Push }) push: z.output<typeof Push>,
  ): Promise<PushReply> {
    const { participant } = viewer;
    // Null would be the server itself, who may everything.
    if (participant === null)
      return answer(changedHands(push.as, null) ?? refuse('not-allowed', 'Join the map before you edit it.'));
    answer(await this.rooms.roomOf(map, push, participant));
    return said(await this.rooms.push(map, push.client, participant, asked(push)));
  }

  @Route('GET /api/maps/:id/sync/catch-up')
  async catchUp(
    @From() { map, viewer }: Caller,
    @Query({ schema: CatchUpQuery }) { since, as }: CatchUpQuery,
  ): Promise<CatchUpReply> {
    const changed = changedHands(as, viewer.participant);
    if (changed) return answer(changed);
    const room = await this.rooms.room(map);
    return said(
      room ? catchUp(room, since, viewer.participant) : refuse('not-found', 'There is no such map.'),
    );
  }
}

/** What a socket would be answered; a refusal as an error response. */
function said<T extends { readonly ok: true }>(reply: T | No): T {
  if (!reply.ok) throw new Refused(reply.refusal);
  return reply;
}
