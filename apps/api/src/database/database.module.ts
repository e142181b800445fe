import { Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { migrate, migrations } from '@counterpoint/migrations';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { CONFIG, type Config } from '../config.ts';
import { DatabaseService } from './database.service.ts';

const logger = new Logger('database');

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...databaseOptions(config),
        autoLoadEntities: true,
        retryAttempts: 0,
      }),
      dataSourceFactory: async (options) => {
        const wanted = options as PostgresDataSourceOptions;
        await migrateDatabase(wanted);
        return new DataSource(wanted);
      },
    }),
  ],
  providers: [DatabaseService],
  exports: [DatabaseService],
})
export class DatabaseModule {}

export function databaseOptions({ databaseUrl }: Pick<Config, 'databaseUrl'>): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    applicationName: 'counterpoint',
    poolSize: 20,
    connectTimeoutMS: 10_000,
    synchronize: false,
    // Postgres ending its connections, as on a restart, must not end the server.
    poolErrorHandler: (error: Error) => logger.warn(`a database connection was lost: ${error.message}`),
    extra: { statement_timeout: 15_000, lock_timeout: 8_000, idle_in_transaction_session_timeout: 20_000 },
  };
}

/** On connections of their own: a long migration, or waiting for another process's, must not run into the time limits. */
async function migrateDatabase({ type, url }: PostgresDataSourceOptions): Promise<void> {
  const applicationName = 'counterpoint migration';
  const options: DataSourceOptions = { type, url, applicationName, poolSize: 2, migrations };
  const database = await new DataSource(options).initialize();
  try {
    const done = await migrate(database);
    if (done.length > 0) logger.log(`ran ${done.join(', ')}`);
  } finally {
    await database.destroy();
  }
}
