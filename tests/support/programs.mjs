// Programs of the machine that tests need besides Node.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** How a Debian gets a package. @param {string} name */
export const aptInstall = (name) => `apt-get update && apt-get install -y --no-install-recommends ${name}`;

/** Installs a package of Debian where that is allowed. True when it did. @param {string} name */
export function installPackage(name) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  try {
    execFileSync('sh', ['-c', aptInstall(name)], {
      stdio: 'pipe',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch {
    return false; // no network, or a system without the package
  }
}

/** @param {string} name */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}
