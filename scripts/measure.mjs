// `npm run bench`, `soak` and `chaos`: runs tests/<kind>/*.<kind>.ts one after the other, each in a process of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { onEnd } from './processes.mjs';
import { buildApi, buildWeb, ensureInstalled, fail, requireNode, root } from './steps.mjs';

const [kind = 'bench', ...patterns] = process.argv.slice(2);
requireNode();
await ensureInstalled();
await buildApi();
await buildWeb();

const folder = path.join(root, 'tests', kind);
const files = fs.existsSync(folder)
  ? fs
      .readdirSync(folder)
      .filter((file) => file.endsWith(`.${kind}.ts`))
      .sort()
  : [];
const chosen = files.filter(
  (file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)),
);
if (chosen.length === 0) fail(`There is nothing to run in tests/${kind}.`);

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
onEnd(() => {
  running?.kill('SIGTERM');
  process.exit(1);
});

let failed = 0;
for (const file of chosen) {
  console.log(`\n== ${file}`);
  if (!(await run(path.join(folder, file)))) failed += 1;
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** @param {string} file @returns {Promise<boolean>} */
function run(file) {
  return new Promise((resolve) => {
    running = spawn(process.execPath, ['--expose-gc', '--conditions=source', '--import', 'tsx', file], {
      cwd: root,
      stdio: 'inherit',
    });
    running.once('close', (code) => resolve(code === 0));
  });
}
