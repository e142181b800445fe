#!/usr/bin/env node
// `npx counterpoint convert in.argdown out.aif.json`: the formats without a server; `backup` and `restore`: the database; `admin`: accounts.
// The first run installs and builds.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { lendDatabase } from './database.mjs';
import { buildApi, ensureInstalled, fail, requireNode, root } from './steps.mjs';

requireNode();
// Standard output is for the file that was asked for.
console.log = console.error;
await ensureInstalled();
await buildApi();

const built = (/** @type {string} */ file) => import(pathToFileURL(path.join(root, file)).href);
// Who converts a file does not wait for the parts of a server.
const parts = {
  convert: () => built('packages/convert/dist/cli.js'),
  database: () => built('migrations/dist/backup/cli.js'),
  admin: () => built('apps/api/dist/admin/cli.js'),
};

const args = process.argv.slice(2);
const [command] = args;
if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
  const all = await Promise.all(Object.values(parts).map((part) => part()));
  process.stdout.write(`${all.map(({ HELP }) => HELP).join('\n\n')}\n`);
} else if (command === 'convert') {
  process.exitCode = await (await parts.convert()).run(args);
} else if (command === 'backup' || command === 'restore') {
  process.exitCode = await (await parts.database()).run(args, lendDatabase, console.error);
} else if (command === 'admin') {
  const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
  process.exitCode = await (
    await parts.admin()
  ).run(args, lendDatabase, { say, warn: console.error, environment: process.env });
} else {
  fail('Say: counterpoint convert, backup, restore or admin; --help tells more.');
}
