import type { Id } from '@counterpoint/shared';
import { createHash } from 'node:crypto';

/** The last moment that a UUIDv7 can name, in ms since 1970. */
const LAST = 2 ** 48 - 1;

/**
 * UUIDv7 (RFC 9562, 5.7) in ascending order, for things that a file gives no id. The same seed and time give the same
 * ids, so that the same file becomes the same map. Their ends look random, as those of any UUIDv7: tables hash them.
 */
export function idsFrom(seed: Uint8Array | string, at: number): () => Id {
  const hash = createHash('sha256').update(seed).digest();
  const own = hash.toString('hex', 0, 2).slice(0, 3);
  const mask = hash.readUInt32BE(4);
  const time = hex(Math.min(Math.max(0, Math.floor(at)), LAST), 12);
  let made = 0;
  return () => {
    // 12 bits of the counter before the variant, 18 after it: method 1 of RFC 9562, 6.2.
    const count = made++;
    const low = count % 2 ** 18;
    const end = hex(low & 15, 1) + own + hex(scattered(count) ^ mask, 8);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(Math.floor(count / 2 ** 18) % 2 ** 12, 3)}-${hex(0x8000 | (low >> 4), 4)}-${end}`;
  };
}

const hex = (value: number, digits: number): string =>
  (value < 0 ? value >>> 0 : value).toString(16).padStart(digits, '0');

/** A permutation of 32 bits (the finalizer of MurmurHash3). */
function scattered(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
