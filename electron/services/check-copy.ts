import { stat } from 'node:fs/promises';
import { findDamageInFile } from '../store/integrity.ts';
import { findDamageMeanwhile } from '../workers/checking.ts';

/** Smaller files are checked faster than a worker starts. */
const CHECKED_AT_ONCE_BYTES = 16 * 1024 * 1024;

/** Checks a finished copy thoroughly without holding up other work; null: nothing found. */
export async function checkCopy(path: string): Promise<string | null> {
  const { size } = await stat(path);
  return size <= CHECKED_AT_ONCE_BYTES ? findDamageInFile(path) : findDamageMeanwhile(path);
}
