import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Environment } from './config.ts';

const fileOf = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const compose = fileOf('docker-compose.yml');
const service = (name: string) =>
  compose.split(/^ {2}(?=\S)/m).find((part) => part.startsWith(`${name}:`)) ?? '';
const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name).sort();

/** Of the built-in database, which scripts/start.mjs starts. */
const OF_START = ['DATA_DIR'];
/** In the image, see Dockerfile. */
const OF_IMAGE = ['WEB_DIST'];

it('README names the settings that the server reads, and no others', () => {
  const named = namesIn(fileOf('README.md'), /^\| `([A-Z_]+)` +\|/gm);
  expect(named).toEqual([...Object.keys(Environment.shape), ...OF_START].sort());
});

it('docker compose hands on the settings that README names, each under its own name', () => {
  const api = service('api');
  const wanted = Object.keys(Environment.shape).filter((name) => !OF_IMAGE.includes(name));
  expect(namesIn(api, /^ {6}([A-Z_]+): /gm)).toEqual(wanted.sort());
  for (const [, name, given] of api.matchAll(/^ {6}([A-Z_]+): \$\{([A-Z_]+)/gm)) expect(given).toBe(name);
  expect(fileOf('Dockerfile')).toMatch(/WEB_DIST=/);
});

it('docker compose keeps data, comes back after a crash, waits for the database, and knows no password', () => {
  const [api, postgres] = [service('api'), service('postgres')];
  for (const one of [api, postgres]) expect(one).toContain('restart: unless-stopped');
  expect(api).toContain('condition: service_healthy');
  expect(postgres).toMatch(/healthcheck:\n\s+test: .*pg_isready/);
  expect(fileOf('Dockerfile')).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m);
  const [volume = ''] = namesIn(postgres, /- (\w+):\/var\/lib\/postgresql$/gm);
  expect(compose).toMatch(new RegExp(`^volumes:\\n {2}${volume}:$`, 'm'));
  for (const [line] of compose.matchAll(/^.*(PASSWORD|SECRET|postgres:\/\/).*$/gm))
    if (!line.startsWith('#')) expect(line).toMatch(/\$\{(POSTGRES_PASSWORD:\?|SESSION_SECRET:-\})/);
});
