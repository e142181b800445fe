// Who contributed how much to a map, for one viewer (S-19): what counts, shared/report says.
import { Injectable } from '@nestjs/common';
import {
  contentOf,
  mapOf,
  may,
  partsIn,
  visibleContent,
  votedBy,
  type ArgumentMap,
  type Id,
  type PersonPart,
  type Viewer,
} from '@counterpoint/shared';
import { RoomsService } from './rooms.service.ts';

@Injectable()
export class ReportService {
  constructor(private readonly rooms: RoomsService) {}

  /** By name: any other order could tell who is behind a pseudonym [A6]. Undefined where there is no such map. */
  async of(
    map: Id,
    viewer: Viewer,
  ): Promise<{ version: number; seen: ArgumentMap; people: PersonPart[] } | undefined> {
    const current = await this.rooms.current(map);
    if (!current) return undefined;
    const seen = mapOf(visibleContent(contentOf(current.map), viewer, current.map));
    const decides = may(viewer.role, 'review');
    const people = partsIn(seen, Date.now(), (person) => votedBy(current.map, viewer, person))
      .filter(({ person }) => decides || person.id === viewer.participant)
      .sort((a, b) => (a.person.name < b.person.name ? -1 : 1));
    return { version: current.version, seen, people };
  }
}
