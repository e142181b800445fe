import { afterAll, beforeAll } from '@jest/globals';
import v8 from 'node:v8';

/**
 * For tests of hostile files: patterns are compiled as they are in a process that has compiled many, where V8 no longer
 * optimizes them. Then a pattern that runs over millions of signs comes to the end of its stack.
 */
export function withPlainPatterns(): void {
  beforeAll(() => v8.setFlagsFromString('--no-regexp-optimization'));
  afterAll(() => v8.setFlagsFromString('--regexp-optimization'));
}
