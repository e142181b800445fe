import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SearchQuery, type Hits } from '@counterpoint/shared';
import { From, type Caller } from '../rights.guard.ts';
import { Route } from '../routes.ts';
import { SearchService } from './search.service.ts';

@ApiTags('search')
@Controller()
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Route('GET /api/search')
  all(@From() { person }: Caller, @Query({ schema: SearchQuery }) query: SearchQuery): Promise<Hits> {
    return this.search.of(person, query);
  }

  @Route('GET /api/maps/:id/search')
  one(@From() { map }: Caller, @Query({ schema: SearchQuery }) query: SearchQuery): Promise<Hits> {
    return this.search.in([map], query);
  }
}
