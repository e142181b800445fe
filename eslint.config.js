import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.{ts,tsx}', '**/testing/**/*.{ts,tsx}', 'tests/**/*.ts'];

const nodeGlobals =
  'process console URL Buffer fetch performance setTimeout clearTimeout setInterval clearInterval structuredClone'.split(
    ' ',
  );

/* The borders of ARCHITECTURE.md. In flat config a later block replaces an earlier one for the same rule and file: each file is in one of these at most. */
const ban = (regex, message) => ({ regex, message });
const only = (files, patterns, ignores = tests) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const noOtherApp = (app) => ban(`(^@counterpoint/${app}|/${app}/src)`, 'apps never import each other');
const noTests = ban('^@counterpoint/tests', 'only tests import the test support');
const noSocket = ban('^socket\\.io', 'only open/mapConnection.ts opens sockets');
const noDomain = ban('^(\\.\\./|@counterpoint)', 'ui knows no feature and no domain');
const featuresMeetInRoutes = ban(
  '^\\.\\./(?!open/|ui/|i18n/|relation/|api\\.ts$|base\\.ts$)',
  'features meet in routes.tsx',
);
const doorsCallServices = [
  ban('^(typeorm|pg)$', 'doors call a service and know no SQL'),
  ban('^\\.\\./[a-z-]+/(?!.*\\.(service|guard|module)\\.ts$)', 'reach another feature through its service'),
];
const servicesKnowNoDoor = [
  ban('^(socket\\.io|express$|@nestjs/(platform|websockets))', 'services know no socket and no HTTP'),
  ban('\\.(controller|gateway)\\.ts$', 'doors call services, never the reverse'),
];
const borders = [
  only(
    ['packages/shared/src/**/*.ts'],
    [
      ban(
        '^(?!\\.|zod$|fractional-indexing$|node-diff3$|yaml$)',
        'shared imports pure libraries only: see ARCHITECTURE.md',
      ),
    ],
  ),
  only(
    ['packages/convert/src/**/*.ts'],
    [
      ban(
        '(^@counterpoint/(?!shared)|/apps/|^@nestjs|^typeorm$|^pg$|^socket\\.io)',
        'convert turns maps into files and back; it knows no server',
      ),
    ],
  ),
  only(['apps/api/src/**/*.{controller,gateway}.ts'], [...doorsCallServices, noOtherApp('web'), noTests]),
  only(['apps/api/src/**/*.service.ts'], [...servicesKnowNoDoor, noOtherApp('web'), noTests]),
  only(
    ['apps/api/src/**/*.ts'],
    [noOtherApp('web'), noTests],
    [...tests, '**/*.{controller,gateway,service}.ts'],
  ),
  only(
    ['apps/web/src/*/**/*.{ts,tsx}'],
    [featuresMeetInRoutes, noSocket, noOtherApp('api'), noTests],
    [...tests, 'apps/web/src/ui/**', 'apps/web/src/open/mapConnection.ts', 'apps/web/src/open/commands/**'],
  ),
  only(
    ['apps/web/src/open/commands/*.ts'],
    [
      ban('^\\.\\./\\.\\./(?!i18n/|ui/|base\\.ts$)', 'commands act on the open map'),
      noSocket,
      noOtherApp('api'),
      noTests,
    ],
  ),
  only(
    ['apps/web/src/open/mapConnection.ts'],
    [featuresMeetInRoutes, noOtherApp('api'), noTests, ban('^react', 'the connection knows no screen')],
  ),
  only(['apps/web/src/ui/**/*.{ts,tsx}'], [noDomain, noSocket]),
  only(['apps/web/src/*.{ts,tsx}'], [noSocket, noOtherApp('api'), noTests]),
  only(
    ['tests/**/*.ts'],
    [
      ban(
        '(^@counterpoint/(api|web)|apps/(api|web)/src)',
        'system tests use the running apps, not their insides',
      ),
    ],
    [],
  ),
  only(
    ['migrations/**/*.ts'],
    [
      ban(
        '^(?!\\.|typeorm$|pg$|reflect-metadata$|node:)',
        'a migration is frozen: it imports nothing that changes',
      ),
    ],
    [...tests, 'migrations/src/backup/**'],
  ),
  only(
    ['migrations/src/backup/**/*.ts'],
    [ban('(^@counterpoint|^@nestjs|/apps/)', 'a backup knows the tables, not what they mean')],
  ),
  {
    files: ['packages/shared/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'pass the time in' },
        { object: 'Math', property: 'random', message: 'pass ids and seeds in' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'pass the time in' },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='crypto'][property.name=/^(randomUUID|subtle)$/]",
          message: 'is missing where the page came over plain http; ids are made by newId',
        },
      ],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: [...tests, '**/config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config.ts alone reads the environment' },
      ],
    },
  },
];

/* The program that a file is typed by. Of other packages it reads what was built of them, as their users do, so `tsc -b` comes first:
 * a project service reads and types their sources, anew for each of ten programs. */
const typedBy = (tsconfig, ...files) => ({
  files,
  languageOptions: { parserOptions: { project: tsconfig, tsconfigRootDir: import.meta.dirname } },
});
const programs = [
  ...['migrations', 'tests'].map((folder) => typedBy(`${folder}/tsconfig.json`, `${folder}/**/*.ts`)),
  ...['packages/shared', 'packages/convert', 'apps/api', 'apps/web'].flatMap((folder) => [
    typedBy(`${folder}/tsconfig.json`, `${folder}/src/**/*.{ts,tsx}`),
    typedBy(
      `${folder}/tsconfig.test.json`,
      `${folder}/src/**/*.test.{ts,tsx}`,
      `${folder}/testing/**/*.{ts,tsx}`,
      `${folder}/vite.config.ts`,
    ),
  ]),
];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'data/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      'max-lines': ['error', 400],
      'max-params': ['error', 5],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Code points are what we mean when we spread a string: offsets in texts are counted in them.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
    },
  },
  programs,
  { files: ['**/*.ts'], ignores: tests, rules: { 'max-lines-per-function': ['error', 60] } },
  { files: ['**/*.tsx'], ignores: tests, rules: { 'max-lines-per-function': ['error', 100] } },
  {
    // Nest finds what to inject in the types of constructor parameters: an import that became `import type` breaks it at run time.
    files: ['apps/api/src/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  { files: ['apps/web/src/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: tests,
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['process.cpuUsage', 'process.hrtime', 'performance.now'].map((clock) => ({
          selector: `MemberExpression[object.name='${clock.split('.')[0]}'][property.name='${clock.split('.')[1]}']`,
          message: 'a test owns its clock; what work costs is measured in tests/bench',
        })),
      ],
    },
  },
  { files: ['migrations/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
    rules: { 'max-lines': ['error', 400], 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    files: ['apps/web/public/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        ['document', 'localStorage', 'matchMedia', 'navigator'].map((name) => [name, 'readonly']),
      ),
    },
  },
  borders,
);
