import { AppError } from '../../shared/contract/errors.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { JobId } from '../../shared/model/ids.ts';
import { onReconnected } from './connection-store.ts';
import { callHost, onHostEvent } from './host-connection.ts';

export interface JobProgress {
  /** 0..1 */
  readonly fraction: number;
  /** Key of the stage's name. */
  readonly stage: string;
}

interface RunJobOptions {
  readonly onProgress?: (progress: JobProgress) => void;
  /** Cancels the job; the promise then rejects with `E_CANCELLED`. */
  readonly signal?: AbortSignal;
}

/**
 * Starts long work and follows it to its end, also over a lost connection. Resolves with the job's id, by which its
 * result is read.
 *
 * @throws AppError why it was refused or failed; `E_CANCELLED` when it was stopped; `E_NOT_FOUND`, reason `job-lost`, when
 *   the host ended it because the page was away for too long.
 */
export async function runJob(
  start: () => Promise<{ job: JobId }>,
  { onProgress, signal }: RunJobOptions = {},
): Promise<JobId> {
  // A short job may finish before the reply that names it: until then every event is kept.
  const early: AppEvent[] = [];
  let handle = (event: AppEvent) => {
    early.push(event);
  };
  const unsubscribe = onHostEvent((event) => handle(event));
  let unfollow = () => {};
  try {
    const { job } = await start();
    await new Promise<void>((resolve, reject) => {
      handle = (event) => {
        if (!('job' in event) || event.job !== job) return;
        if (event.type === 'job.progress') {
          onProgress?.({ fraction: event.fraction, stage: event.stage });
        } else if (event.error === null) {
          resolve();
        } else {
          const { code, message, details } = event.error;
          reject(new AppError(code, message, details));
        }
      };
      for (const event of early) handle(event);
      // Its end may have been told while nobody could hear it.
      unfollow = onReconnected(() => {
        endedMeanwhile(job).then((ended) => {
          if (ended) resolve();
        }, reject);
      });
      const cancel = () => {
        // Refused when it has ended in the meantime; then its own event decides.
        callHost('job.cancel', { job }).catch(() => undefined);
      };
      if (signal?.aborted === true) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
    });
    return job;
  } finally {
    unsubscribe();
    unfollow();
  }
}

/** Whether the job has come to its end. @throws AppError why it failed, or that the host knows it no more. */
async function endedMeanwhile(job: JobId): Promise<boolean> {
  try {
    const { state } = await callHost('job.state', { job });
    return state === 'finished';
  } catch (error) {
    const reason = error instanceof AppError ? error.details.reason : undefined;
    // It is asked again at the next connection.
    if (reason === 'connection-lost') return false;
    if (reason !== 'job-unknown') throw error;
    throw new AppError('E_NOT_FOUND', 'the host ended the job while the connection was lost', {
      reason: 'job-lost',
    });
  }
}
