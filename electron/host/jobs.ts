import { AppError, type ErrorReply } from '../../shared/contract/errors.ts';
import { JobId } from '../../shared/model/ids.ts';
import type { Clock, Emit, Ids, JobKind, JobRun, Jobs, Logger } from '../services/ports.ts';
import { errorReply } from './error-reply.ts';

/** Results are large (typeset pages): each connection keeps its last few of a kind, for a while. */
const MOST_KEPT = 4;
const KEPT_MS = 10 * 60 * 1000;

/** More at once than a person starts; each may take all processors. */
const MOST_RUNNING = 16;

/** Progress events closer together than this are not worth a message. */
const PROGRESS_STEP = 0.01;

type State =
  | { readonly name: 'running' }
  | { readonly name: 'finished'; readonly result: unknown; readonly at: number }
  | { readonly name: 'failed'; readonly error: ErrorReply; readonly at: number };

interface Job {
  readonly kind: string;
  readonly connection: string;
  readonly controller: AbortController;
  state: State;
}

export interface JobRegistry extends Jobs {
  /** `job.cancel`: of any kind, but only of this connection; `E_NOT_FOUND` otherwise. */
  cancel(connection: string, id: JobId): void;
  /** `job.state`: likewise; throws the job's own error when it failed. */
  state(connection: string, id: JobId): 'running' | 'finished';
  /** Cancels and forgets the jobs of a connection that has ended. */
  drop(connection: string): void;
  /** Cancels everything; settles when all work has stopped. */
  close(): Promise<void>;
}

export function createJobs(surroundings: {
  clock: Clock;
  ids: Ids;
  emit: Emit;
  logger: Logger;
}): JobRegistry {
  const { clock, ids, emit } = surroundings;
  // In order of start.
  const jobs = new Map<JobId, Job>();
  const running = new Set<Promise<void>>();

  function find(connection: string, id: JobId): Job {
    const job = jobs.get(id);
    // A foreign job is as good as none: its existence is nobody's business.
    if (job === undefined || job.connection !== connection) {
      throw new AppError('E_NOT_FOUND', 'no such job, or its result is no longer kept', {
        reason: 'job-unknown',
      });
    }
    return job;
  }

  function forgetOld(connection: string, kind: string): void {
    const oldest = clock().getTime() - KEPT_MS;
    const ended: JobId[] = [];
    for (const [id, job] of jobs) {
      if (job.state.name === 'running') continue;
      if (job.state.at <= oldest) jobs.delete(id);
      else if (job.connection === connection && job.kind === kind) ended.push(id);
    }
    for (const id of ended.slice(0, Math.max(0, ended.length - MOST_KEPT))) jobs.delete(id);
  }

  /** Also those that were cancelled and have not stopped yet: they hold their threads and their memory. */
  function refuseTooMany(connection: string): void {
    let count = 0;
    for (const job of jobs.values()) {
      if (job.connection === connection && job.state.name === 'running') count += 1;
    }
    if (count < MOST_RUNNING) return;
    const expected = `fewer than ${MOST_RUNNING}`;
    throw new AppError('E_BUSY', `running jobs: expected ${expected}, found ${count}`, {
      reason: 'too-many-jobs',
      expected,
      found: String(count),
    });
  }

  function progressReporter(id: JobId, connection: string): JobRun['progress'] {
    let lastStage: string | null = null;
    let lastFraction = 0;
    return (fraction, stage) => {
      const clamped = Math.min(1, Math.max(0, fraction));
      if (stage === lastStage && Math.abs(clamped - lastFraction) < PROGRESS_STEP) return;
      lastStage = stage;
      lastFraction = clamped;
      emit({ type: 'job.progress', job: id, fraction: clamped, stage }, connection);
    };
  }

  async function run(id: JobId, job: Job, work: (run: JobRun) => Promise<unknown>): Promise<void> {
    const { connection, kind, controller } = job;
    let error: ErrorReply | null = null;
    try {
      // The caller gets the job's name before the first event about it.
      await new Promise(setImmediate);
      controller.signal.throwIfAborted();
      const progress = progressReporter(id, connection);
      const result = await work({ signal: controller.signal, progress });
      controller.signal.throwIfAborted();
      job.state = { name: 'finished', result, at: clock().getTime() };
    } catch (cause) {
      const stopped = controller.signal.aborted
        ? new AppError('E_CANCELLED', 'the work was cancelled', { reason: 'cancelled' })
        : cause;
      error = errorReply(stopped, kind, surroundings);
      job.state = { name: 'failed', error, at: clock().getTime() };
    }
    forgetOld(connection, kind);
    emit({ type: 'job.finished', job: id, error }, connection);
  }

  function kind<Result>(name: string): JobKind<Result> {
    return {
      start(connection, work) {
        refuseTooMany(connection);
        const id = JobId.parse(ids());
        const job: Job = {
          kind: name,
          connection,
          controller: new AbortController(),
          state: { name: 'running' },
        };
        jobs.set(id, job);
        const ended = run(id, job, work).finally(() => running.delete(ended));
        running.add(ended);
        return id;
      },
      result(connection, id) {
        forgetOld(connection, name);
        const job = find(connection, id);
        if (job.kind !== name) {
          throw new AppError('E_NOT_FOUND', `the job is not a ${name}`, {
            reason: 'job-unknown',
            expected: name,
            found: job.kind,
          });
        }
        switch (job.state.name) {
          case 'running':
            throw new AppError('E_BUSY', 'the job is still running', { reason: 'job-running' });
          case 'failed':
            throw failure(job.state.error);
          case 'finished':
            // Only `start` of this kind puts a result here.
            return job.state.result as Result;
        }
      },
    };
  }

  return {
    kind,
    cancel(connection, id) {
      find(connection, id).controller.abort();
    },
    state(connection, id) {
      const { state } = find(connection, id);
      if (state.name === 'failed') throw failure(state.error);
      return state.name;
    },
    drop(connection) {
      for (const [id, job] of jobs) {
        if (job.connection !== connection) continue;
        job.controller.abort();
        jobs.delete(id);
      }
    },
    async close() {
      for (const job of jobs.values()) job.controller.abort();
      await Promise.all(running);
    },
  };
}

function failure({ code, message, details }: ErrorReply): AppError {
  return new AppError(code, message, details);
}
