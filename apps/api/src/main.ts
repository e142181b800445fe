import 'reflect-metadata';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';

try {
  const config = readConfig();
  const app = await createApp(config);
  await app.listen(config.port);
} catch (error) {
  // A name with two addresses, of which neither answers, gives an error without a word of its own.
  console.error(error instanceof Error && error.message ? error.message : error);
  process.exit(1);
}
