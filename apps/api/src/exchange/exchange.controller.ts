import { Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExportOptions, Id, refuse, type ExportLosses, type JobProgress } from '@counterpoint/shared';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { CONFIG, type Config } from '../config.ts';
import { answer } from '../refusals.ts';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { callerKey, goneSignal } from './callers.ts';
import { ExportsService, type Exported } from './exports.service.ts';
import { attachment, fileHeaders, lossReport } from '../headers.ts';
import { JobsService } from './jobs.service.ts';

const ExportQuery = ExportOptions.extend({ job: Id.optional() });
type ExportQuery = z.infer<typeof ExportQuery>;

@ApiTags('exchange')
@Controller()
export class ExchangeController {
  constructor(
    private readonly exports: ExportsService,
    private readonly jobs: JobsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route('GET /api/maps/:id/export/:format')
  async export(
    @From() caller: Caller,
    @Param('format') format: string,
    @Query({ schema: ExportQuery }) query: ExportQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, title, mediaType, extension, losses } = await this.written(caller, format, query, request);
    response.set({
      ...fileHeaders(mediaType),
      'Content-Disposition': attachment(title, extension),
      'X-Loss-Report': lossReport(losses),
    });
    response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  @Route('GET /api/maps/:id/export/:format/losses')
  async losses(
    @From() caller: Caller,
    @Param('format') format: string,
    @Query({ schema: ExportQuery }) query: ExportQuery,
    @Req() request: Request,
  ): Promise<ExportLosses> {
    return { losses: (await this.written(caller, format, query, request)).losses };
  }

  @Route('GET /api/exchange/:job')
  progress(@Param('job', { schema: Id }) job: Id, @Req() request: Request): JobProgress {
    const known = this.jobs.of(job, callerKey(request));
    return known ?? answer(refuse('not-found', 'There is no such work of yours, or it is done.'));
  }

  private async written(
    { map, viewer }: Caller,
    format: string,
    { job, ...options }: ExportQuery,
    request: Request,
  ): Promise<Exported> {
    const home = this.config.publicUrl ?? `${request.protocol}://${request.host}`;
    const permalink = `${home.replace(/\/+$/, '')}/maps/${map}`;
    const signal = goneSignal(request);
    return this.jobs.watching(job, callerKey(request), async (progress) =>
      answer(await this.exports.export(map, viewer, { format, permalink, options }, { signal, progress })),
    );
  }
}
