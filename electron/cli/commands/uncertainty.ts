import { Option, type Command } from 'commander';
import { addMethodOptions, type MethodOptions, runOf } from '../method-options.ts';
import { parseWhole } from '../numbers.ts';
import { addSourceOptions, askedSources, type SourceOptions } from '../source-options.ts';
import type { Surroundings } from '../surroundings.ts';

interface UncertaintyOptions extends MethodOptions, SourceOptions {
  readonly scenario?: string;
  readonly draws: number;
  readonly seed: number;
  readonly show: 'ranks' | 'winning' | 'central-weights';
  readonly format: 'table' | 'json';
}

const MOST_DRAWS = 1_000_000_000;

export function addUncertaintyCommand(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('uncertainty')
    .description('ranks over random draws of the weights, and of what else is said to be uncertain')
    .argument('<workbook>')
    .requiredOption('--draws <n>', 'number of draws', parseWhole(1, MOST_DRAWS))
    .requiredOption(
      '--seed <n>',
      'whole number; the same gives the same draws',
      parseWhole(0, Number.MAX_SAFE_INTEGER),
    )
    .addOption(
      new Option(
        '--show <what>',
        'ranks; winning: share of the draws in which one unit stands before another; central-weights: mean shares over the draws that a unit wins',
      )
        .choices(['ranks', 'winning', 'central-weights'])
        .default('ranks'),
    )
    .option('--scenario <name>', 'name or id of a scenario (default: baseline)')
    .addOption(
      new Option('--format <format>', 'table: rounded; json: full precision')
        .choices(['table', 'json'])
        .default('table'),
    );
  addSourceOptions(command, 'none');
  addMethodOptions(command).action(async (path: string, options: UncertaintyOptions) => {
    const { withRequest } = await import('../../services/with-request.ts');
    const { sourcesOfRun } = await import('../../services/run-sources.ts');
    const { prepareUncertainty } = await import('../../services/uncertainty.ts');
    const { unwatched } = await import('../../services/run-in-workers.ts');
    const output = await import('../../services/uncertainty-output.ts');
    const tables = await import('../uncertainty-tables.ts');
    const { draws, seed, show } = options;
    const asked = askedSources(options);
    const { units, result } = await withRequest(
      path,
      runOf(options),
      surroundings,
      async ({ workbook, request, replaced }) => {
        const sources = await sourcesOfRun(request, asked, replaced);
        return {
          units: request.units,
          result: await prepareUncertainty(workbook, request, { draws, seed, sources })(
            unwatched(),
          ),
        };
      },
    );
    const writers = {
      ranks: { json: output.uncertaintyJson, table: tables.uncertaintyTable },
      winning: { json: output.winningJson, table: tables.winningTable },
      'central-weights': { json: output.centralWeightsJson, table: tables.centralWeightsTable },
    };
    surroundings.out(writers[show][options.format](result, units));
  });
}
