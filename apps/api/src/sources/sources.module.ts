import { Module } from '@nestjs/common';
import { MapsModule } from '../maps/maps.module.ts';
import { SourcesController } from './sources.controller.ts';
import { SourcesService } from './sources.service.ts';

@Module({
  imports: [MapsModule],
  controllers: [SourcesController],
  providers: [SourcesService],
})
export class SourcesModule {}
