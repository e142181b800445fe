import { Module } from '@nestjs/common';
import { MapsModule } from '../maps/maps.module.ts';
import { ExchangeController } from './exchange.controller.ts';
import { ExportsService } from './exports.service.ts';
import { FilesService } from './files.service.ts';
import { ImportController } from './import.controller.ts';
import { ImportsService } from './imports.service.ts';
import { JobsService } from './jobs.service.ts';
import { PlacementsService } from './placements.service.ts';
import { TextController } from './text.controller.ts';
import { WorkersService } from './workers.service.ts';

@Module({
  imports: [MapsModule],
  controllers: [ExchangeController, ImportController, TextController],
  providers: [ExportsService, FilesService, ImportsService, JobsService, PlacementsService, WorkersService],
})
export class ExchangeModule {}
