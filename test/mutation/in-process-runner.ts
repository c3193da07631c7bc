import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import {
  INSTRUMENTER_CONSTANTS,
  type MutantCoverage,
  type StrykerOptions,
} from '@stryker-mutator/api/core';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { type CollectedTest, collectTests } from './test-api.ts';

/** What Stryker's changed code reads and writes. */
interface Instrumentation {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

/** A test, and how long it took without any change. */
interface TimedTest extends CollectedTest {
  milliseconds: number;
}

/**
 * Runs the engine's tests in Stryker's own process: they are loaded once, and each mutant only switches code on before they
 * run again. Starting Vitest for every mutant takes a hundred times as long as the tests.
 *
 * Code that is loaded once could remember what a mutant made of it. So a test that fails is run again without the mutant:
 * if it still fails, the process is of no more use, and Stryker starts another one.
 */
class InProcessRunner implements TestRunner {
  readonly #patterns: readonly string[];
  readonly #instrumentation: Instrumentation;
  readonly #tests = new Map<string, TimedTest>();
  #isFresh = true;
  #isSpoilt = false;

  constructor({ testFiles }: StrykerOptions) {
    this.#patterns = testFiles ?? [];
    const globals = globalThis as unknown as Record<string, Instrumentation>;
    this.#instrumentation = globals[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    replaceVitest();
    await import('./configure-properties.ts');
    for (const file of globSync([...this.#patterns]).sort()) {
      for (const test of await collectTests(resolve(file))) {
        this.#tests.set(test.id, { ...test, milliseconds: Infinity });
      }
    }
  }

  async dryRun(): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const test of this.#tests.values()) {
      const start = performance.now();
      this.#instrumentation.currentTestId = test.id;
      const failure = await failureOf(test);
      this.#instrumentation.currentTestId = undefined;
      test.milliseconds = performance.now() - start;
      const { id, file, name, milliseconds } = test;
      const common = { id, fileName: file, name, timeSpentMs: milliseconds };
      tests.push(
        failure === null
          ? { ...common, status: TestStatus.Success }
          : { ...common, status: TestStatus.Failed, failureMessage: failure },
      );
    }
    const { mutantCoverage = { static: {}, perTest: {} } } = this.#instrumentation;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({
    activeMutant,
    hitLimit,
    testFilter,
  }: MutantRunOptions): Promise<MutantRunResult> {
    if (this.#isSpoilt) throw new Error('a mutant before this one left its traces');
    const wasFresh = this.#isFresh;
    this.#isFresh = false;
    const tests = this.#quickestFirst(testFilter);
    Object.assign(this.#instrumentation, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    let nrOfTests = 0;
    for (const test of tests) {
      nrOfTests++;
      const failure = await failureOf(test);
      const hits = this.#instrumentation.hitCount ?? 0;
      if (failure === null) continue;
      this.#instrumentation.activeMutant = undefined;
      this.#isSpoilt = (await failureOf(test)) !== null;
      if (this.#isSpoilt && !wasFresh) throw new Error('a mutant before this one left its traces');
      return hitLimit !== undefined && hits > hitLimit
        ? { status: MutantRunStatus.Timeout, reason: `reached ${hits} times, at most ${hitLimit}` }
        : {
            status: MutantRunStatus.Killed,
            killedBy: [test.id],
            failureMessage: failure,
            nrOfTests,
          };
    }
    this.#instrumentation.activeMutant = undefined;
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  #quickestFirst(ids: readonly string[] | undefined): TimedTest[] {
    const tests = ids?.flatMap((id) => this.#tests.get(id) ?? []) ?? [...this.#tests.values()];
    return tests.toSorted((one, other) => one.milliseconds - other.milliseconds);
  }
}

async function failureOf(test: CollectedTest): Promise<string | null> {
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

/** Test files say `vitest`, and get `test-api.ts`; that file itself gets Vitest. */
function replaceVitest(): void {
  const own = new URL('./test-api.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vitest' && context.parentURL !== own
        ? { url: own, shortCircuit: true }
        : next(specifier, context),
  });
}

function createRunner(options: StrykerOptions): TestRunner {
  return new InProcessRunner(options);
}
createRunner.inject = ['options'] as const;

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', factory: createRunner },
] as const;
