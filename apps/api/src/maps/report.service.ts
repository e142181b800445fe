// Who contributed how much to a map, for one viewer (S-19): what counts, shared/report says.
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import {
  addedUp,
  contentOf,
  mapOf,
  may,
  partsIn,
  rowAt,
  visibleContent,
  votedBy,
  type ArgumentMap,
  type Id,
  type PersonPart,
  type Viewer,
} from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { groupsOf } from './groups.queries.ts';
import { RoomsService } from './rooms.service.ts';

@Injectable()
export class ReportService {
  constructor(
    private readonly rooms: RoomsService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  /** By name: any other order could tell who is behind a pseudonym [A6]. Undefined where there is no such map. */
  async of(
    map: Id,
    viewer: Viewer,
  ): Promise<{ version: number; seen: ArgumentMap; people: PersonPart[] } | undefined> {
    const current = await this.rooms.current(map);
    if (!current) return undefined;
    const seen = mapOf(visibleContent(contentOf(current.map), viewer, current.map));
    const decides = may(viewer.role, 'review');
    const own = partsIn(seen, Date.now(), (person) => votedBy(current.map, viewer, person));
    const people = addedUp([own, ...(await this.inGroups(map, current.map, viewer))])
      .filter(({ person }) => decides || person.id === viewer.participant)
      .sort((a, b) => (a.person.name < b.person.name ? -1 : 1));
    return { version: current.version, seen, people };
  }

  /** [J6] Of a template: what was contributed to the maps of its groups. What came from the template counts once, there. */
  private async inGroups(template: Id, map: ArgumentMap, viewer: Viewer): Promise<PersonPart[][]> {
    const parts: PersonPart[][] = [];
    for (const group of await groupsOf(this.manager, template)) {
      const there = (await this.rooms.current(group.map))?.map;
      if (!there) continue;
      const seen = mapOf(visibleContent(contentOf(there), viewer, there));
      const isNew = (id: Id) => rowAt(map, id) === undefined;
      parts.push(partsIn(seen, Date.now(), (person) => votedBy(there, viewer, person), isNew));
    }
    return parts;
  }
}
