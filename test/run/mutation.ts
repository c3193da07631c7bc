import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, join, matchesGlob, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run mutation [file …]`: changes the engine in many small ways, one at a time, and counts the changes that no test
 * notices. Without files, everything below `electron/engine`. One file after another, each with the tests that are about
 * it; what has not changed since the last run is not run again. See docs/mutation-testing.md.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The tests that judge a file: those about it. Few, because every change that none of them notices runs all of them.
 * Names of files in `test/`, without `.test.ts`; the first name or folder that fits decides.
 */
const TESTS_OF: readonly (readonly [files: string, tests: string])[] = [
  ['{aggregate,aggregation-plan,child-columns,copeland}', 'unit/engine/{aggregate,missing-data}'],
  [
    '{block-mean,contributions,known-columns,node-topsis,topsis}',
    'unit/engine/{aggregate,missing-data,many-units,topsis}',
  ],
  ['{gap-cells,observations}', 'unit/engine/{missing-data,many-units}'],
  ['coverage', 'unit/engine/{coverage,missing-data}'],
  ['score', 'unit/engine/{score,missing-data}'],
  ['score-interval', 'unit/engine/{missing-data,many-units}'],
  ['{impute,imputed-cells}', 'unit/engine/{impute,missing-data}'],
  ['column-statistics', 'unit/engine/{column-statistics,impute,treat}'],
  ['normalise', 'unit/engine/normalise'],
  ['order-statistics', 'unit/engine/aggregate'],
  ['{rank,rank-column}', 'unit/engine/rank'],
  ['{treat,winsorise,transform}', 'unit/engine/{transform,treat,normalise}'],
  ['{compile-framework,plausible-interval,random,resolve-scenario,score-sorter}', 'unit/engine/$0'],
  ['weighting/*', '{unit/engine/weighting/*,reference/weighting-vectors}'],
  ['exact/*', 'unit/engine/exact/*'],
  ['{diagnostics/*,columns}', 'unit/engine/diagnostics/*'],
  ['sensitivity/*', '{unit/engine/sensitivity/*,reference/ishigami}'],
  ['uncertainty/*', '{unit/engine/uncertainty/*,reference/weight-draws}'],
  ['*', '{unit/engine/*,reference/engine-vectors}'],
];

const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : globSync('electron/engine/**/*.ts', { cwd: root }).sort();
lendReference();
let failed = false;
for (const file of files) {
  console.log(`\n== ${file}`);
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
      'run',
      '--mutate',
      file,
      '--testFiles',
      testsOf(file).join(','),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

function testsOf(file: string): string[] {
  const entry = TESTS_OF.find(([files]) => matchesGlob(file, `electron/engine/${files}.ts`));
  if (entry === undefined) throw new Error(`${file} is not a file of electron/engine`);
  const pattern = entry[1].replace('$0', basename(file, '.ts'));
  return globSync(`test/${pattern}.test.ts`, { cwd: root });
}

/** Stryker tests a copy two folders below; the independent results beside the project are lent to the copy. */
function lendReference(): void {
  const shared = resolve(root, '../shared');
  const lent = join(root, '.stryker-tmp/shared');
  if (!existsSync(shared) || existsSync(lent)) return;
  mkdirSync(join(root, '.stryker-tmp'), { recursive: true });
  symlinkSync(shared, lent);
}
