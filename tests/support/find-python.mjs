// Where the tests get a Python from, for the example client of docs/protocol.md: the machine's own, else Debian's.
import { execFileSync } from 'node:child_process';
import { aptInstall, installPackage, onPath } from './programs.mjs';

/** @returns {string} */
export function findPython() {
  const found = ['python3', 'python'].map(onPath).find((file) => file !== undefined && isPython3(file));
  if (found) return found;
  throw new Error(`The tests need Python 3.8 or newer: run "${aptInstall('python3')}" as root.`);
}

/** Installs Debian's Python where that is allowed and none is there yet. True when it did. */
export function installPython() {
  try {
    findPython();
    return false;
  } catch {
    return installPackage('python3');
  }
}

/** @param {string} file */
function isPython3(file) {
  try {
    execFileSync(file, ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
