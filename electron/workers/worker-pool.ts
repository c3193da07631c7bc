import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/contract/errors.ts';
import type { BlockReply, BlockResults, BlockWork } from './block-messages.ts';
import { workerFile } from './worker-file.ts';

export interface BlockRun<Kind extends BlockWork['kind']> {
  readonly work: Extract<BlockWork, { kind: Kind }>;
  readonly blockCount: number;
  /** Most workers at a time; no result depends on it. */
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Gets the blocks in the order of their numbers, whichever worker was first. */
  readonly onBlock: (result: BlockResults[Kind], block: number) => void;
}

/** Sent ahead to each worker, so that it never waits for the next number. */
const AHEAD = 2;

/**
 * Lets workers make all blocks of a piece of work.
 *
 * @throws AppError `E_CANCELLED` when the signal is aborted; what the engine refuses; `E_INTERNAL` when a worker is lost.
 */
export async function runBlocks<Kind extends BlockWork['kind']>({
  work,
  blockCount,
  workers,
  signal,
  onBlock,
}: BlockRun<Kind>): Promise<void> {
  const pool = Array.from(
    { length: Math.max(1, Math.min(workers, blockCount)) },
    () => new Worker(workerFile('blocks'), { workerData: work }),
  );
  const waiting = new Map<number, BlockResults[Kind]>();
  let sent = 0;
  let delivered = 0;

  const sendNext = (worker: Worker) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    if (sent < blockCount) worker.postMessage(sent++);
  };
  const deliver = () => {
    for (;;) {
      const next = waiting.get(delivered);
      if (next === undefined) return;
      waiting.delete(delivered);
      onBlock(next, delivered);
      delivered++;
    }
  };

  let onAbort = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      onAbort = () => reject(new AppError('E_CANCELLED', 'the work was cancelled'));
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      for (const worker of pool) {
        worker.on('error', (cause) =>
          reject(new AppError('E_INTERNAL', 'a worker was lost', {}, { cause })),
        );
        worker.on('exit', () => reject(new AppError('E_INTERNAL', 'a worker ended')));
        worker.on('message', (reply: BlockReply) => {
          switch (reply.kind) {
            case 'refused':
              return reject(
                new AppError(reply.error.code, reply.error.message, reply.error.details),
              );
            case 'failed':
              return reject(new AppError('E_INTERNAL', reply.message));
            case 'block':
              // The worker was given work of this kind.
              waiting.set(reply.block, reply.result as BlockResults[Kind]);
              sendNext(worker);
              deliver();
              if (delivered === blockCount) resolve();
          }
        });
        for (let ahead = 0; ahead < AHEAD; ahead++) sendNext(worker);
      }
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
    await Promise.all(pool.map((worker) => worker.terminate()));
  }
}
