import { Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { refuse, type Imported } from '@counterpoint/shared';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CONFIG, type Config } from '../config.ts';
import { answer } from '../refusals.ts';
import { From, type Caller, type SignedIn } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { ExchangeService } from './exchange.service.ts';
import { attachment, lossReport } from './headers.ts';

const ExportQuery = z.object({ comments: z.enum(['true', 'false']).optional() });
type ExportQuery = z.infer<typeof ExportQuery>;

const ImportQuery = z.object({ format: z.string().max(40).default('json') });
type ImportQuery = z.infer<typeof ImportQuery>;

@ApiTags('exchange')
@Controller()
export class ExchangeController {
  constructor(
    private readonly exchange: ExchangeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route('GET /api/maps/:id/export/:format')
  async export(
    @From() { map, viewer }: Caller,
    @Param('format') format: string,
    @Query({ schema: ExportQuery }) { comments }: ExportQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const home = this.config.publicUrl ?? `${request.protocol}://${request.host}`;
    const permalink = new URL(`/maps/${map}`, home).href;
    const asked = { format, permalink, comments: comments === 'true' };
    const { file, title, format: written } = answer(await this.exchange.export(map, viewer, asked));
    response.set({
      'Content-Type': `${written.mediaType}; charset=utf-8`,
      'Content-Disposition': attachment(title, written.extension),
      'X-Loss-Report': lossReport(file.losses),
    });
    response.send(file.value);
  }

  @Route('POST /api/maps/import')
  @ApiConsumes('application/json', 'text/plain')
  @ApiBody({ description: 'The file as it is.', schema: {} })
  async import(
    @From() { account }: SignedIn,
    @Query({ schema: ImportQuery }) { format }: ImportQuery,
    @Req() { body }: Request,
  ): Promise<Imported> {
    if (typeof body !== 'string') return answer(refuse('invalid', 'The body is missing: it is the file.'));
    return answer(await this.exchange.import(account, format, body));
  }
}
