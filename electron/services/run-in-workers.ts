import { availableParallelism } from 'node:os';
import type { Analysis, AnalysisKind, AnalysisResults } from '../workers/analysis.ts';
import { runAnalysis } from '../workers/run-analysis.ts';
import type { JobRun } from './ports.ts';

/** More threads than this bring no more: the parts are put together by one. */
const MOST_WORKERS = 8;

/** Key of the name of what is being worked off, in the interface's texts. */
const STAGES = {
  uncertainty: 'draws',
  draw: 'draws',
  sensitivity: 'samples',
  removeOne: 'nodes',
  tornado: 'nodes',
  multiverse: 'methods',
  attainableRanks: 'ranks',
  paired: 'draws',
  goalSeek: 'indicators',
} as const satisfies Record<AnalysisKind, string>;

/**
 * An analysis on all processors, none of it in this thread. The same analysis gives the same bytes on any machine.
 *
 * @throws AppError what the engine refuses; `E_CANCELLED`
 */
export function runInWorkers<Kind extends AnalysisKind>(
  analysis: Extract<Analysis, { kind: Kind }>,
  { signal, progress }: JobRun,
): Promise<AnalysisResults[Kind]> {
  return runAnalysis<Kind>(analysis, {
    signal,
    onProgress: (fraction) => progress(fraction, STAGES[analysis.kind]),
    workers: Math.min(availableParallelism(), MOST_WORKERS),
  });
}

/** For work that nobody watches or stops. */
export function unwatched(): JobRun {
  return { signal: new AbortController().signal, progress: () => {} };
}
