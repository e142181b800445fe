// What bare.runner.mjs knows of jest-light-runner, which comes without types.
declare module 'jest-light-runner/child-process' {
  import type { ChildProcess } from 'node:child_process';

  export interface Test {
    readonly path: string;
    readonly context: { readonly config: { readonly testTimeout: number } };
  }
  export default class LightRunner {
    /** `testTimeout` in ms where a command line asks for one. */
    readonly _globalConfig: { readonly testTimeout?: number };
    readonly _runtime: string;
    /** By project; without `threads` where its files run in the process of Jest. */
    readonly _testRunners: ReadonlyMap<
      object,
      { readonly pool: { readonly threads?: readonly { readonly process: ChildProcess }[] } }
    >;
    _runTest(test: Test): Promise<object>;
  }
}
