// Reads what people upload, in a thread.
import { Injectable, Logger } from '@nestjs/common';
import type { FileRead } from '@counterpoint/convert';
import type { PreviewedFile, ReadText, Result } from '@counterpoint/shared';
import type { Watch } from './jobs.service.ts';
import { WorkersService } from './workers.service.ts';

/** A file as it came. */
export interface Upload {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Told from the content when it is not given. */
  readonly format: string | undefined;
}

@Injectable()
export class FilesService {
  private readonly logger = new Logger(FilesService.name);

  constructor(private readonly workers: WorkersService) {}

  /** Hands over file after file; see Workers.read. */
  read(
    { bytes, name, format }: Upload,
    { signal, progress }: Watch,
    preview: boolean,
    onFile: (file: FileRead) => Promise<void>,
  ): Promise<Result<undefined>> {
    const asked = { name, format, at: Date.now(), preview };
    return this.workers.read(bytes, asked, {
      signal,
      progress,
      onFile: async (file) => {
        if (file.bug) this.logger.error({ format: file.format, stack: file.bug }, 'a reader threw');
        await onFile(file);
      },
    });
  }

  /** The text of a file, or of what was pasted; see Workers.readText. */
  readText(
    from: Uint8Array | string,
    name: string,
    { signal }: Pick<Watch, 'signal'>,
  ): Promise<Result<ReadText>> {
    return this.workers.readText(from, name, { signal });
  }
}

export function previewed({ name, format, result }: FileRead): PreviewedFile {
  if (!result.ok) return { name, refusal: result.refusal };
  const { title, claims, arguments: count, losses } = result.value;
  return { name, format: format ?? '', title, claims, arguments: count, losses };
}
