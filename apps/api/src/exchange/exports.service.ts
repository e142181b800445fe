// Maps leave as files. Which formats there are, and what each can hold, is decided in shared/formats and in convert.
import { Injectable } from '@nestjs/common';
import type { Written } from '@counterpoint/convert';
import {
  contentOf,
  fileContent,
  ok,
  refuse,
  type Change,
  type ExportOptions,
  type Id,
  type Result,
  type Viewer,
} from '@counterpoint/shared';
import { RoomsService } from '../maps/rooms.service.ts';
import type { Watch } from './jobs.service.ts';
import { WorkersService } from './workers.service.ts';

/** A file as it leaves, and the title of its map. */
export interface Exported extends Written {
  readonly title: string;
}

export interface ExportRequest {
  readonly format: string;
  readonly permalink: string;
  readonly options: ExportOptions;
}

const CHANGES_AT_ONCE = 1_000;
/** A longer log is more than anyone reads in a file, and than the server would hold at once. */
const MOST_CHANGES = 20_000;

@Injectable()
export class ExportsService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly workers: WorkersService,
  ) {}

  /** [V1] [V8] The file holds what the viewer may see, and nothing else. */
  async export(
    map: Id,
    viewer: Viewer,
    { format, permalink, options }: ExportRequest,
    watch: Watch,
  ): Promise<Result<Exported>> {
    const current = await this.rooms.current(map);
    if (!current) return refuse('not-found', 'There is no such map.');
    const content = fileContent(contentOf(current.map), viewer, current.map);
    const history = options.history && format === 'json' ? await this.history(map, viewer) : ok(undefined);
    if (!history.ok) return history;
    const origin = { at: Date.now(), version: current.version, permalink };
    const asked = { format, origin, options, history: history.value };
    const written = await this.workers.write(content, asked, watch);
    return written.ok ? ok({ ...written.value, title: content.info.title }) : written;
  }

  /** [V1] The log as the viewer may see it, oldest first. */
  private async history(map: Id, viewer: Viewer): Promise<Result<Change[]>> {
    const changes: Change[] = [];
    for (let since = 0; ; since = changes.at(-1)?.version ?? since) {
      const page = await this.rooms.history(map, viewer, { since, limit: CHANGES_AT_ONCE });
      changes.push(...(page?.changes ?? []));
      if (changes.length > MOST_CHANGES)
        return refuse('too-large', `The history has more than ${MOST_CHANGES} changes; export without it.`);
      if (!page || page.changes.length < CHANGES_AT_ONCE) return ok(changes);
    }
  }
}
