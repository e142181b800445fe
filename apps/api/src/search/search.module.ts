import { Module } from '@nestjs/common';
import { MapsModule } from '../maps/maps.module.ts';
import { GatheringService } from './gathering.service.ts';
import { SearchController } from './search.controller.ts';
import { SearchService } from './search.service.ts';

@Module({
  imports: [MapsModule],
  controllers: [SearchController],
  providers: [SearchService, GatheringService],
})
export class SearchModule {}
