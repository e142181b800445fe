// Keeps two promises: every package runs on the oldest Node we name, and the lockfile names no registry.
import fs from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import { fail, root } from './steps.mjs';

const oldest = semver.minVersion(
  JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).engines.node,
);
const lockfile = fs.readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8');

/** @type {string[]} */
const tooNew = [];
let name = '';
for (const line of lockfile.split('\n')) {
  name = line.match(/^ {2}(\S.*):$/)?.[1] ?? name;
  const range = line.match(/^ {4}engines: \{.*?node: '?([^',}]+)/)?.[1];
  if (range && oldest && !semver.satisfies(oldest, range)) tooNew.push(`${name} wants Node ${range.trim()}`);
}
if (tooNew.length > 0) fail(`These do not run on Node ${oldest?.version}:\n  ${tooNew.join('\n  ')}`);
if (/https?:\/\//.test(lockfile))
  fail('pnpm-lock.yaml contains a web address; install with the registry of your settings only.');
