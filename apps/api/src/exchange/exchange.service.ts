// Maps leave and enter as files. Which formats there are, and what each can hold, is decided in shared/formats.
import { Injectable } from '@nestjs/common';
import {
  contentOf,
  formatOf,
  ok,
  refuse,
  visibleContent,
  type Account,
  type Format,
  type Id,
  type Imported,
  type Origin,
  type Result,
  type Told,
  type Viewer,
  type WriteOptions,
} from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { MapsService } from '../maps/maps.service.ts';
import { RoomsService } from '../maps/rooms.service.ts';
import { importedContent } from './importedContent.ts';

/** A file as it leaves, and the title of its map. */
export interface Exported {
  readonly format: Format;
  readonly title: string;
  readonly file: Told<string>;
}

export interface ExportRequest extends WriteOptions {
  readonly format: string;
  readonly permalink: Origin['permalink'];
}

@Injectable()
export class ExchangeService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly maps: MapsService,
  ) {}

  /** [V1] The file holds what the viewer may see, and nothing else. */
  async export(
    map: Id,
    viewer: Viewer,
    { format: id, permalink, ...options }: ExportRequest,
  ): Promise<Result<Exported>> {
    const format = formatOf(id);
    if (!format?.write) return refuse('unsupported-format', 'Maps cannot be exported in this format.');
    const current = await this.rooms.current(map);
    if (!current) return refuse('not-found', 'There is no such map.');
    const content = visibleContent(contentOf(current.map), viewer);
    const file = format.write(content, { at: Date.now(), version: current.version, permalink }, options);
    return ok({ format, title: content.info.title, file });
  }

  /** Makes a map of the caller out of a file. */
  async import(account: Account, id: string, text: string): Promise<Result<Imported>> {
    const format = formatOf(id);
    if (!format?.read) return refuse('unsupported-format', 'Maps cannot be imported from this format.');
    const read = format.read(text, { newId: uuidv7 });
    if (!read.ok) return read;
    const { value, losses } = importedContent(read.value);
    const map = await this.maps.found(account, (owner) => ({
      ...value,
      participants: [owner, ...value.participants],
    }));
    return ok({ map, losses });
  }
}
