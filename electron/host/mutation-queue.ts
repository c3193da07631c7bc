import { AppError } from '../../shared/contract/errors.ts';

/** Runs tasks strictly one after another, in the order in which they were asked for. */
export interface MutationQueue {
  run<Result>(task: () => Result | Promise<Result>): Promise<Result>;
  /** Settles when everything asked for so far has ended. */
  idle(): Promise<void>;
}

/** Far more than a person can ask for; a page that loops is told so instead of filling the memory. */
const MOST_WAITING = 1000;

export function createMutationQueue(): MutationQueue {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async run(task) {
      if (waiting >= MOST_WAITING) {
        throw new AppError('E_BUSY', `more than ${MOST_WAITING} changes are waiting`, {
          reason: 'too-many-waiting',
        });
      }
      waiting += 1;
      const result = last.then(task);
      last = result.catch(() => undefined).finally(() => (waiting -= 1));
      return result;
    },
    async idle() {
      await last;
    },
  };
}
