import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/contract/errors.ts';
import type { Analysis } from './analysis.ts';
import { errorOf, type Failure } from './failure.ts';

/** A part as `runBlock` of the engine gives it, or why there is none. */
export type BlockReply =
  | { readonly kind: 'block'; readonly block: number; readonly part: unknown }
  | Failure;

export interface BlockRun {
  readonly analysis: Analysis;
  /** The first block to be made, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Most workers at a time; no result depends on it. */
  readonly workers: number;
  /** Where the code of the workers lies. */
  readonly file: URL;
  /** Gets the parts in the order of their blocks, whichever worker was first. */
  readonly onBlock: (part: unknown, block: number) => void;
}

/** Sent ahead to each worker, so that it never waits for the next number. */
const AHEAD = 2;

/**
 * Lets workers make blocks of an analysis.
 *
 * @throws AppError what the engine refuses; `E_INTERNAL` when a worker is lost.
 */
export async function runBlocks(run: BlockRun): Promise<void> {
  const { analysis, from, to, workers, file, onBlock } = run;
  if (from >= to) return;
  const pool = Array.from(
    { length: Math.max(1, Math.min(workers, to - from)) },
    () => new Worker(file, { workerData: analysis }),
  );
  const waiting = new Map<number, unknown>();
  let sent = from;
  let delivered = from;

  const sendNext = (worker: Worker) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    if (sent < to) worker.postMessage(sent++);
  };
  const deliver = () => {
    while (waiting.has(delivered)) {
      onBlock(waiting.get(delivered), delivered);
      waiting.delete(delivered);
      delivered++;
    }
  };

  try {
    await new Promise<void>((resolve, reject) => {
      for (const worker of pool) {
        worker.on('error', (cause) =>
          reject(new AppError('E_INTERNAL', 'a worker was lost', {}, { cause })),
        );
        worker.on('exit', () => reject(new AppError('E_INTERNAL', 'a worker ended')));
        worker.on('message', (reply: BlockReply) => {
          if (reply.kind !== 'block') return reject(errorOf(reply));
          waiting.set(reply.block, reply.part);
          sendNext(worker);
          deliver();
          if (delivered === to) resolve();
        });
        for (let ahead = 0; ahead < AHEAD; ahead++) sendNext(worker);
      }
    });
  } finally {
    await Promise.all(pool.map((worker) => worker.terminate()));
  }
}
