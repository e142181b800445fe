// jest-light-runner tells all its workers what they need when the first of them asks. One that has not begun to listen misses
// it, asks in vain, and its file never ends: on a busy machine it came to that. Here each is answered by itself. It asks no test for
// its time either; bare.setup.mjs does, which is told the time here.
import LightRunner from 'jest-light-runner/child-process';

export default class BareRunner extends LightRunner {
  /** @type {WeakSet<import('node:child_process').ChildProcess>} */
  known = new WeakSet();

  /**
   * @override
   * @param {import('jest-light-runner/child-process').Test} test
   */
  _runTest(test) {
    process.env.TEST_TIMEOUT = String(this._globalConfig.testTimeout ?? test.context.config.testTimeout);
    const result = super._runTest(test);
    const projectConfig = test.context.config;
    const workerData = { globalConfig: this._globalConfig, projectConfig, runtime: this._runtime };
    for (const { process: worker } of this._testRunners.get(projectConfig)?.pool.threads ?? []) {
      if (this.known.has(worker)) continue;
      this.known.add(worker);
      worker.on('message', (message) => {
        if (message !== 'jest-light-runner-get-worker-data') return;
        worker.send({ type: 'jest-light-runner-worker-data', workerData });
      });
    }
    return result;
  }
}
