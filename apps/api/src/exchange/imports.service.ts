// Files become maps of their own.
import { Inject, Injectable } from '@nestjs/common';
import { isZip, type FileRead } from '@counterpoint/convert';
import {
  ok,
  refuse,
  type Account,
  type ImportAnswer,
  type ImportedFile,
  type ImportPreview,
  type PreviewedFile,
  type Refusal,
  type Refused,
  type Result,
} from '@counterpoint/shared';
import { CONFIG, type Config } from '../config.ts';
import { Limiter } from '../limiter.ts';
import { MapsService } from '../maps/maps.service.ts';
import { FilesService, previewed, type Upload } from './files.service.ts';
import { importedContent } from './importedContent.ts';
import type { Watch } from './jobs.service.ts';

/** Maps that one import makes. */
const MOST_MAPS = 200;
const TOO_MANY: Refusal = { code: 'too-large', message: `One import makes at most ${MOST_MAPS} maps.` };

@Injectable()
export class ImportsService {
  private readonly limiter: Limiter;

  constructor(
    private readonly files: FilesService,
    private readonly maps: MapsService,
    @Inject(CONFIG) { limits }: Config,
  ) {
    this.limiter = new Limiter(limits.importedMaps);
  }

  /** What the files hold; nothing is made. */
  async preview(upload: Upload, watch: Watch): Promise<Result<ImportPreview>> {
    const files: PreviewedFile[] = [];
    let made = 0;
    const read = await this.files.read(upload, watch, true, async (file) => {
      const isOver = file.result.ok && ++made > MOST_MAPS;
      files.push(isOver ? { name: file.name, refusal: TOO_MANY } : previewed(file));
    });
    return read.ok ? ok({ files }) : ended(upload, files, read);
  }

  /** A map of the caller for each file, as long as there are not too many. Taken back in the middle, it leaves none of them behind. */
  async import(account: Account, upload: Upload, watch: Watch): Promise<Result<ImportAnswer>> {
    const files: ImportedFile[] = [];
    let last: Promise<void> | undefined;
    let made = 0;
    const read = await this.files.read(upload, watch, false, (file) => {
      const refusal = file.result.ok && ++made > MOST_MAPS ? TOO_MANY : undefined;
      const one = refusal ? Promise.resolve({ name: file.name, refusal }) : this.found(account, file);
      last = one.then((told) => void files.push(told));
      return last;
    });
    if (watch.signal.aborted) {
      await this.takeBack(files);
      // What was just being founded comes to be all the same.
      await Promise.allSettled([last]);
      await this.takeBack(files);
      return refuse('busy', 'The import was taken back.');
    }
    if (!read.ok) return ended(upload, files, read);
    const [only] = files;
    if (files.length !== 1 || !only) return ok({ files });
    if ('map' in only) return ok({ map: only.map, losses: only.losses, files });
    return isZip(upload.bytes) ? ok({ files }) : { ok: false, refusal: only.refusal };
  }

  private async takeBack(files: ImportedFile[]): Promise<void> {
    for (const file of files.splice(0)) if ('map' in file) await this.maps.delete(file.map.id);
  }

  private async found(account: Account, { name, format, result }: FileRead): Promise<ImportedFile> {
    if (!result.ok) return { name, refusal: result.refusal };
    const { content } = result.value;
    if (!content) throw new Error('a file was read without its content');
    const wait = this.limiter.take(account.id, performance.now());
    if (wait > 0) {
      const message = 'So many maps at once were too many. Wait a moment.';
      return { name, refusal: { code: 'too-many-requests', message, retryAfterMs: wait } };
    }
    const { value, losses } = importedContent({ value: content, losses: result.value.losses });
    const map = await this.maps.found(account, (owner) => ({
      ...value,
      participants: [owner, ...value.participants],
    }));
    return { name, format: format ?? '', map, losses };
  }
}

/** Files that came before the work was given up stay told; a work that brought none is refused. */
function ended<T extends { readonly name: string }>(
  { name }: Upload,
  files: readonly T[],
  read: Refused,
): Result<{ readonly files: readonly (T | Extract<ImportedFile, { refusal: unknown }>)[] }> {
  return files.length === 0 ? read : ok({ files: [...files, { name, refusal: read.refusal }] });
}
