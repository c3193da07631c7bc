import { Option, type Command } from 'commander';
import { addMethodOptions, methodPart, type MethodOptions } from '../method-options.ts';
import { parseShare, parseWhole } from '../numbers.ts';
import type { Surroundings } from '../surroundings.ts';

interface SensitivityOptions extends MethodOptions {
  readonly scenario?: string;
  readonly samples: number;
  readonly seed: number;
  readonly weightNoise: number;
  readonly format: 'table' | 'json';
}

const MOST_SAMPLES = 10_000_000;

export function addSensitivityCommand(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('sensitivity')
    .description(
      'Sobol indices: what the ranks depend on (weights, normalisation, aggregation, missing-data rule; what an option fixes is left out)',
    )
    .argument('<workbook>')
    .requiredOption(
      '--samples <n>',
      'rows of the design; the ranking is made n × (inputs + 2) times',
      parseWhole(2, MOST_SAMPLES),
    )
    .requiredOption(
      '--seed <n>',
      'whole number; the same gives the same indices',
      parseWhole(0, Number.MAX_SAFE_INTEGER),
    )
    .option('--weight-noise <share>', 'every weight times 1 ± up to this share', parseShare, 0.25)
    .option('--scenario <name>', 'name or id of a scenario (default: baseline)')
    .addOption(
      new Option('--format <format>', 'table: rounded; json: full precision')
        .choices(['table', 'json'])
        .default('table'),
    );
  addMethodOptions(command).action(async (path: string, options: SensitivityOptions) => {
    const { withWorkbook } = await import('../../services/workbook-file.ts');
    const { requestOfRun } = await import('../../services/score-workbook.ts');
    const { runSensitivity, usualSources } = await import('../../services/sensitivity.ts');
    const { unwatched } = await import('../../services/run-in-workers.ts');
    const { sensitivityJson } = await import('../../services/sensitivity-output.ts');
    const { sensitivityTable } = await import('../sensitivity-table.ts');
    const { samples, seed, weightNoise } = options;
    const result = await withWorkbook(path, surroundings, async (workbook) => {
      let held: Readonly<Record<string, unknown>> = {};
      const request = await requestOfRun(workbook, {
        scenario: options.scenario ?? null,
        methodPart: (own) => {
          const part = methodPart(options, own);
          held = part;
          return part;
        },
        weightsFile: null,
      });
      const sources = usualSources(
        request,
        {
          normalisation: 'normalisation' in held,
          aggregation: 'aggregation' in held,
          missing: 'missing' in held,
        },
        weightNoise,
      );
      return runSensitivity(workbook, request, { samples, seed, sources }, unwatched());
    });
    surroundings.out(
      options.format === 'json' ? sensitivityJson(result) : sensitivityTable(result),
    );
  });
}
