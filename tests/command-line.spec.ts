import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { contentOf, emptyMap, jsonOf } from '@counterpoint/shared';

const script = fileURLToPath(new URL('../scripts/counterpoint.mjs', import.meta.url));
const info = { ...emptyMap.info, title: 'From the command line' };
const file = jsonOf({ ...contentOf(emptyMap), info });

const run = (args: string[], input = '') =>
  spawnSync(process.execPath, [script, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });

test('counterpoint convert reads and writes without a server, and says in a sentence what is wrong', () => {
  const { status, stdout } = run(['convert', '-', '-', '--to', 'markdown'], file);
  expect([status, stdout.split('\n')[0]]).toEqual([0, '# From the command line']);
  const bad = run(['convert', '-', '-', '--to', 'markdown'], '{"a":');
  expect(bad.status).toBe(1);
  expect(bad.stdout).toBe('');
  expect(bad.stderr.trimEnd().split('\n').at(-1)).toBe('-: The file begins as JSON, and breaks in line 1.');
});
