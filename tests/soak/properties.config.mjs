// How Jest runs property tests on many seeds in one go: as always, but with everySeed.mjs for fast-check.
import { fileURLToPath } from 'node:url';
import usual from '../../jest.config.mjs';

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

export default {
  ...usual,
  rootDir: here('../..'),
  testTimeout: usual.testTimeout * Number(process.env.SEEDS),
  projects: usual.projects.map((project) => ({
    ...project,
    rootDir: here('../..'),
    moduleNameMapper: {
      ...project.moduleNameMapper,
      '^fast-check$': here('everySeed.mjs'),
      '^fast-check-itself$': fileURLToPath(import.meta.resolve('fast-check')),
    },
  })),
};
