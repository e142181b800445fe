import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccountsModule } from './accounts/accounts.module.ts';
import { CONFIG, type Config } from './config.ts';
import { DatabaseModule } from './database/database.module.ts';
import { ExchangeModule } from './exchange/exchange.module.ts';
import { HealthController } from './health/health.controller.ts';
import { MailModule } from './mail/mail.module.ts';
import { MapsModule } from './maps/maps.module.ts';
import { PersonModule } from './person/person.module.ts';
import { PruningService } from './pruning/pruning.service.ts';
import { RefusalFilter, validation } from './refusals.ts';
import { RightsGuard } from './rights.guard.ts';
import { SearchModule } from './search/search.module.ts';
import { SourcesModule } from './sources/sources.module.ts';

/** The table of contents. */
@Module({
  imports: [
    DatabaseModule,
    AccountsModule,
    MapsModule,
    SourcesModule,
    SearchModule,
    ExchangeModule,
    MailModule,
    PersonModule,
  ],
  controllers: [HealthController],
  providers: [
    PruningService,
    { provide: APP_GUARD, useClass: RightsGuard },
    { provide: APP_PIPE, useValue: validation },
    { provide: APP_FILTER, useClass: RefusalFilter },
  ],
})
export class AppModule {
  static with(config: Config): DynamicModule {
    return { module: AppModule, imports: [AppModule.settings(config)] };
  }

  static settings(config: Config): DynamicModule {
    return {
      module: Settings,
      global: true,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}

@Module({})
class Settings {}
