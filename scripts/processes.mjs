// Small facts about processes and ports that Node does not tell by itself.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';

/** The command line of a process, or '' when it is gone. @param {number} pid */
export function commandOf(pid) {
  try {
    if (fs.existsSync('/proc/self/cmdline')) return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** A port of the loopback address that nobody holds at this moment. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Whether a server that listens on every address could have this port. @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer().once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** Calls `stop` once when this process is asked to end, or when the process that started it is gone. @param {() => void} stop */
export function onEnd(stop) {
  let ended = false;
  const once = () => {
    if (!ended) stop();
    ended = true;
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
  process.on('SIGHUP', once);
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && once(), 1000).unref();
}
