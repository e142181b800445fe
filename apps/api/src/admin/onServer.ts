import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config.ts';
import { migrateDatabase } from '../database/database.module.ts';
import { AdminModule } from './admin.module.ts';
import { AdminService } from './admin.service.ts';

/** The parts of the server that look after accounts, as long as the work takes; no port is opened. */
export async function onServer(config: Config, work: (admin: AdminService) => Promise<void>): Promise<void> {
  await migrateDatabase(config);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares these options as a class
  const context = await NestFactory.createApplicationContext(AdminModule.with(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    await work(context.get(AdminService));
  } finally {
    await context.close();
  }
}
