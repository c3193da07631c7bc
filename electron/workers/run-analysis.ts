import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/contract/errors.ts';
import type { Analysis, AnalysisKind, AnalysisResults } from './analysis.ts';
import { errorOf, type Failure } from './failure.ts';
import { workerFile } from './worker-file.ts';

/** What `analysis.worker.ts` gets and says. */
export interface AnalysisTask {
  readonly analysis: Analysis;
  readonly workers: number;
  /** Of the workers that it starts: in the built program its own place says nothing about theirs. */
  readonly blocksFile: string;
}

export type AnalysisReply =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'result'; readonly result: unknown }
  | Failure;

export interface AnalysisRun {
  readonly signal: AbortSignal;
  /** @param fraction 0..1 */
  readonly onProgress: (fraction: number) => void;
  /** Most workers at a time; no result depends on it. */
  readonly workers: number;
}

/**
 * Carries out an analysis in threads of its own; this one only waits.
 *
 * @throws AppError `E_CANCELLED` when the signal is aborted; what the engine refuses; `E_INTERNAL` when a worker is lost.
 */
export async function runAnalysis<Kind extends AnalysisKind>(
  analysis: Extract<Analysis, { kind: Kind }>,
  { signal, onProgress, workers }: AnalysisRun,
): Promise<AnalysisResults[Kind]> {
  const cancelled = () => new AppError('E_CANCELLED', 'the analysis was cancelled');
  if (signal.aborted) throw cancelled();
  const task: AnalysisTask = { analysis, workers, blocksFile: workerFile('blocks').href };
  const worker = new Worker(workerFile('analysis'), { workerData: task });
  let onAbort = () => {};
  try {
    return await new Promise((resolve, reject) => {
      onAbort = () => reject(cancelled());
      signal.addEventListener('abort', onAbort, { once: true });
      worker.on('error', (cause) =>
        reject(new AppError('E_INTERNAL', 'a worker was lost', {}, { cause })),
      );
      worker.on('exit', () => reject(new AppError('E_INTERNAL', 'a worker ended')));
      worker.on('message', (reply: AnalysisReply) => {
        if (reply.kind === 'progress') onProgress(reply.fraction);
        // The worker was given an analysis of this kind.
        else if (reply.kind === 'result') resolve(reply.result as AnalysisResults[Kind]);
        else reject(errorOf(reply));
      });
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Takes the workers that it has started along.
    await worker.terminate();
  }
}
