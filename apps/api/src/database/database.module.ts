import { Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { migrate, migrations } from '@counterpoint/migrations';
import type { PoolConfig } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { CONFIG, type Config } from '../config.ts';
import { impatientSocket, outliveErrors, STATEMENT_MS } from './connection.ts';
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
    extra: {
      statement_timeout: STATEMENT_MS,
      lock_timeout: 8_000,
      idle_in_transaction_session_timeout: 20_000,
      stream: () => impatientSocket(STATEMENT_MS + 2_000),
      onConnect: outliveErrors,
    } satisfies PoolConfig,
  };
}

/**
 * Before the server is put together, so that a refusal is one sentence. On connections of their own: a long migration, or
 * waiting for another process's, must not run into the time limits. Answers what ran.
 */
export async function migrateDatabase({ databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<string[]> {
  const database = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    applicationName: 'counterpoint migration',
    poolSize: 2,
    migrations,
    extra: { onConnect: outliveErrors },
  }).initialize();
  return migrate(database).finally(() => database.destroy());
}
