import { Option, type Command } from 'commander';
import { parseWhole } from '../numbers.ts';
import { addSourceOptions, askedSources, type SourceOptions } from '../source-options.ts';
import type { Surroundings } from '../surroundings.ts';

interface CompareOptions extends SourceOptions {
  readonly first?: string;
  readonly second: string;
  readonly draws: number;
  readonly seed: number;
  readonly format: 'table' | 'json';
}

const MOST_DRAWS = 100_000;

/** `hengmo compare`: what one scenario changes against another, both in the same draws. */
export function addCompareCommand(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('compare')
    .description(
      'what a scenario changes against another, draw by draw with the same random numbers',
    )
    .argument('<workbook>')
    .option('--first <scenario>', 'name or id (default: baseline)')
    .requiredOption('--second <scenario>', 'name or id; differences are second − first')
    .requiredOption('--draws <n>', 'number of draws', parseWhole(1, MOST_DRAWS))
    .requiredOption(
      '--seed <n>',
      'whole number; the same gives the same draws',
      parseWhole(0, Number.MAX_SAFE_INTEGER),
    )
    .addOption(
      new Option('--format <format>', 'table: rounded; json: full precision')
        .choices(['table', 'json'])
        .default('table'),
    );
  addSourceOptions(command, 'none').action(async (path: string, options: CompareOptions) => {
    const { withWorkbook } = await import('../../services/workbook-file.ts');
    const { comparedScenarios } = await import('../../services/paired.ts');
    const { unwatched } = await import('../../services/run-in-workers.ts');
    const { pairedJson } = await import('../../services/paired-output.ts');
    const { pairedTable } = await import('../paired-table.ts');
    const { first = null, second, draws, seed, format } = options;
    const asked = { first, second, draws, seed, sources: askedSources(options) };
    const { units, result } = await withWorkbook(path, surroundings, (workbook) =>
      comparedScenarios(workbook, asked, unwatched()),
    );
    surroundings.out((format === 'json' ? pairedJson : pairedTable)(result, units));
  });
}
