import { Controller, Query, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { ImportQuery, PlaceQuery, refuse, type ImportAnswer, type ImportPreview, type Placed } from '@counterpoint/shared'; // prettier-ignore
import type { Request, Response } from 'express';
import { answer } from '../refusals.ts';
import { From, type Caller, type SignedIn } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { callerKey, goneSignal, type FormFile } from './callers.ts';
import { importForm } from './longBodies.ts';
import type { Upload } from './files.service.ts';
import { ImportsService } from './imports.service.ts';
import { JobsService } from './jobs.service.ts';
import { PlacementsService } from './placements.service.ts';

const FILE = {
  description: 'The file as it is, or as `file` of a form.',
  schema: { type: 'string', format: 'binary' },
} as const;

@ApiTags('exchange')
@Controller()
@UseInterceptors(FileInterceptor('file', importForm))
export class ImportController {
  constructor(
    private readonly imports: ImportsService,
    private readonly placements: PlacementsService,
    private readonly jobs: JobsService,
  ) {}

  @Route('POST /api/maps/import')
  @ApiConsumes('application/octet-stream', 'multipart/form-data')
  @ApiBody(FILE)
  async import(
    @From() { account }: SignedIn,
    @Query({ schema: ImportQuery }) { preview, job, ...named }: ImportQuery,
    @UploadedFile() file: FormFile,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportAnswer | ImportPreview> {
    const upload = uploaded(request, file, named);
    const signal = goneSignal(request);
    const done = await this.jobs.watching(job, callerKey(request), async (progress) =>
      preview
        ? answer(await this.imports.preview(upload, { signal, progress }))
        : answer(await this.imports.import(account, upload, { signal, progress })),
    );
    if (!done.files.some((one) => 'map' in one)) response.status(200); // nothing was Created
    return done;
  }

  @Route('POST /api/maps/:id/import')
  @ApiConsumes('application/octet-stream', 'multipart/form-data')
  @ApiBody(FILE)
  async place(
    @From() { map, viewer }: Caller,
    @Query({ schema: PlaceQuery }) { job, name, format, ...place }: PlaceQuery,
    @UploadedFile() file: FormFile,
    @Req() request: Request,
  ): Promise<Placed> {
    const { participant } = viewer;
    // Null would be the server itself, who may everything.
    if (participant === null) return answer(refuse('not-allowed', 'Join the map before you edit it.'));
    const upload = uploaded(request, file, { name, format });
    const signal = goneSignal(request);
    return this.jobs.watching(job, callerKey(request), async (progress) =>
      answer(await this.placements.place(map, participant, upload, place, { signal, progress })),
    );
  }
}

/** The file of a form, or the body as it is. */
function uploaded(
  request: Request,
  file: FormFile,
  { name, format }: { readonly name: string; readonly format?: string | undefined },
): Upload {
  if (file) return { bytes: file.buffer, name: file.originalname.slice(0, 200) || name, format };
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) return answer(refuse('invalid', 'The body is missing: it is the file.'));
  return { bytes: body, name, format };
}
