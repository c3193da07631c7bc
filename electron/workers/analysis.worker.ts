import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './failure.ts';
import { openAnalysis } from './open-analysis.ts';
import type { AnalysisReply, AnalysisTask } from './run-analysis.ts';
import { runBlocks } from './worker-pool.ts';

/**
 * Carries out one analysis: prepares it, spreads its blocks over more workers, puts their parts together. All of it here, so
 * that the thread that answers the interface does none of it.
 */

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker');

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
const say = (reply: AnalysisReply) => port.postMessage(reply);

/** What is done sooner than more workers would have started is done here. */
const ALONE_MS = 100;

/** Messages about progress closer together than this help nobody. */
const PROGRESS_MS = 50;

async function carryOut({ analysis, workers, blocksFile }: AnalysisTask): Promise<unknown> {
  const opened = openAnalysis(analysis);
  const { blockCount } = opened;
  const gathering = opened.gather();
  let told = 0;
  const add = (part: unknown, block: number) => {
    gathering.add(part);
    if (performance.now() - told < PROGRESS_MS) return;
    told = performance.now();
    say({ kind: 'progress', fraction: (block + 1) / blockCount });
  };
  const started = performance.now();
  let block = 0;
  for (; block < blockCount && performance.now() - started < ALONE_MS; block++) {
    add(opened.runBlock(block), block);
  }
  await runBlocks({
    analysis,
    from: block,
    to: blockCount,
    workers,
    file: new URL(blocksFile),
    onBlock: add,
  });
  return gathering.result();
}

try {
  say({ kind: 'result', result: await carryOut(workerData as AnalysisTask) });
} catch (cause) {
  say(failureOf(cause));
}
