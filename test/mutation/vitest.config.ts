import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The first failing test decides about a mutant, so what takes long comes last. */
const LONGEST_LAST = ['weights-methods', 'engine-vectors', 'pipelines', 'plausible', 'many-units'];

class QuickestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      LONGEST_LAST.findIndex((name) => moduleId.includes(name));
    return Promise.resolve(files.toSorted((a, b) => place(a) - place(b)));
  }
}

/**
 * The tests that may judge a mutant of the engine: its own, and those against independent results that need no other
 * process and no file of the project. `test/run/mutation.ts` picks the ones that are about a file.
 */
export default defineConfig({
  test: {
    include: ['test/unit/engine/**/*.test.ts', 'test/reference/*.test.ts'],
    exclude: ['test/reference/command-line.test.ts', 'test/reference/bundled-workbook.test.ts'],
    setupFiles: ['test/mutation/fixed-seed.ts'],
    testTimeout: 60_000,
    // One thread for all: starting one for every file of tests would take longer than most of them.
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: QuickestFirst },
  },
});
