import { Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { refuse, reportCsv, ReportTableQuery, type Report } from '@counterpoint/shared';
import type { Response } from 'express';
import { attachment, fileHeaders } from '../headers.ts';
import { answer } from '../refusals.ts';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { ReportService } from './report.service.ts';

const NO_MAP = refuse('not-found', 'There is no such map.');

@ApiTags('maps')
@Controller()
export class ReportController {
  constructor(private readonly report: ReportService) {}

  @Route('GET /api/maps/:id/report')
  async people(@From() { map, viewer }: Caller): Promise<Report> {
    const { version, people } = (await this.report.of(map, viewer)) ?? answer<never>(NO_MAP);
    return { version, people };
  }

  @Route('GET /api/maps/:id/report/csv')
  async table(
    @From() { map, viewer }: Caller,
    @Query({ schema: ReportTableQuery }) { language }: ReportTableQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { seen, people } = (await this.report.of(map, viewer)) ?? answer<never>(NO_MAP);
    const { title, language: own } = seen.info;
    response.set({ ...fileHeaders('text/csv'), 'Content-Disposition': attachment(title, 'csv') });
    response.send(reportCsv(seen, people, language ?? own));
  }
}
