// Whoever starts a server chooses its port a moment before the server takes it. Two that had chosen the same spoke to one server, and
// one of them to the wrong one.
import { afterEach, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { text } from 'node:stream/consumers';

const EACH = 100;
const PROCESSES = new URL('../scripts/processes.mjs', import.meta.url).href;
/** Asks for ports, says which, and stays until nobody reads on. */
const ASKER = `
  import { freePort } from '${PROCESSES}';
  const ports = await Promise.all(Array.from({ length: ${EACH} }, freePort));
  console.log(JSON.stringify(ports));
  process.stdin.resume();
`;

let askers: ChildProcess[] = [];
afterEach(() => {
  for (const asker of askers) asker.kill();
  askers = [];
});

async function ask(): Promise<number[]> {
  const asker = spawn(process.execPath, ['--input-type=module', '-e', ASKER]);
  askers.push(asker);
  const failed = text(asker.stderr);
  const [said] = (await Promise.race([
    once(asker.stdout, 'data'),
    failed.then((words) => [Buffer.from(words)]),
  ])) as [Buffer];
  return JSON.parse(said.toString()) as number[];
}

it('many that ask at once for a port have each their own, as long as they live, and can listen there', async () => {
  const given = (await Promise.all([ask(), ask(), ask(), ask()])).flat();
  const later = await ask();
  expect(new Set([...given, ...later]).size).toBe(5 * EACH);
  for (const port of later) {
    const server = net.createServer().listen(port);
    await once(server, 'listening');
    await new Promise((resolve) => server.close(resolve));
  }
});
