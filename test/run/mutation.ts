import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run mutation [file …]`: changes the engine in many small ways, one at a time, and counts the changes that no test
 * notices. Without files, everything below `electron/engine`. One file after another, each with the tests that are about
 * it; what has not changed since the last run is not run again. See docs/mutation-testing.md.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));

const CORE_TESTS = [
  'test/unit/engine/{aggregate,compile-framework,coverage,impute,many-units,missing-data,normalise,plausible-interval,random,rank,resolve-scenario,score,score-sorter,treat}.test.ts',
  'test/reference/{pipelines,engine-vectors}.test.ts',
];

/** The first prefix that fits a file names the tests that judge it. */
const TESTS_OF: readonly (readonly [prefix: string, tests: readonly string[]])[] = [
  [
    'electron/engine/weighting/',
    ['test/unit/engine/weighting/*.test.ts', 'test/reference/{weighting,engine}-vectors.test.ts'],
  ],
  ['electron/engine/exact/', ['test/unit/engine/exact/*.test.ts']],
  [
    'electron/engine/diagnostics/',
    ['test/unit/engine/diagnostics/*.test.ts', 'test/reference/engine-vectors.test.ts'],
  ],
  [
    'electron/engine/sensitivity/',
    ['test/unit/engine/sensitivity/*.test.ts', 'test/reference/ishigami.test.ts'],
  ],
  [
    'electron/engine/uncertainty/',
    ['test/unit/engine/uncertainty/*.test.ts', 'test/reference/weight-draws.test.ts'],
  ],
  ['electron/engine/', CORE_TESTS],
];

const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : globSync('electron/engine/**/*.ts', { cwd: root }).sort();
lendReference();
let failed = false;
for (const file of files) {
  const tests = TESTS_OF.find(([prefix]) => file.startsWith(prefix))?.[1];
  if (tests === undefined)
    throw new Error(`No tests are named for ${file} in ${import.meta.filename}`);
  console.log(`\n== ${file}`);
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
      'run',
      '--mutate',
      file,
      '--testFiles',
      tests.flatMap((pattern) => globSync(pattern, { cwd: root })).join(','),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

/** Stryker tests a copy two folders below; the independent results beside the project are lent to the copy. */
function lendReference(): void {
  const shared = resolve(root, '../shared');
  const lent = join(root, '.stryker-tmp/shared');
  if (!existsSync(shared) || existsSync(lent)) return;
  mkdirSync(join(root, '.stryker-tmp'), { recursive: true });
  symlinkSync(shared, lent);
}
