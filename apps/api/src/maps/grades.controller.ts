import { Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  contentOf,
  gradesTable,
  mapOf,
  refuse,
  ReportTableQuery,
  visibleContent,
} from '@counterpoint/shared';
import type { Response } from 'express';
import { attachment, fileHeaders } from '../headers.ts';
import { answer } from '../refusals.ts';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { RoomsService } from './rooms.service.ts';

const NO_MAP = refuse('not-found', 'There is no such map.');

@ApiTags('maps')
@Controller()
export class GradesController {
  constructor(private readonly rooms: RoomsService) {}

  /** [K4] Of what the caller sees: of grades that are not released, their own, and of others where they marked the same. */
  @Route('GET /api/maps/:id/grades/csv')
  async table(
    @From() { map: id, viewer }: Caller,
    @Query({ schema: ReportTableQuery }) { language }: ReportTableQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { map } = (await this.rooms.current(id)) ?? answer<never>(NO_MAP);
    const seen = mapOf(visibleContent(contentOf(map), viewer, map));
    const { title, language: own } = seen.info;
    response.set({ ...fileHeaders('text/csv'), 'Content-Disposition': attachment(title, 'csv') });
    response.send(gradesTable(seen, language ?? own));
  }
}
