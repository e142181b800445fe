// The threads that files are read and written in: a few at once, the rest wait in line.
import { ok, type MapContent, type ReadText, type Result } from '@counterpoint/shared';
import { Worker } from 'node:worker_threads';
import { realClock, type Clock } from './clock.ts';
import type { Asked, Written } from './convert.ts';
import type { FileRead, ReadAsked } from './worker.ts';
import { CANCELLED, CLOSED, FULL, Run, type Done, type Job, type Watched } from './workersRun.ts';

export interface WorkerLimits {
  /** Threads at once. */
  readonly most: number;
  /** Pieces of work that may wait; beyond, they are refused as `busy`. */
  readonly waiting: number;
  /** Heap of one thread, in MB. V8 gives a thread up between the steps of a script; in the middle of one it ends the whole process.
   *  So the longest step has to fit: JSON.parse, which makes of the largest file up to 22 times its size, some 450 MB. */
  readonly memoryMb: number;
  /** Longest time that one piece of work may take of a thread, in ms; waiting in line does not count. */
  readonly timeMs: number;
}

const LIMITS: WorkerLimits = { most: 2, waiting: 100, memoryMb: 1_024, timeMs: 60_000 };
/** An unused thread ends after this many ms: starting one takes some 300. */
const IDLE = 30_000;

export class Workers {
  private readonly limits: WorkerLimits;
  private readonly idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout }[] = [];
  private readonly running = new Set<Run>();
  /** All that have not ended yet. */
  private readonly threads = new Set<Worker>();
  private queue: Job[] = [];

  constructor(
    limits: Partial<WorkerLimits> = {},
    private readonly clock: Clock = realClock,
  ) {
    this.limits = { ...LIMITS, ...limits };
  }

  /** See `write` in convert.ts. Also refused: `too-large` when it took too much time or memory, `busy` when too
   *  many wait or the work was taken back. */
  async write(content: MapContent, asked: Asked, watched: Watched = {}): Promise<Result<Written>> {
    const done = await this.ask({ do: 'write', content, asked }, watched);
    if (!done.ok) return done;
    if (!done.value || !('bytes' in done.value)) throw new Error('a file was asked for and none came');
    return ok(done.value);
  }

  /** Hands over file after file; the next is read once the last was taken. Refused as `write` is, or as the archive is. */
  async read(
    bytes: Uint8Array,
    asked: ReadAsked,
    { onFile, ...watched }: Watched & { readonly onFile: (file: FileRead) => Promise<void> },
  ): Promise<Result<undefined>> {
    const done = await this.ask({ do: 'read', bytes, asked }, watched, onFile);
    return done.ok ? ok(undefined) : done;
  }

  /** The text of a file, or of what was pasted; see `readText` in text.ts, and `write`. */
  async readText(from: Uint8Array | string, name: string, watched: Watched = {}): Promise<Result<ReadText>> {
    const done = await this.ask({ do: 'read-text', from, name }, watched);
    if (!done.ok) return done;
    if (!done.value || !('text' in done.value)) throw new Error('a text was asked for and none came');
    return ok(done.value);
  }

  /** Ends every thread; what they worked on is refused. */
  async close(): Promise<void> {
    for (const job of this.queue.splice(0)) job.settle(CLOSED);
    for (const run of this.running) run.end(CLOSED);
    for (const { timer } of this.idle.splice(0)) clearTimeout(timer);
    await Promise.all([...this.threads].map((worker) => worker.terminate()));
  }

  private ask(message: Job['message'], watched: Watched, onFile?: Job['onFile']): Promise<Result<Done>> {
    const { signal, progress } = watched;
    if (signal?.aborted) return Promise.resolve(CANCELLED);
    if (this.queue.length >= this.limits.waiting) return Promise.resolve(FULL);
    return new Promise((settle, fail) => {
      const job: Job = { message, signal, progress, onFile, settle, fail };
      this.queue.push(job);
      progress?.(0, 'wait');
      signal?.addEventListener('abort', () => this.cancel(job), { once: true });
      this.next();
    });
  }

  private cancel(job: Job): void {
    this.queue = this.queue.filter((other) => other !== job);
    job.settle(CANCELLED);
  }

  private next(): void {
    while (this.running.size < this.limits.most) {
      const job = this.queue.shift();
      if (!job) return;
      const run = new Run(this.thread(), job, this.limits, this.clock, (worker) => {
        this.running.delete(run);
        if (worker) this.keep(worker);
        this.next();
      });
      this.running.add(run);
    }
  }

  private thread(): Worker {
    const kept = this.idle.pop();
    if (!kept) {
      const worker = startThread(this.limits);
      this.threads.add(worker);
      return worker.once('exit', () => {
        this.threads.delete(worker);
        this.drop(worker);
      });
    }
    clearTimeout(kept.timer);
    kept.worker.ref();
    return kept.worker;
  }

  private keep(worker: Worker): void {
    worker.unref();
    this.idle.push({ worker, timer: setTimeout(() => this.drop(worker), IDLE).unref() });
  }

  private drop(worker: Worker): void {
    const at = this.idle.findIndex((one) => one.worker === worker);
    for (const { timer } of at < 0 ? [] : this.idle.splice(at, 1)) clearTimeout(timer);
    void worker.terminate();
  }
}

function startThread({ memoryMb }: WorkerLimits): Worker {
  // The server runs what was built, tests run the sources.
  const isBuilt = import.meta.url.endsWith('.js');
  const file = new URL(isBuilt ? './worker.js' : '../testing/sourceWorker.mjs', import.meta.url);
  const worker = new Worker(file, {
    execArgv: isBuilt ? [] : ['--conditions=source'],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // What it says when nobody works with it, or after it was given up, must not end the server.
  return worker.on('error', () => undefined);
}
