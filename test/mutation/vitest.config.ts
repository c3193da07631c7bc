import { defineConfig } from 'vitest/config';

/**
 * The tests that judge a mutant of the engine: its own, the slider rule's, and those against independent results that
 * need no process, file or page. What the mutation run leaves out only searches again, much longer, for what the others
 * state.
 */
export default defineConfig({
  test: {
    include: ['test/unit/{engine,weights}/**/*.test.ts', 'test/reference/*.test.ts'],
    exclude: ['test/reference/command-line.test.ts', 'test/reference/bundled-workbook.test.ts'],
    setupFiles: ['test/mutation/fixed-seed.ts'],
    testTimeout: 60_000,
    isolate: false,
    fileParallelism: false,
  },
});
