import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from '../config.ts';
import { DatabaseService } from '../database/database.service.ts';
import { Limits } from '../limits.ts';
import { AccountsController } from './accounts.controller.ts';
import { AccountRow } from './accounts.entities.ts';
import { PasswordsController } from './passwords.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { SecurityService } from './security.service.ts';
import { SessionsService } from './sessions.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([AccountRow])],
  controllers: [AccountsController, PasswordsController],
  providers: [
    AccountsService,
    Limits,
    SecurityService,
    {
      provide: SessionsService,
      inject: [CONFIG, DatabaseService],
      useFactory: async (config: Config, database: DatabaseService) =>
        new SessionsService(
          config,
          config.sessionSecret ?? (await database.secret('session-secret')),
          database.pool,
        ),
    },
  ],
  exports: [AccountsService, Limits, SecurityService, SessionsService],
})
export class AccountsModule {}
