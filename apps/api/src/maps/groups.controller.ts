import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Id,
  MoveRequest,
  NewGroups,
  RenameGroup,
  type Groups,
  type MapSummary,
  type Moved,
  type MovedTo,
} from '@counterpoint/shared';
import { answer } from '../refusals.ts';
import { From, type Caller, type SignedIn } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { GroupsService } from './groups.service.ts';

@ApiTags('maps')
@Controller()
export class GroupsController {
  constructor(private readonly groups: GroupsService) {}

  @Route('GET /api/maps/:id/groups')
  async list(@From() { map, viewer, person }: Caller): Promise<Groups> {
    return answer(await this.groups.of(map, viewer, person));
  }

  @Route('POST /api/maps/:id/groups')
  async make(
    @From() { map, viewer, person }: Caller,
    @Body({ schema: NewGroups }) asked: NewGroups,
  ): Promise<Groups> {
    answer(await this.groups.make(map, asked));
    return answer(await this.groups.of(map, viewer, person));
  }

  @Route('POST /api/maps/:id/groups/merge')
  async merge(@From() { account, map, viewer }: SignedIn): Promise<MapSummary> {
    return answer(await this.groups.merge(account, map, viewer));
  }

  @Route('POST /api/maps/:id/groups/:group/name')
  async rename(
    @From() { map, viewer, person }: Caller,
    @Param('group', { schema: Id }) group: Id,
    @Body({ schema: RenameGroup }) { name }: RenameGroup,
  ): Promise<Groups> {
    answer(await this.groups.rename({ template: map, group, name, by: viewer.participant }));
    return answer(await this.groups.of(map, viewer, person));
  }

  @Route('GET /api/maps/:id/moved')
  async moved(@From() { person }: Caller, @Param('id', { schema: Id }) map: Id): Promise<MovedTo> {
    return answer(await this.groups.movedFrom(map, person));
  }

  @Route('POST /api/maps/:id/groups/:group/people')
  async move(
    @From() { map }: Caller,
    @Param('group', { schema: Id }) group: Id,
    @Body({ schema: MoveRequest }) { participant }: MoveRequest,
  ): Promise<Moved> {
    return answer(await this.groups.move(map, group, participant));
  }
}
