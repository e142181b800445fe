import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { AppModule } from '../app.module.ts';
import type { Config } from '../config.ts';
import { DatabaseModule } from '../database/database.module.ts';
import { PersonModule } from '../person/person.module.ts';
import { AdminService } from './admin.service.ts';

/** As much of a server as the command line needs: it opens no port, and is one more process beside those that run. */
@Module({ imports: [DatabaseModule, AccountsModule, PersonModule], providers: [AdminService] })
export class AdminModule {
  static with(config: Config): DynamicModule {
    return { module: AdminModule, imports: [AppModule.settings(config)] };
  }
}
