import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { isFound, pairsIn, snippet, wordsOfQuery, type Hit, type Hits, type Id, type SearchQuery } from '@counterpoint/shared'; // prettier-ignore
import type { EntityManager } from 'typeorm';
import type { Person } from '../accounts/faces.service.ts';
import { MembersService } from '../maps/members.service.ts';
import { GatheringService } from './gathering.service.ts';
import { candidates, type Candidate } from './search.queries.ts';

/** Candidates have the pairs of the query, but not always in its order: so many times more are asked for. */
const ROUNDS = 10;

@Injectable()
export class SearchService {
  constructor(
    private readonly gathering: GatheringService,
    private readonly members: MembersService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  /** In all maps that the person has a role in. */
  async of(person: Person, query: SearchQuery): Promise<Hits> {
    return this.in(await this.members.mapsWithRole(person), query);
  }

  /** In maps that the asker may read. */
  async in(maps: readonly Id[], { q, limit }: SearchQuery): Promise<Hits> {
    if (maps.length === 0) return { hits: [], more: false };
    await this.gathering.upToDate(maps);
    const [pairs, words] = [pairsIn(q), wordsOfQuery(q)];
    const hits: Hit[] = [];
    const most = limit + 1;
    let after: Candidate | undefined;
    for (let round = 0; round < ROUNDS; round++) {
      const found = await candidates(this.manager, maps, { pairs, after, most });
      after = found.at(-1);
      // As it stands there now: it may have changed since it was gathered.
      hits.push(...found.filter(({ text }) => isFound(text, words)).map((one) => hitOf(one, words)));
      if (hits.length > limit || found.length < most)
        return { hits: hits.slice(0, limit), more: hits.length > limit };
    }
    return { hits, more: true };
  }
}

const hitOf = (
  { thing, text, map, title, kind, start, claim, source, at }: Candidate,
  words: readonly string[],
): Hit => ({
  // prettier-ignore
  map,
  title,
  kind,
  id: thing,
  claim,
  source,
  start,
  at,
  snippet: snippet(text, words),
});
