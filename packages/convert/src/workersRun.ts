// One piece of work in one thread: what it tells, how long it may take, and how it ends.
import { refuse, type ReadText, type Refused, type Result } from '@counterpoint/shared';
import type { Worker } from 'node:worker_threads';
import type { Clock } from './clock.ts';
import type { Written } from './convert.ts';
import type { Progress } from './paper.ts';
import type { FileRead, FromWorker, ToWorker } from './worker.ts';

/** What goes along with a piece of work. */
export interface Watched {
  /** Takes the work back: it ends at once, wherever it is. */
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress | undefined;
}

/** What comes of a piece of work; what is read file by file was handed over before. */
export type Done = Written | ReadText | undefined;

export interface Job extends Watched {
  readonly message: Exclude<ToWorker, { do: 'go-on' }>;
  readonly onFile?: ((file: FileRead) => Promise<void>) | undefined;
  readonly settle: (result: Result<Done>) => void;
  readonly fail: (bug: unknown) => void;
}

/** What a thread may hold outside its heap, in MB: buffers are not counted by the limit that it is started with. */
const ROOM_MB = 512;
/** How often that is looked at, in ms: the fastest of bombs fills some 500 MB a second. */
const LOOKS = 100;
const MB = 1024 * 1024;

export class Run {
  private since = 0;
  private left: number;
  private callOff = (): void => undefined;
  private over = false;
  private readonly looking: NodeJS.Timeout;

  constructor(
    private readonly worker: Worker,
    private readonly job: Job,
    /** What it may take of the thread: ms, and MB of heap. */
    { timeMs, memoryMb }: { readonly timeMs: number; readonly memoryMb: number },
    private readonly clock: Clock,
    /** Gets the thread back when it can go on working. */
    private readonly release: (worker: Worker | undefined) => void,
  ) {
    this.left = timeMs;
    const most = process.memoryUsage.rss() + (memoryMb + ROOM_MB) * MB;
    this.looking = setInterval(() => process.memoryUsage.rss() > most && this.end(TOO_MUCH), LOOKS).unref();
    worker.on('message', this.onMessage).once('error', this.onError).once('exit', this.onExit);
    job.signal?.addEventListener('abort', this.onAbort, { once: true });
    this.start();
    worker.postMessage(job.message);
  }

  /** Gives up the work, and the thread with it. */
  end(result: Refused): void {
    this.finish(undefined, () => this.job.settle(result));
    void this.worker.terminate();
  }

  private readonly onMessage = (message: FromWorker): void => {
    if (message.tells === 'progress') this.job.progress?.(message.done, message.stage);
    else if (message.tells === 'file') void this.handOver(message.file);
    else if (message.tells === 'bug') this.finish(this.worker, () => this.job.fail(new Error(message.stack)));
    else this.finish(this.worker, () => this.job.settle(message.result));
  };

  /** The clock stands still while the file is with whoever asked. */
  private async handOver(file: FileRead): Promise<void> {
    this.stop();
    try {
      await this.job.onFile?.(file);
    } catch (bug) {
      this.finish(undefined, () => this.job.fail(bug));
      void this.worker.terminate();
      return;
    }
    if (this.over) return;
    this.start();
    this.worker.postMessage({ do: 'go-on' } satisfies ToWorker);
  }

  private start(): void {
    this.since = this.clock.now();
    this.callOff = this.clock.after(this.left, () => this.end(TOO_LONG));
  }

  private stop(): void {
    this.callOff();
    this.left -= this.clock.now() - this.since;
  }

  private readonly onAbort = (): void => this.end(CANCELLED);

  private readonly onError = (error: Error & { code?: string }): void => {
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.finish(undefined, () => (isMemory ? this.job.settle(TOO_MUCH) : this.job.fail(error)));
  };

  private readonly onExit = (code: number): void =>
    this.finish(undefined, () => this.job.fail(new Error(`the thread ended by itself with code ${code}`)));

  private finish(worker: Worker | undefined, settle: () => void): void {
    if (this.over) return;
    this.over = true;
    this.callOff();
    clearInterval(this.looking);
    this.worker.off('message', this.onMessage).off('error', this.onError).off('exit', this.onExit);
    this.job.signal?.removeEventListener('abort', this.onAbort);
    settle();
    this.release(worker);
  }
}

const busy = (message: string): Refused => {
  const { refusal } = refuse('busy', message);
  return { ok: false, refusal: { ...refusal, retryAfterMs: 2_000 } };
};
export const FULL = busy('Too many files are being read and written at the moment.');
export const CLOSED = busy('The server is ending.');
export const CANCELLED = busy('The work was taken back.');
const TOO_LONG = refuse('too-large', 'That took too long, and was given up.');
const TOO_MUCH = refuse('too-large', 'That took too much memory, and was given up.');
