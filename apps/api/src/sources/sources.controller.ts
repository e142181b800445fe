import { Body, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Id, NewEdition, NewSource, refuse, type AddEdition, type AddSource, type Brought } from '@counterpoint/shared'; // prettier-ignore
import type { Request, Response } from 'express';
import { answer } from '../refusals.ts';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { sendEncoded } from '../zipped.ts';
import { SourcesService } from './sources.service.ts';

const NO_TEXT = refuse('not-found', 'There is no such text, or it is not open to you.');

@ApiTags('sources')
@Controller()
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  @Route('POST /api/maps/:id/sources')
  add(@From() caller: Caller, @Body({ schema: NewSource }) { id, ...source }: NewSource): Promise<Brought> {
    return this.bring(caller, id, { kind: 'add-source', ...source });
  }

  @Route('POST /api/maps/:id/sources/:source/editions')
  correct(
    @From() caller: Caller,
    @Param('source', { schema: Id }) source: Id,
    @Body({ schema: NewEdition }) { id, ...edition }: NewEdition,
  ): Promise<Brought> {
    return this.bring(caller, id, { kind: 'add-edition', source, ...edition });
  }

  @Route('GET /api/maps/:id/editions/:edition')
  async read(
    @From() { map, viewer }: Caller,
    @Param('edition', { schema: Id }) edition: Id,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const text = (await this.sources.text(map, edition, viewer)) ?? answer<never>(NO_TEXT);
    await sendEncoded(request, response, text);
  }

  private async bring({ map, viewer }: Caller, id: Id, edit: AddSource | AddEdition): Promise<Brought> {
    const { participant } = viewer;
    // Null would be the server itself, who may everything.
    if (participant === null) return answer(refuse('not-allowed', 'Join the map before you edit it.'));
    return answer(await this.sources.bring(map, participant, id, edit));
  }
}
