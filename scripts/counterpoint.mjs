#!/usr/bin/env node
// `npx counterpoint convert in.argdown out.aif.json`: the formats without a server. The first run installs and builds.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApi, ensureInstalled, requireNode, root } from './steps.mjs';

requireNode();
// Standard output is for the file that was asked for.
console.log = console.error;
await ensureInstalled();
await buildApi();

const { run } = await import(pathToFileURL(path.join(root, 'packages/convert/dist/cli.js')).href);
process.exitCode = await run(process.argv.slice(2));
