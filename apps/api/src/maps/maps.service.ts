import { Injectable, Logger } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import {
  contentOf,
  emptyMap,
  ok,
  refuse,
  subtree,
  theses,
  thumbnail,
  visibleContent,
  type Account,
  type ArgumentMap,
  type Id,
  type MapContent,
  type MapSummary,
  type NewMap,
  type Participant,
  type Result,
  type Snapshot,
  type Thumbnail,
  type Viewer,
} from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { copyContent } from './copyContent.ts';
import { deleteMap, mapsOf } from './listing.queries.ts';
import { MembersService } from './members.service.ts';
import { RoomsService } from './rooms.service.ts';

const MOST_LISTED = 50;
const MOST_DRAWN = 1_000;
/** In the units of the picture; more boxes than these would be stripes. */
const PICTURE = { width: 340, height: 100, most: 20 };

/** What a summary shows of a map's content; made once per version. */
interface Drawn {
  readonly version: number;
  readonly claims: number;
  readonly thumbnail: Thumbnail;
}

@Injectable()
export class MapsService {
  private readonly logger = new Logger(MapsService.name);
  private readonly drawn = new Map<Id, Drawn>();

  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MembersService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  async list(account: Account | null): Promise<MapSummary[]> {
    const summaries: MapSummary[] = [];
    // One after the other: drawing is work for the processor, not waiting.
    for (const { map, role } of await mapsOf(this.manager, account?.id ?? null, MOST_LISTED)) {
      const { id, sample, version, changedAt, title, question, about, language, access, editing, embeds } =
        map;
      const info = { title, question, about, language, access, editing, embeds };
      summaries.push(await this.summary({ id, info, role, sample, version, changedAt }));
    }
    return summaries;
  }

  async create(account: Account, { title, question = '', language }: NewMap): Promise<MapSummary> {
    const info = { ...emptyMap.info, title, question, language };
    return this.found(account, (owner) => ({ ...contentOf(emptyMap), info, participants: [owner] }));
  }

  async copy(account: Account, map: Id): Promise<Result<MapSummary>> {
    const original = await this.rooms.current(map);
    if (!original) return refuse('not-found', 'There is no such map.');
    const ownerWas = await this.members.participantOf(map, account.id);
    return ok(
      await this.found(account, (owner) => copyContent(original.map, { owner, ownerWas, newId: uuidv7 })),
    );
  }

  async delete(map: Id): Promise<void> {
    await deleteMap(this.manager, map);
    this.rooms.close(map);
    this.drawn.delete(map);
    this.logger.log(`map ${map} was deleted`);
  }

  /** The map as it was, with as much as `viewer` may see today. */
  async at(map: Id, version: number, viewer: Viewer): Promise<Result<Snapshot>> {
    const content = await this.rooms.at(map, version);
    const room = content && (await this.rooms.room(map));
    if (!room) return refuse('not-found', 'The map has no such version.');
    return ok({ version, epoch: room.epoch, map: visibleContent(content, viewer, room.current.map) });
  }

  /** Makes a map of the account, which becomes its owner. */
  async found(account: Account, contentFor: (owner: Participant) => MapContent): Promise<MapSummary> {
    const id = uuidv7();
    const at = Date.now();
    const owner: Participant = { id: uuidv7(), name: account.name, role: 'owner', at };
    const content = contentFor(owner);
    await this.rooms.found(id, content, {
      at,
      sample: false,
      owner: { account: account.id, participant: owner.id },
    });
    return this.summary({ id, info: content.info, role: 'owner', sample: false, version: 1, changedAt: at });
  }

  private async summary(row: Omit<MapSummary, 'claims' | 'thumbnail' | 'present'>): Promise<MapSummary> {
    const { claims, thumbnail: picture } = await this.draw(row.id, row.version);
    return { ...row, claims, thumbnail: picture, present: this.rooms.present(row.id) };
  }

  private async draw(map: Id, version: number): Promise<Drawn> {
    const known = this.drawn.get(map);
    if (known?.version === version) return known;
    const current = (await this.rooms.current(map)) ?? { version, map: emptyMap };
    const drawn = {
      version: current.version,
      claims: claimsIn(current.map),
      thumbnail: thumbnail(current.map, PICTURE),
    };
    if (this.drawn.size >= MOST_DRAWN) this.drawn.clear();
    this.drawn.set(map, drawn);
    return drawn;
  }
}

function claimsIn(map: ArgumentMap): number {
  let count = 0;
  for (const thesis of theses(map))
    for (const { kind } of subtree(map, thesis.id)) if (kind === 'claim') count += 1;
  return count;
}
