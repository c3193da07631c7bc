import { parentPort, workerData } from 'node:worker_threads';
import type { BlockAnalysis } from '../engine/block-analysis.ts';
import type { Analysis } from './analysis.ts';
import { failureOf } from './failure.ts';
import { openAnalysis } from './open-analysis.ts';
import type { BlockReply } from './worker-pool.ts';

/** Works off the blocks whose numbers it is sent. */

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker');

/** @param handedOver memory that is not copied but leaves this thread. */
const say = (reply: BlockReply, handedOver: ArrayBuffer[] = []) =>
  port.postMessage(reply, handedOver);

let analysis: BlockAnalysis<unknown, unknown> | null = null;

port.on('message', (block: number) => {
  try {
    analysis ??= openAnalysis(workerData as Analysis);
    const part = analysis.runBlock(block);
    say({ kind: 'block', block, part }, buffersOf(part));
  } catch (cause) {
    say(failureOf(cause));
  }
});

/** Memory of the typed arrays that a part consists of: they are its own (`BlockAnalysis`). */
function buffersOf(part: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const whole = ArrayBuffer.isView(part) ? [part] : Object.values(part ?? {});
  for (const each of whole) {
    if (ArrayBuffer.isView(each) && each.buffer instanceof ArrayBuffer) found.add(each.buffer);
  }
  return [...found];
}
