// Where the tests get nginx from, the proxy that README.md shows a configuration for: the machine's own, else Debian's.
import fs from 'node:fs';
import { aptInstall, installPackage, onPath } from './programs.mjs';

/** Debian keeps it where only root looks. */
const BESIDE = '/usr/sbin/nginx';

/** @returns {string} */
export function findNginx() {
  const found = onPath('nginx') ?? (fs.existsSync(BESIDE) ? BESIDE : undefined);
  if (found) return found;
  throw new Error(`The tests need nginx: run "${aptInstall('nginx-light')}" as root.`);
}

/** Installs Debian's nginx where that is allowed and none is there yet. True when it did. */
export function installNginx() {
  try {
    findNginx();
    return false;
  } catch {
    return installPackage('nginx-light');
  }
}
