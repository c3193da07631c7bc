import * as vitestRunner from '@stryker-mutator/vitest-runner';

/**
 * Stryker's runner for Vitest, made fit for Vitest 5.
 *
 * The runner picks the tests that cover a mutant by a pattern of their full names, with a space between the names of
 * suite and test. Vitest 5 puts " > " there, so that no test would match, none would run, and every mutant would survive.
 * Here each space of the pattern matches either.
 */
interface Runner {
  init(): Promise<void>;
  readonly ctx: {
    readonly projects: readonly { readonly config: { testNamePattern: RegExp | undefined } }[];
    start(files?: string[]): Promise<unknown>;
  };
}
type Injector = { injectFunction(factory: unknown): Runner };

function createRunner(injector: Injector): Runner {
  const [plugin] = vitestRunner.strykerPlugins;
  const runner = injector.injectFunction(plugin?.factory);
  const init = runner.init.bind(runner);
  runner.init = async () => {
    await init();
    const { ctx } = runner;
    const start = ctx.start.bind(ctx);
    ctx.start = (files) => {
      for (const { config } of ctx.projects) {
        config.testNamePattern &&= withEitherSeparator(config.testNamePattern);
      }
      return start(files);
    };
  };
  return runner;
}
createRunner.inject = ['$injector'] as const;

function withEitherSeparator(pattern: RegExp): RegExp {
  return new RegExp(pattern.source.replaceAll(' ', '(?: > | )'));
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'vitest-5', factory: createRunner },
] as const;

export const { strykerValidationSchema } = vitestRunner;
