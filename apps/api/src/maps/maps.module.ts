import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { PgChangeLog } from './change-log.ts';
import { Doorbell } from './doorbell.ts';
import { DrawingsService } from './drawings.service.ts';
import { GradesController } from './grades.controller.ts';
import { GroupsController } from './groups.controller.ts';
import { GroupsFlowService } from './groupsFlow.service.ts';
import { GroupsService } from './groups.service.ts';
import { InvitesController } from './invites.controller.ts';
import { InvitesService } from './invites.service.ts';
import { MapsController } from './maps.controller.ts';
import { DrawingRow, InviteRow, MapRow } from './maps.entities.ts';
import { MapsGateway } from './maps.gateway.ts';
import { MapsService } from './maps.service.ts';
import { MembersService } from './members.service.ts';
import { NamesController } from './names.controller.ts';
import { PhasesService } from './phases.service.ts';
import { RecordController } from './record.controller.ts';
import { ReportController } from './report.controller.ts';
import { ReportService } from './report.service.ts';
import { RecordService } from './record.service.ts';
import { RoomsService } from './rooms.service.ts';
import { SyncController } from './sync.controller.ts';
import { SamplesService } from './samples.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([MapRow, DrawingRow, InviteRow]), AccountsModule],
  controllers: [
    MapsController,
    GradesController,
    GroupsController,
    RecordController,
    ReportController,
    InvitesController,
    NamesController,
    SyncController,
  ],
  providers: [
    PgChangeLog,
    Doorbell,
    RoomsService,
    PhasesService,
    RecordService,
    ReportService,
    MembersService,
    DrawingsService,
    MapsService,
    GroupsService,
    GroupsFlowService,
    InvitesService,
    SamplesService,
    MapsGateway,
  ],
  exports: [RoomsService, MembersService, MapsService, PgChangeLog],
})
export class MapsModule {}
