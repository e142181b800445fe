// How far the files are that this process reads and writes at the moment; each known only to who asked for it.
import { Injectable } from '@nestjs/common';
import type { Progress } from '@counterpoint/convert';
import type { Id, JobProgress } from '@counterpoint/shared';

/** What a request goes along with. */
export interface Watch {
  /** Aborts when the caller is gone. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

@Injectable()
export class JobsService {
  private readonly jobs = new Map<Id, JobProgress & { readonly owner: string }>();

  /** Does the work under the id that the caller made up for it, if any. */
  async watching<T>(
    job: Id | undefined,
    owner: string,
    work: (progress: Progress) => Promise<T>,
  ): Promise<T> {
    if (job === undefined || this.jobs.has(job)) return work(() => undefined);
    const progress: Progress = (done, stage) => void this.jobs.set(job, { owner, done, stage });
    progress(0, 'wait');
    try {
      return await work(progress);
    } finally {
      this.jobs.delete(job);
    }
  }

  of(job: Id, owner: string): JobProgress | undefined {
    const known = this.jobs.get(job);
    return known?.owner === owner ? { done: known.done, stage: known.stage } : undefined;
  }
}
