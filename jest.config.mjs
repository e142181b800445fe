const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    experimental: { keepImportAttributes: true }, // Jest asks for `with { type: 'json' }`
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const FAST_CHECK = '<rootDir>/tests/support/fast-check.setup.mjs';

/** One project. The `source` condition makes @counterpoint/* resolve to TypeScript, so no test waits for a build. */
const project = (/** @type {string} */ name, /** @type {string} */ folder, more = {}) => ({
  displayName: name,
  roots: [`<rootDir>/${folder}`],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: ['/dist/', '/data/'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironment: 'node',
  setupFilesAfterEnv: [FAST_CHECK],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  ...more,
});

const postgres = {
  globalSetup: '<rootDir>/tests/support/postgres.setup.mjs',
  globalTeardown: '<rootDir>/tests/support/postgres.teardown.mjs',
};

export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '800MB',
  testTimeout: 900_000, // ends what hangs, on a machine that is ten times as slow too
  projects: [
    project('shared', 'packages/shared/src'),
    project('convert', 'packages/convert/src'),
    project('api', 'apps/api/src', postgres),
    project('web', 'apps/web/src', {
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['source', 'browser'] },
      setupFiles: ['<rootDir>/tests/support/jsdom.setup.mjs'],
      setupFilesAfterEnv: [FAST_CHECK, '<rootDir>/apps/web/testing/words.setup.ts'],
      moduleNameMapper: {
        '\\.(css|svg|woff2)$': '<rootDir>/tests/support/asset.mjs',
        '^@fontsource': '<rootDir>/tests/support/asset.mjs',
      },
    }),
    project('system', 'tests', { testMatch: ['**/*.spec.ts'], ...postgres }),
  ],
};
