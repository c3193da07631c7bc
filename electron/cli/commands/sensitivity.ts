import { Option, type Command } from 'commander';
import { AppError } from '../../../shared/contract/errors.ts';
import { addMethodOptions, type MethodOptions, runOf } from '../method-options.ts';
import { parseShare, parseWhole } from '../numbers.ts';
import { addSourceOptions, askedSources, type SourceOptions } from '../source-options.ts';
import type { Surroundings } from '../surroundings.ts';

type Test = 'sobol' | 'remove-one' | 'tornado' | 'multiverse';

interface SensitivityOptions extends MethodOptions, SourceOptions {
  readonly scenario?: string;
  readonly by: Test;
  readonly samples?: number;
  readonly seed?: number;
  readonly factor?: number;
  readonly format: 'table' | 'json';
}

const MOST_SAMPLES = 10_000_000;
const USUAL_FACTOR = 0.25;

/** Options that only some of the tests read; given with another one they would be without effect. */
const OPTION_TESTS: Readonly<Record<string, readonly Test[]>> = {
  samples: ['sobol'],
  seed: ['sobol'],
  weightNoise: ['sobol'],
  weightDraws: ['sobol'],
  lock: ['sobol'],
  valueRange: ['sobol'],
  gaps: ['sobol'],
  methods: ['sobol', 'multiverse'],
  factor: ['tornado'],
};

export function addSensitivityCommand(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('sensitivity')
    .description(
      'what the ranks depend on: Sobol indices (of weights, normalisation, aggregation and missing-data rule, unless an option says otherwise; what an option fixes is left out), or one thing at a time',
    )
    .argument('<workbook>')
    .addOption(
      new Option(
        '--by <test>',
        'sobol; remove-one: without each node; tornado: each weight down and up; multiverse: every combination of method choices',
      )
        .choices(['sobol', 'remove-one', 'tornado', 'multiverse'])
        .default('sobol'),
    )
    .option(
      '--samples <n>',
      'of sobol: rows of the design; the ranking is made n × (inputs + 2) times',
      parseWhole(2, MOST_SAMPLES),
    )
    .option(
      '--seed <n>',
      'of sobol: whole number; the same gives the same indices',
      parseWhole(0, Number.MAX_SAFE_INTEGER),
    )
    .option(
      '--factor <share>',
      `of tornado: every weight times 1 − and 1 + this share (default: ${USUAL_FACTOR})`,
      parseShare,
    )
    .option('--scenario <name>', 'name or id of a scenario (default: baseline)')
    .addOption(
      new Option('--format <format>', 'table: rounded; json: full precision')
        .choices(['table', 'json'])
        .default('table'),
    );
  addSourceOptions(command, 'usual');
  addMethodOptions(command).action(async (path: string, options: SensitivityOptions) => {
    refuseOptionsWithoutEffect(command, options.by);
    const test = { sobol, 'remove-one': removeOne, tornado, multiverse }[options.by];
    surroundings.out(await test(path, options, surroundings));
  });
}

async function sobol(path: string, options: SensitivityOptions, surroundings: Surroundings) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { sourcesOfRun } = await import('../../services/run-sources.ts');
  const { prepareSensitivity } = await import('../../services/sensitivity.ts');
  const { unwatched } = await import('../../services/run-in-workers.ts');
  const { sensitivityJson } = await import('../../services/sensitivity-output.ts');
  const { sensitivityTable } = await import('../sensitivity-table.ts');
  const samples = required('--samples', options.samples);
  const seed = required('--seed', options.seed);
  const asked = askedSources(options);
  const result = await withRequest(
    path,
    runOf(options),
    surroundings,
    async ({ workbook, request, replaced }) => {
      const sources = await sourcesOfRun(request, asked, replaced);
      return prepareSensitivity(workbook, request, { samples, seed, sources })(unwatched());
    },
  );
  return options.format === 'json' ? sensitivityJson(result) : sensitivityTable(result);
}

async function removeOne(path: string, options: SensitivityOptions, surroundings: Surroundings) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { runRemoveOne } = await import('../../services/rank-analyses.ts');
  const { unwatched } = await import('../../services/run-in-workers.ts');
  const { removeOneJson } = await import('../../services/rank-analyses-output.ts');
  const { removeOneTable } = await import('../rank-analyses-tables.ts');
  const result = await withRequest(path, runOf(options), surroundings, ({ request }) =>
    runRemoveOne(request, unwatched()),
  );
  return options.format === 'json' ? removeOneJson(result) : removeOneTable(result);
}

async function tornado(path: string, options: SensitivityOptions, surroundings: Surroundings) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { runTornado } = await import('../../services/rank-analyses.ts');
  const { unwatched } = await import('../../services/run-in-workers.ts');
  const { tornadoJson } = await import('../../services/rank-analyses-output.ts');
  const { tornadoTable } = await import('../rank-analyses-tables.ts');
  const { factor = USUAL_FACTOR } = options;
  const result = await withRequest(path, runOf(options), surroundings, ({ request }) =>
    runTornado(request, { factor }, unwatched()),
  );
  return options.format === 'json' ? tornadoJson(factor, result) : tornadoTable(result);
}

async function multiverse(path: string, options: SensitivityOptions, surroundings: Surroundings) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { choicesOfRun } = await import('../../services/run-sources.ts');
  const { prepareMultiverse } = await import('../../services/rank-analyses.ts');
  const { unwatched } = await import('../../services/run-in-workers.ts');
  const { multiverseJson } = await import('../../services/rank-analyses-output.ts');
  const { multiverseTable } = await import('../rank-analyses-tables.ts');
  const result = await withRequest(
    path,
    runOf(options),
    surroundings,
    async ({ workbook, request, replaced }) => {
      const choices = await choicesOfRun(request, options.methods, replaced);
      return prepareMultiverse(workbook, request, { choices })(unwatched());
    },
  );
  return options.format === 'json' ? multiverseJson(result) : multiverseTable(result);
}

function required(option: string, value: number | undefined): number {
  if (value !== undefined) return value;
  throw new AppError('E_INPUT', `required option '${option} <n>' not specified`, {
    reason: 'usage',
    expected: option,
    found: 'none',
  });
}

function refuseOptionsWithoutEffect(command: Command, by: Test): void {
  for (const [name, tests] of Object.entries(OPTION_TESTS)) {
    if (tests.includes(by) || command.getOptionValueSource(name) !== 'cli') continue;
    const option = command.options.find((each) => each.attributeName() === name);
    const expected = `--by ${tests.join(' or ')}`;
    throw new AppError('E_INPUT', `${option?.long}: expected ${expected}, found --by ${by}`, {
      reason: 'usage',
      expected,
      found: `--by ${by}`,
    });
  }
}
