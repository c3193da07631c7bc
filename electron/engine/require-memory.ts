import { AppError } from '../../shared/contract/errors.ts';

/** What a single analysis may keep in memory. */
const MOST_BYTES = 1024 ** 3;

/**
 * Refuses, before it starts, an analysis whose results would not fit.
 *
 * @param bytes what it needs.
 * @param what what there is too much of, e.g. "2,000,000 samples of 51 units".
 * @throws AppError `E_INPUT`, reason `more-than-memory`.
 */
export function requireMemory(bytes: number, what: string): void {
  if (bytes <= MOST_BYTES) return;
  const megabytes = (size: number) => Math.ceil(size / 1024 ** 2);
  throw new AppError(
    'E_INPUT',
    `${what} would need ${megabytes(bytes)} MB of memory; at most ${megabytes(MOST_BYTES)} MB are allowed.`,
    {
      reason: 'more-than-memory',
      expected: `at most ${megabytes(MOST_BYTES)} MB`,
      found: `${megabytes(bytes)} MB`,
    },
  );
}
