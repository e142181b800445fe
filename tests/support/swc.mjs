// How tests read TypeScript: types are taken off, decorators keep what Nest and TypeORM look for.

/** @type {import('@swc/core').Options} */
export const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    experimental: { keepImportAttributes: true }, // Jest asks for `with { type: 'json' }`
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
