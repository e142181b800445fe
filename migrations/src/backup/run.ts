// The same two commands for a place that holds nothing but the built server, as its container: the database is DATABASE_URL's.
import 'reflect-metadata';
import { Refused } from '../refused.ts';
import { run } from './cli.ts';

const lend = async () => {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Refused('DATABASE_URL says which database; it is not set.');
  return { url, giveBack: async () => undefined };
};
process.exitCode = await run(process.argv.slice(2), lend, (line) => console.error(line));
