import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureTestTools } from './test-tools.ts';

/**
 * `npm test`: every check of the project, one after another, on the project's own Node. It goes on after a failure so
 * that one run shows all of them, and ends with a plain line of counts.
 */

const project = fileURLToPath(new URL('../..', import.meta.url));

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Outcome {
  name: string;
  seconds: number;
  counts: Counts;
}

function run(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): boolean {
  const { status, error } = spawnSync(command, args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  if (error !== undefined) console.error(error.message);
  return status === 0;
}

function check(passed: boolean): Counts {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(`${project}/reports/${file}`, 'utf8'));
  } catch {
    return undefined;
  }
}

function vitest(folders: readonly string[], name: string): Counts {
  const file = `${name}.json`;
  const passed = run('vitest', [
    'run',
    ...folders,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=reports/${file}`,
  ]);
  const report = readReport(file) as
    | {
        numPassedTests: number;
        numFailedTests: number;
        numPendingTests: number;
        numTodoTests: number;
      }
    | undefined;
  if (report === undefined) return check(false);
  return {
    passed: report.numPassedTests,
    // A file that fails before its first test counts nowhere in the report but in the exit code.
    failed: Math.max(report.numFailedTests, passed ? 0 : 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function endToEnd(browser: string): Counts {
  const passed = run('playwright', ['test'], { CHROMIUM_PATH: browser });
  const report = readReport('e2e.json') as
    | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
    | undefined;
  if (report === undefined) return check(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: Math.max(unexpected, passed ? 0 : 1), skipped };
}

const tools = ensureTestTools();
rmSync(`${project}/reports`, { recursive: true, force: true });
mkdirSync(`${project}/reports`);

const steps: readonly [name: string, step: () => Counts][] = [
  ['types', () => check(run('tsc', ['-b']))],
  ['lint', () => check(run('oxlint', ['--deny-warnings']))],
  ['format', () => check(run('oxfmt', ['--check']))],
  ['build', () => check(run('node', ['electron/start/build.ts']))],
  ['layers', () => vitest(['test/layers'], 'layers')],
  ['unit', () => vitest(['test/unit'], 'unit')],
  ['reference', () => vitest(['test/reference'], 'reference')],
  ['integration', () => vitest(['test/integration'], 'integration')],
  ['contract', () => vitest(['test/contract'], 'contract')],
  ['security', () => vitest(['test/security'], 'security')],
  ['end to end', () => endToEnd(tools.browser)],
];

const outcomes: Outcome[] = [];
for (const [name, step] of steps) {
  console.log(`\n── ${name} ──`);
  const started = performance.now();
  const counts = step();
  outcomes.push({ name, seconds: (performance.now() - started) / 1000, counts });
}

console.log('\n── summary ──');
for (const { name, seconds, counts } of outcomes) {
  const state = counts.failed > 0 ? 'FAILED' : 'ok';
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(
    `${name.padEnd(12)} ${state.padEnd(6)} ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds.toFixed(1)} s)`,
  );
}
console.log(
  'Not proven here, because it needs the Electron binary: preload isolation in a real window, fuses, installers.',
);
const total = (part: keyof Counts) => outcomes.reduce((sum, { counts }) => sum + counts[part], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exitCode = total('failed') > 0 ? 1 : 0;
