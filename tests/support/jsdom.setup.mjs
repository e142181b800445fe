// What the page uses and jsdom does not have.
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import { deserialize, serialize } from 'node:v8';

const missing = {
  TextDecoder,
  TextEncoder,
  structuredClone: (/** @type {unknown} */ value) => deserialize(serialize(value)),
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
  matchMedia: (/** @type {string} */ media) => ({
    media,
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  }),
};
for (const [name, value] of Object.entries(missing))
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
if (!globalThis.crypto?.subtle) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
