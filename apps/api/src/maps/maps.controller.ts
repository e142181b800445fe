import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  EditRequest,
  HistoryQuery,
  LookRequest,
  MapsQuery,
  NewCopy,
  NewDemo,
  NewMap,
  refuse,
  VersionNumber,
  type EditAnswer,
  type MapPage,
  type MapSummary,
  type Snapshot,
} from '@counterpoint/shared';
import type { Request, Response } from 'express';
import { uuidv7 } from 'uuidv7';
import { answer } from '../refusals.ts';
import { From, type Caller, type SignedIn } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { sendEncoded, sendZipped } from '../zipped.ts';
import { GroupsService } from './groups.service.ts';
import { MapsService } from './maps.service.ts';
import { RoomsService } from './rooms.service.ts';

const NO_MAP = refuse('not-found', 'There is no such map.');

@ApiTags('maps')
@Controller()
export class MapsController {
  constructor(
    private readonly maps: MapsService,
    private readonly groups: GroupsService,
    private readonly rooms: RoomsService,
  ) {}

  @Route('GET /api/maps')
  list(@From() { person }: Caller, @Query({ schema: MapsQuery }) query: MapsQuery): Promise<MapPage> {
    return this.maps.list(person, query);
  }

  @Route('POST /api/maps')
  create(@From() { account }: SignedIn, @Body({ schema: NewMap }) map: NewMap): Promise<MapSummary> {
    return this.maps.create(account, map);
  }

  @Route('POST /api/maps/demo')
  demo(@From() { account }: SignedIn, @Body({ schema: NewDemo }) { language }: NewDemo): Promise<MapSummary> {
    return this.maps.demo(account, language);
  }

  @Route('GET /api/maps/:id')
  async read(
    @From() { map, viewer }: Caller,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const snapshot = (await this.rooms.snapshot(map, viewer)) ?? answer<never>(NO_MAP);
    await sendEncoded(request, response, snapshot);
  }

  @Route('DELETE /api/maps/:id')
  async delete(@From() { map }: Caller): Promise<void> {
    answer(await this.groups.delete(map));
  }

  @Route('POST /api/maps/:id/copy')
  async copy(
    @From() { account, map, viewer }: SignedIn,
    @Body({ schema: NewCopy }) asked: NewCopy,
  ): Promise<MapSummary> {
    return answer(await this.maps.copy(account, map, viewer, asked));
  }

  @Route('POST /api/maps/:id/edits')
  async edit(
    @From() { map, viewer }: Caller,
    @Body({ schema: EditRequest }) asked: EditRequest,
  ): Promise<EditAnswer> {
    const { participant } = viewer;
    // Null would be the server itself, who may everything.
    if (participant === null) return answer(refuse('not-allowed', 'Join the map before you edit it.'));
    return answer(await this.rooms.edit(map, participant, asked.edits, asked.ifVersion));
  }

  @Route('POST /api/maps/:id/looks')
  async look(
    @From() { map, viewer }: Caller,
    @Body({ schema: LookRequest }) read: LookRequest,
  ): Promise<EditAnswer> {
    const { participant, role } = viewer;
    if (participant === null || role === null)
      return answer(refuse('not-allowed', 'Join the map before you mark what you read.'));
    return answer(
      await this.rooms.edit(map, participant, [{ id: uuidv7(), edit: { kind: 'look', ...read } }]),
    );
  }

  @Route('GET /api/maps/:id/changes')
  async history(
    @From() { map, viewer }: Caller,
    @Query({ schema: HistoryQuery }) query: HistoryQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const history = (await this.rooms.history(map, viewer, query)) ?? answer<never>(NO_MAP);
    await sendZipped(request, response, history);
  }

  @Route('GET /api/maps/:id/at/:version')
  async at(
    @From() { map, viewer }: Caller,
    @Param('version', { schema: VersionNumber }) version: number,
  ): Promise<Snapshot> {
    return answer(await this.maps.at(map, version, viewer));
  }
}
