// Small facts about processes and ports that Node does not tell by itself.
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import dgram from 'node:dgram';
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

/** Above those of services, below those that systems give to whoever connects. */
const [FIRST, LAST] = [10_000, 32_000];

/** A port that nobody holds at this moment, and that none who asks here is given as long as this process lives.
 * @returns {Promise<number>} */
export async function freePort() {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    const port = randomInt(FIRST, LAST);
    if ((await take(port)) && (await isFree(port))) return port;
  }
  throw new Error(`No port from ${FIRST} to ${LAST} is free.`);
}

/** Takes the port of this number from the others who ask: UDP has as many ports as TCP, and no use for them here.
 * @param {number} port @returns {Promise<boolean>} */
function take(port) {
  return new Promise((resolve) => {
    const ticket = dgram.createSocket('udp4').once('error', () => resolve(false));
    ticket.bind(port, '127.0.0.1', () => resolve(true)).unref();
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
