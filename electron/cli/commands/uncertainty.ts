import { Option, type Command } from 'commander';
import { addMethodOptions, methodPart, type MethodOptions } from '../method-options.ts';
import { parseShare, parseWhole } from '../numbers.ts';
import type { Surroundings } from '../surroundings.ts';

interface UncertaintyOptions extends MethodOptions {
  readonly scenario?: string;
  readonly draws: number;
  readonly seed: number;
  readonly weightNoise: number;
  readonly format: 'table' | 'json';
}

const MOST_DRAWS = 1_000_000_000;

export function addUncertaintyCommand(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('uncertainty')
    .description('ranks over random draws of the weights')
    .argument('<workbook>')
    .requiredOption('--draws <n>', 'number of draws', parseWhole(1, MOST_DRAWS))
    .requiredOption(
      '--seed <n>',
      'whole number; the same gives the same draws',
      parseWhole(0, Number.MAX_SAFE_INTEGER),
    )
    .option(
      '--weight-noise <share>',
      'every weight times 1 ± up to this share, siblings then brought back to their sum',
      parseShare,
      0.25,
    )
    .option('--scenario <name>', 'name or id of a scenario (default: baseline)')
    .addOption(
      new Option('--format <format>', 'table: rounded; json: full precision')
        .choices(['table', 'json'])
        .default('table'),
    );
  addMethodOptions(command).action(async (path: string, options: UncertaintyOptions) => {
    const { withWorkbook } = await import('../../services/workbook-file.ts');
    const { requestOfRun } = await import('../../services/score-workbook.ts');
    const { runUncertainty } = await import('../../services/uncertainty.ts');
    const { unwatched } = await import('../../services/run-in-workers.ts');
    const { uncertaintyJson, uncertaintyRows } =
      await import('../../services/uncertainty-output.ts');
    const { uncertaintyTable } = await import('../uncertainty-table.ts');
    const { NO_METHOD_CHOICES } = await import('../../../shared/model/uncertainty.ts');
    const { draws, seed, weightNoise } = options;
    const { units, result } = await withWorkbook(path, surroundings, async (workbook) => {
      const request = await requestOfRun(workbook, {
        scenario: options.scenario ?? null,
        methodPart: (own) => methodPart(options, own),
        weightsFile: null,
      });
      const sources = {
        weights: { rule: 'noise' as const, factor: weightNoise },
        locked: [],
        values: null,
        gaps: false,
        methods: NO_METHOD_CHOICES,
      };
      return {
        units: request.units,
        result: await runUncertainty(workbook, request, { draws, seed, sources }, unwatched()),
      };
    });
    surroundings.out(
      options.format === 'json'
        ? uncertaintyJson(result, units)
        : uncertaintyTable(uncertaintyRows(result, units)),
    );
  });
}
