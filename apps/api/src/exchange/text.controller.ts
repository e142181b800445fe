import { Body, Controller, Req, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { PastedText, refuse, type ReadText } from '@counterpoint/shared';
import type { Request } from 'express';
import { z } from 'zod';
import { answer } from '../refusals.ts';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { goneSignal, type FormFile } from './callers.ts';
import { FilesService } from './files.service.ts';
import { textForm } from './longBodies.ts';

const FILE = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } as const;
const PASTED = z.toJSONSchema(PastedText, { target: 'openapi-3.0', io: 'input' }) as object;

@ApiTags('sources')
@Controller()
export class TextController {
  constructor(private readonly files: FilesService) {}

  @Route('POST /api/maps/:id/sources/read')
  @UseInterceptors(FileInterceptor('file', textForm))
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({
    description: 'What was pasted, as JSON, or `file` of a form.',
    schema: { oneOf: [PASTED, FILE] },
  })
  async read(
    @From() { viewer }: Caller,
    @UploadedFile() file: FormFile,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<ReadText> {
    // As whoever may bring a text into the map: see SourcesController.
    if (viewer.participant === null) return answer(refuse('not-allowed', 'Join the map before you edit it.'));
    const pasted = file ? undefined : PastedText.safeParse(body);
    if (pasted && !pasted.success) return answer(refuse('invalid', 'Neither a file nor a text came.'));
    const { from, name } = file
      ? { from: file.buffer, name: file.originalname.slice(-200) }
      : { from: pasted?.data.text ?? '', name: pasted?.data.name ?? '' };
    return answer(await this.files.readText(from, name, { signal: goneSignal(request) }));
  }
}
