// Opens a Chromium for a test: the one in CHROMIUM_PATH, the machine's, or the one from npm.
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

export async function launchBrowser(...more: string[]): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    env: { ...definedEnvironment(), ...env },
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb', ...more],
  });
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
