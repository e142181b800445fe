import { Injectable, Logger } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import {
  contentOf,
  demoClass,
  emptyMap,
  may,
  ok,
  refuse,
  visibleContent,
  type Account,
  type Id,
  type MapContent,
  type MapPage,
  type MapsQuery,
  type MapSummary,
  type NewCopy,
  type NewDemo,
  type NewMap,
  type Participant,
  type Result,
  type Snapshot,
  type Viewer,
} from '@counterpoint/shared';
import { randomInt, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Person } from '../accounts/faces.service.ts';
import { uuidv7 } from 'uuidv7';
import { copyContent } from './copyContent.ts';
import { DrawingsService, type Drawing } from './drawings.service.ts';
import { deleteMap, mapsOf } from './listing.queries.ts';
import { keepAuthors, keepSeats, type Known } from './maps.queries.ts';
import { RoomsService } from './rooms.service.ts';

/** As whom people of another map are known in a new one: its authors, and those who have a seat in it. */
interface Heard {
  readonly named: (was: Id, as: Id) => void;
  readonly seated: (was: Id, as: Id) => void;
}

/** Full rows of two, three or four. */
const PAGE = 24;

@Injectable()
export class MapsService {
  private readonly logger = new Logger(MapsService.name);

  constructor(
    private readonly rooms: RoomsService,
    private readonly drawings: DrawingsService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  async list(person: Person, { before }: MapsQuery): Promise<MapPage> {
    const listed = await mapsOf(this.manager, person, { before, most: PAGE + 1 });
    const own = listed.filter(({ sample }) => !sample);
    const last = own.length > PAGE ? own[PAGE - 1] : undefined;
    const shown = last ? listed.filter((map) => map !== own[PAGE]) : listed;
    const maps: MapSummary[] = [];
    for (const { drawing, ...heading } of shown) maps.push(await this.summary(heading, drawing));
    return { maps, older: last ? `${last.changedAt}-${last.id}` : null };
  }

  async create(
    account: Account,
    { title, question = '', language, faces = 'named' }: NewMap,
  ): Promise<MapSummary> {
    const info = { ...emptyMap.info, title, question, language, faces };
    return this.found(account, (owner) => ({ ...contentOf(emptyMap), info, participants: [owner] }));
  }

  /** [S-34] */
  demo(account: Account, language: NewDemo['language']): Promise<MapSummary> {
    const content = demoClass({ language, newId: uuidv7, at: Date.now() });
    return this.found(account, (owner) => ({ ...content, participants: [owner, ...content.participants] }));
  }

  async copy(account: Account, map: Id, viewer: Viewer, { people }: NewCopy): Promise<Result<MapSummary>> {
    const original = await this.rooms.current(map);
    if (!original) return refuse('not-found', 'There is no such map.');
    if (people && !may(viewer.role, 'bring'))
      return refuse('not-allowed', 'Only an owner of the map brings its people along.');
    if (people && original.map.info.faces === 'anonymous')
      return refuse('no-names', 'Nobody can be led from a map without names into another one.');
    const founding = (owner: Participant, { named, seated }: Heard): MapContent => {
      const bringing = people ? { below: randomInt, newFace: randomUUID, seated } : undefined;
      return copyContent(original.map, { owner, viewer, newId: uuidv7, named, bringing });
    };
    return ok(await this.found(account, founding, map));
  }

  async delete(map: Id): Promise<void> {
    await deleteMap(this.manager, map);
    this.rooms.close(map);
    this.logger.log(`map ${map} was deleted`);
  }

  /** The map as it was, with as much as `viewer` may see today. */
  async at(map: Id, version: number, viewer: Viewer): Promise<Result<Snapshot>> {
    const content = await this.rooms.at(map, version);
    const room = content && (await this.rooms.room(map));
    if (!room) return refuse('not-found', 'The map has no such version.');
    return ok({ version, epoch: room.epoch, map: visibleContent(content, viewer, room.current.map) });
  }

  /** Makes a map of the account, which becomes its owner. `from` is the map that it was copied from: its people are known again. */
  async found(
    account: Account,
    contentFor: (owner: Participant, heard: Heard) => MapContent,
    from?: Id,
  ): Promise<MapSummary> {
    const authors: Known[] = [];
    const members: Known[] = [];
    const id = uuidv7();
    const at = Date.now();
    const owner: Participant = {
      id: uuidv7(),
      name: account.name,
      role: 'owner',
      side: null,
      pseudonym: false,
      at,
    };
    const content = contentFor(owner, {
      named: (was, as) => authors.push({ was, as }),
      seated: (was, as) => members.push({ was, as }),
    });
    await this.rooms.found(id, content, {
      at,
      sample: false,
      owner: { account: account.id, participant: owner.id },
      beside: async (manager) => {
        if (from === undefined) return;
        await keepAuthors(manager, { map: id, from, authors });
        await keepSeats(manager, { map: id, from, members });
      },
    });
    return this.summary({ id, info: content.info, role: 'owner', sample: false, version: 1, changedAt: at });
  }

  private async summary(
    heading: Omit<MapSummary, 'claims' | 'thumbnail' | 'present'>,
    known?: Drawing,
  ): Promise<MapSummary> {
    const drawing = known?.version === heading.version ? known : await this.drawings.draw(heading.id);
    const { claims, thumbnail } = drawing;
    return { ...heading, claims, thumbnail, present: this.rooms.present(heading.id) };
  }
}
