import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { workerFile } from './worker-file.ts';

/**
 * Checks a finished copy of a workbook as `findDamageInFile` does, while other work goes on: for a large file the check
 * takes seconds.
 *
 * @returns null: nothing found
 */
export async function findDamageMeanwhile(path: string): Promise<string | null> {
  const worker = new Worker(workerFile('check-copy'), { workerData: path });
  try {
    const [problem] = (await once(worker, 'message')) as [string | null];
    return problem;
  } finally {
    await worker.terminate();
  }
}
