import { swc } from './tests/support/swc.mjs';

/** One project. The `source` condition makes @counterpoint/* resolve to TypeScript, so no test waits for a build. */
const project = (/** @type {string} */ name, /** @type {string} */ folder, more = {}) => ({
  displayName: name,
  roots: [`<rootDir>/${folder}`],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: ['/dist/', '/data/'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  moduleNameMapper: {
    '^fast-check$': '<rootDir>/tests/support/fastCheck.mjs',
    '^fast-check-itself$': '<rootDir>/tests/node_modules/fast-check/lib/fast-check.js',
  },
  ...more,
});

/** Files whose tests need a world of their own: a table that the product does not have, a page, a module that nobody has used yet. */
const APART = ['**/*madeUp.test.ts', '**/mermaid.test.ts', '**/commit-statement.test.ts'];

/** A project whose files share one world, so that nothing is loaded twice: see docs/decisions/0034-tests-in-bare-node.md. */
const bare = (/** @type {string} */ name, /** @type {string} */ folder, more = {}) =>
  project(name, folder, {
    runner: '<rootDir>/tests/support/bare.runner.mjs',
    setupFiles: ['<rootDir>/tests/support/bare.setup.mjs'],
    testMatch: ['**/*.test.ts', ...APART.map((file) => `!${file}`)],
    ...more,
  });

const postgres = {
  globalSetup: '<rootDir>/tests/support/postgres.setup.mjs',
  globalTeardown: '<rootDir>/tests/support/postgres.teardown.mjs',
};

const { moduleNameMapper } = project('', '');

export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '800MB',
  testTimeout: 900_000, // ends what hangs, on a machine that is ten times as slow too
  reporters: ['default', '<rootDir>/tests/support/endless.reporter.mjs'],
  projects: [
    bare('shared', 'packages/shared/src'),
    bare('convert', 'packages/convert/src'),
    bare('api', 'apps/api/src', postgres),
    project('apart', 'packages', {
      roots: ['<rootDir>/packages', '<rootDir>/apps/api/src'],
      testMatch: APART,
      ...postgres,
    }),
    project('web', 'apps/web/src', {
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      setupFiles: ['<rootDir>/tests/support/jsdom.setup.mjs'],
      setupFilesAfterEnv: ['<rootDir>/apps/web/testing/words.setup.ts'],
      moduleNameMapper: {
        ...moduleNameMapper,
        '\\.(css|svg|woff2)$': '<rootDir>/tests/support/asset.mjs',
        '^@fontsource': '<rootDir>/tests/support/asset.mjs',
      },
    }),
    bare('system', 'tests', { testMatch: ['**/*.spec.ts'], ...postgres }),
  ],
};
