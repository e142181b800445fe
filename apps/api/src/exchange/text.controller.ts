import { Body, Controller, Query, Req, UploadedFile, UseInterceptors } from '@nestjs/common';
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
import { isFile, textForm } from './longBodies.ts';

const BINARY = { type: 'string', format: 'binary' } as const;
const FORM = { type: 'object', properties: { file: BINARY } } as const;
const PASTED = z.toJSONSchema(PastedText, { target: 'openapi-3.0', io: 'input' }) as object;

/** Of an empty file no body comes. */
const NOTHING = Buffer.alloc(0);

const FileQuery = PastedText.pick({ name: true });
type FileQuery = z.infer<typeof FileQuery>;

@ApiTags('sources')
@Controller()
export class TextController {
  constructor(private readonly files: FilesService) {}

  @Route('POST /api/maps/:id/sources/read')
  @UseInterceptors(FileInterceptor('file', textForm))
  @ApiConsumes('application/octet-stream', 'multipart/form-data', 'application/json')
  @ApiBody({
    description: 'The file as it is, or as `file` of a form; or what was pasted, as JSON.',
    schema: { oneOf: [BINARY, FORM, PASTED] },
  })
  async read(
    @From() { viewer }: Caller,
    @Query({ schema: FileQuery }) { name }: FileQuery,
    @UploadedFile() file: FormFile,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<ReadText> {
    // As whoever may bring a text into the map: see SourcesController.
    if (viewer.participant === null) return answer(refuse('not-allowed', 'Join the map before you edit it.'));
    const sent = textIn(file, isFile(request) && !Buffer.isBuffer(body) ? NOTHING : body, name);
    return answer(await this.files.readText(sent.from, sent.name, { signal: goneSignal(request) }));
  }
}

/** What came, and what it is called: a name too long keeps its ending. */
function textIn(file: FormFile, body: unknown, name: string): { from: Uint8Array | string; name: string } {
  if (file) return { from: file.buffer, name: file.originalname.slice(-200) };
  if (Buffer.isBuffer(body)) return { from: body, name };
  const pasted = PastedText.safeParse(body);
  if (!pasted.success) return answer(refuse('invalid', 'Neither a file nor a text came.'));
  return { from: pasted.data.text, name: pasted.data.name };
}
