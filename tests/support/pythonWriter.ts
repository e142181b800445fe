// The Python process of writer.py: what it is told, and what it tells.
import type { Id, RefusalCode } from '@counterpoint/shared';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Dump } from './dump.ts';
import { findPython } from './find-python.mjs';

const script = fileURLToPath(new URL('writer.py', import.meta.url));

export interface State {
  /** Commands taken so far. */
  readonly heard: number;
  readonly participant: Id;
  readonly cookie: string;
  /** Edits that it was told to make and has not made yet. */
  readonly due: number;
  readonly made: number;
  readonly version: number | null;
  readonly pending: number;
}

/** What it holds in the end. */
export interface Result {
  readonly dump: Dump;
  /** Ids of its edits. */
  readonly made: readonly Id[];
  readonly refused: readonly { readonly id: Id; readonly code: RefusalCode; readonly message: string }[];
}

export class PythonWriter {
  state: State | undefined;
  result: Result | undefined;
  readonly process: ChildProcess;
  private told = 0;
  private errors = '';
  private readonly ended: Promise<unknown[]>;
  private readonly waiting = new Set<() => void>();

  constructor(base: string, code: string, name: string, seed: number) {
    this.process = spawn(findPython(), [script, base, code, name, String(seed)], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' },
    });
    this.ended = once(this.process, 'close');
    this.process.stdin?.on('error', () => undefined); // it ended before it was told something; `until` says so
    this.process.stderr?.on('data', (bytes: Buffer) => (this.errors += bytes.toString()));
    createInterface({ input: this.process.stdout! }).on('line', (line) => {
      const said = JSON.parse(line) as State | Result;
      if ('dump' in said) this.result = said;
      else this.state = said;
      this.waiting.forEach((check) => check());
    });
  }

  tell(command: { write: number } | { say: string } | { end: number }): void {
    this.told += 1;
    this.process.stdin?.write(`${JSON.stringify(command)}\n`);
  }

  /** Resolves with its state when it has taken all commands and `isSo` holds; rejects when the process ends before. */
  until(isSo: (state: State) => boolean): Promise<State> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (this.state?.heard !== this.told || !isSo(this.state)) return;
        this.waiting.delete(check);
        resolve(this.state);
      };
      this.waiting.add(check);
      void this.ended.then(() => reject(new Error(`Python ended: ${this.errors}`)));
      check();
    });
  }

  /** Lets it come to an end at this version or later. */
  async end(version: number): Promise<Result> {
    this.tell({ end: version });
    const [code] = await this.ended;
    if (code !== 0 || !this.result) throw new Error(`Python ended with ${String(code)}: ${this.errors}`);
    return this.result;
  }

  /** For a test that failed before. */
  async stop(): Promise<void> {
    this.process.stdin?.end();
    this.process.kill();
    await this.ended;
  }
}
