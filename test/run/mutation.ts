import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, matchesGlob, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run mutation [file …]`: changes the engine in many small ways, one at a time, and counts the changes that no test
 * notices. Without files, everything below `electron/engine`. One file after another, each with the tests that are about
 * it and results of its own; what has not changed since the last run is not run again. At the end the scores of all
 * results that are kept. See docs/mutation-testing.md.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const ENGINE = 'electron/engine';
const RESULTS = 'reports/mutation';

/**
 * The tests that judge a file: those about it. Few, because every change that none of them notices runs all of them.
 * Names of files in `test/`, without `.test.ts`; the first name or folder that fits decides.
 */
const TESTS_OF: readonly (readonly [files: string, tests: string])[] = [
  ['{aggregate,child-columns,copeland}', 'unit/engine/{aggregate,missing-data}'],
  [
    '{block-mean,contributions,node-topsis,topsis}',
    'unit/engine/{aggregate,missing-data,many-units,topsis}',
  ],
  ['{gap-cells,observations}', 'unit/engine/{missing-data,many-units}'],
  ['coverage', 'unit/engine/{coverage,missing-data}'],
  ['score', 'unit/engine/{score,missing-data}'],
  ['score-interval', 'unit/engine/{missing-data,many-units}'],
  ['{impute,imputed-cells}', 'unit/engine/{impute,missing-data}'],
  ['column-statistics', 'unit/engine/{column-statistics,impute,treat}'],
  ['normalise', 'unit/engine/normalise'],
  ['order-statistics', 'unit/engine/{aggregate,order-statistics}'],
  ['{rank,rank-column}', 'unit/engine/rank'],
  ['{treat,winsorise,transform}', 'unit/engine/{transform,treat,normalise}'],
  [
    '{aggregation-plan,block-analysis,columns,compile-framework,known-columns,own-entry,plausible-interval,random,require-memory,require-nodes,resolve-scenario,score-sorter}',
    'unit/engine/$0',
  ],
  ['weighting/{importance,influence}', 'unit/engine/weighting/{importance,influence}'],
  ['weighting/*', '{unit/engine/weighting/*,reference/weighting-vectors}'],
  [
    'exact/{box-extremes,intervals,least-distance,linear-program,mean-transform,rank-problem,ranked-region,region-forms,weight-region}',
    'unit/engine/exact/$0',
  ],
  ['exact/research-next', 'unit/engine/exact/research-*'],
  ['exact/better-is-never-worse', 'unit/engine/exact/{better,goal}-*'],
  ['exact/{goal-columns,goal-seek,joint-improvement}', 'unit/engine/exact/{goal,joint}-*'],
  ['exact/{moved-scores,sibling-forms}', 'unit/engine/exact/{$0,stability-by-hand}'],
  ['exact/{stability-interval,weight-model}', 'unit/engine/exact/stability-*'],
  ['exact/attainable-ranks', 'unit/engine/exact/{attainable-starts,ranks-between-two}'],
  ['exact/rank-search', 'unit/engine/exact/{rank-search,ranks-between-two}'],
  ['exact/least-flip', 'unit/engine/exact/flips-between-two'],
  ['diagnostics/*', 'unit/engine/diagnostics/*'],
  ['sensitivity/sensitivity-analysis', 'unit/engine/sensitivity/sensitivity-analysis'],
  [
    'sensitivity/*',
    '{unit/engine/sensitivity/{one-at-a-time,rank-change,sobol},reference/ishigami}',
  ],
  ['uncertainty/{method-variants,rank-tally,value-ranges}', 'unit/engine/uncertainty/$0'],
  ['uncertainty/*', '{unit/engine/uncertainty/*,reference/weight-draws}'],
  ['*', '{unit/engine/*,reference/engine-vectors}'],
];

const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : globSync(`${ENGINE}/**/*.ts`, { cwd: root }).sort();
lendReference();
let failed = false;
for (const file of files) {
  console.log(`\n== ${file}`);
  const results = resultsOf(file);
  mkdirSync(join(root, dirname(results)), { recursive: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'),
      'run',
      '--mutate',
      file,
      '--testFiles',
      testsOf(file).join(','),
      '--incrementalFile',
      results,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, HENGMO_MUTATION: '1' } },
  );
  failed ||= status !== 0;
}
console.log(`\n${scoreTable()}`);
process.exitCode = failed ? 1 : 0;

function resultsOf(file: string): string {
  return join(RESULTS, relative(ENGINE, file).replace(/\.ts$/, '.json'));
}

function testsOf(file: string): string[] {
  const entry = TESTS_OF.find(([files]) => matchesGlob(file, `${ENGINE}/${files}.ts`));
  if (entry === undefined) throw new Error(`${file} is not a file of ${ENGINE}`);
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

/** What Stryker keeps of a run, as far as it is read here. */
interface KeptResults {
  readonly files: Record<string, { readonly mutants: readonly { readonly status: string }[] }>;
}

/** The scores of all files with results, as a table in Markdown; an endless loop counts as killed. */
function scoreTable(): string {
  const rows: (readonly [name: string, killed: number, survived: number])[] = [];
  for (const path of globSync(`${RESULTS}/**/*.json`, { cwd: root }).sort()) {
    const { files: kept } = JSON.parse(readFileSync(join(root, path), 'utf8')) as KeptResults;
    for (const [file, { mutants }] of Object.entries(kept)) {
      const count = (...statuses: string[]) =>
        mutants.filter(({ status }) => statuses.includes(status)).length;
      const name = relative(ENGINE, file).replace(/\.ts$/, '');
      rows.push([`\`${name}\``, count('Killed', 'Timeout'), count('Survived', 'NoCoverage')]);
    }
  }
  const sum = (column: 1 | 2) => rows.reduce((total, row) => total + row[column], 0);
  return [
    '| File | Mutants | Killed | Survived | Score |',
    '| --- | --- | --- | --- | --- |',
    ...[...rows, ['all of these', sum(1), sum(2)] as const].map(([name, killed, survived]) => {
      const share =
        killed + survived === 0 ? '' : `${((100 * killed) / (killed + survived)).toFixed(1)} %`;
      return `| ${name} | ${killed + survived} | ${killed} | ${survived} | ${share} |`;
    }),
  ].join('\n');
}
