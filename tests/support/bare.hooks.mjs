// What Jest's sandbox does for a module, for Node: TypeScript, the sources of our own packages, Jest's words by import, and the
// stand-in for fast-check.
import { transformFile } from '@swc/core';
import { fileURLToPath } from 'node:url';
import { swc } from './swc.mjs';

const WORDS = [
  'afterAll',
  'afterEach',
  'beforeAll',
  'beforeEach',
  'describe',
  'expect',
  'it',
  'jest',
  'test',
];
const JEST = `data:text/javascript,export const { ${WORDS.join(', ')} } = globalThis;`;
const FAST_CHECK = new URL('fastCheck.mjs', import.meta.url).href;

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: JEST, shortCircuit: true };
  if (specifier === 'fast-check') return { url: FAST_CHECK, shortCircuit: true };
  const asked = specifier === 'fast-check-itself' ? 'fast-check' : specifier;
  return next(asked, { ...context, conditions: [...context.conditions, 'source'] });
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const file = url.split('?')[0] ?? url;
  if (!/\.tsx?$/.test(file)) return next(url, context);
  const { code } = await transformFile(fileURLToPath(file), { ...swc, swcrc: false });
  return { format: 'module', source: code, shortCircuit: true };
}
