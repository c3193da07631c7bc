import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/contract/errors.ts';
import { createSensitivityAnalysis } from '../engine/sensitivity/sensitivity-analysis.ts';
import { createSimulation } from '../engine/uncertainty/simulation.ts';
import type { BlockReply, BlockResults, BlockWork } from './block-messages.ts';

/** Works off the blocks whose numbers it is sent. */

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker');

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
const say = (reply: BlockReply) => port.postMessage(reply);

function open(work: BlockWork): (block: number) => BlockResults[BlockWork['kind']] {
  switch (work.kind) {
    case 'uncertainty':
      return createSimulation(work.setup).countBlock;
    case 'sensitivity':
      return createSensitivityAnalysis(work.setup).runBlock;
  }
}

let runBlock: ReturnType<typeof open> | null = null;

port.on('message', (block: number) => {
  try {
    runBlock ??= open(workerData as BlockWork);
    say({ kind: 'block', block, result: runBlock(block) });
  } catch (cause) {
    if (cause instanceof AppError) say({ kind: 'refused', error: cause.toReply() });
    else say({ kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  }
});
