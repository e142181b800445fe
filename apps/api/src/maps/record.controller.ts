import { Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordQuery, RecordTableQuery, refuse, type RecordPage } from '@counterpoint/shared';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { attachment, fileHeaders } from '../headers.ts';
import { answer } from '../refusals.ts';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { RecordService } from './record.service.ts';

const NO_MAP = refuse('not-found', 'There is no such map.');

@ApiTags('maps')
@Controller()
export class RecordController {
  constructor(private readonly record: RecordService) {}

  @Route('GET /api/maps/:id/record')
  async page(
    @From() { map, viewer }: Caller,
    @Query({ schema: RecordQuery }) query: RecordQuery,
  ): Promise<RecordPage> {
    return (await this.record.page(map, viewer, query)) ?? answer<never>(NO_MAP);
  }

  /** Read no faster than it is taken. */
  @Route('GET /api/maps/:id/record/csv')
  async table(
    @From() { map, viewer }: Caller,
    @Query({ schema: RecordTableQuery }) query: RecordTableQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { title, text } = (await this.record.table(map, viewer, query)) ?? answer<never>(NO_MAP);
    response.set({ ...fileHeaders('text/csv'), 'Content-Disposition': attachment(title, 'csv') });
    // Who goes away in the middle is no trouble of the server's.
    await pipeline(Readable.from(text), response).catch(() => undefined);
  }
}
