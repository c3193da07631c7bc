import { parentPort, workerData } from 'node:worker_threads';
import { findDamageInFile } from '../store/integrity.ts';

/** Checks one finished copy of a workbook, which nobody else has open, and ends. */

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
parentPort?.postMessage(findDamageInFile(workerData as string));
