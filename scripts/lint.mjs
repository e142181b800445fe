// `npm run lint`: types, lint, format and lockfile, each on one core: two rows beside each other.
import path from 'node:path';
import { bin, ensureInstalled, node, requireNode, root, step } from './steps.mjs';

requireNode();
await ensureInstalled();

// Lint goes in three parts: one program that types more needs more memory than Node gives it.
const lint = [bin('eslint/bin/eslint.js'), '--max-warnings', '0'];
// A text that was well formed once stays so, under the same options and version: prettier remembers it by its content.
const cache = ['--cache', '--cache-strategy=content', '--cache-location=node_modules/.counterpoint/format'];
const prettier = [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', ...cache];
// Lint reads what was built of other packages, so that types come first.
await check('types', bin('typescript/bin/tsc'), '-b');
await Promise.all([
  check('lint of the pages', ...lint, 'apps/web'),
  (async () => {
    await check('lint of the packages', ...lint, 'packages');
    await check(
      'lint of all else',
      ...lint,
      '--ignore-pattern',
      'apps/web',
      '--ignore-pattern',
      'packages',
      '.',
    );
    await check('format', ...prettier, '.');
    await check('lockfile', path.join(root, 'scripts/check-lockfile.mjs'));
  })(),
]);

/** @param {string} name @param {string[]} command */
async function check(name, ...command) {
  if (await step(`check ${name}`, () => node(...command))) return;
  console.error(`The ${name} check failed; see above.`);
  process.exitCode = 1;
}
