import { parentPort, workerData } from 'node:worker_threads';
import type { BlockAnalysis } from '../engine/block-analysis.ts';
import type { Analysis } from './analysis.ts';
import { failureOf } from './failure.ts';
import { openAnalysis } from './open-analysis.ts';
import type { BlockReply } from './worker-pool.ts';

/** Works off the blocks whose numbers it is sent. */

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker');

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
const say = (reply: BlockReply) => port.postMessage(reply);

let analysis: BlockAnalysis<unknown, unknown> | null = null;

port.on('message', (block: number) => {
  try {
    analysis ??= openAnalysis(workerData as Analysis);
    say({ kind: 'block', block, part: analysis.runBlock(block) });
  } catch (cause) {
    say(failureOf(cause));
  }
});
