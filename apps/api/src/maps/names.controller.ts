import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id, NameRequest, refuse, type NameBehind } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { answer } from '../refusals.ts';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { MembersService } from './members.service.ts';
import { RoomsService } from './rooms.service.ts';

const NOTHING = refuse(
  'nothing-behind',
  'There is no other name behind this one that anybody could find out.',
);

@ApiTags('invitations')
@Controller()
export class NamesController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MembersService,
  ) {}

  /** [A4] The name is told once it stands in the log that it was looked at. */
  @Route('POST /api/maps/:id/participants/:participant/name')
  async name(
    @From() { map, viewer }: Caller,
    @Param('participant', { schema: Id }) participant: Id,
    @Body({ schema: NameRequest }) { reason }: NameRequest,
  ): Promise<NameBehind> {
    const name = await this.members.nameBehind(map, participant);
    if (name === undefined || viewer.participant === null) return answer(NOTHING);
    const edit = { kind: 'look-behind', reveal: uuidv7(), participant, reason } as const;
    const { verdicts } = answer(await this.rooms.edit(map, viewer.participant, [{ id: uuidv7(), edit }]));
    const [verdict] = verdicts;
    if (!verdict) throw new Error('an edit has no verdict');
    return 'refusal' in verdict ? answer({ ok: false, refusal: verdict.refusal }) : { name };
  }
}
