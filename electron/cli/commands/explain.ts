import { Option, type Command } from 'commander';
import { AppError } from '../../../shared/contract/errors.ts';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { addAnalysisCommand, type AnalysisOptions } from '../analysis-command.ts';
import { addMethodOptions, runOf } from '../method-options.ts';
import { parseWhole } from '../numbers.ts';
import type { Surroundings } from '../surroundings.ts';

interface ExplainOptions extends AnalysisOptions {
  readonly a: string;
  readonly b?: string;
  readonly rank?: number;
}

/** `hengmo explain`: why one unit stands above another, or what it takes to stand at a rank. */
export function addExplainCommand(program: Command, surroundings: Surroundings): void {
  const command = addAnalysisCommand(
    program,
    'explain',
    'why one unit stands above another, or what it would take to reach a rank',
  )
    .requiredOption('--a <unit>', 'code of a unit')
    .option('--b <unit>', 'code of another, with which it is compared')
    .addOption(
      new Option('--rank <n>', 'the least improvements by which the unit reaches this rank')
        .argParser(parseWhole(1, 1_000_000))
        .conflicts('b'),
    );
  addMethodOptions(command).action(async (path: string, options: ExplainOptions) => {
    const { b, rank } = options;
    if (b !== undefined) surroundings.out(await pair(path, { ...options, b }, surroundings));
    else if (rank !== undefined)
      surroundings.out(await goal(path, { ...options, rank }, surroundings));
    else throw neitherUnitNorRank();
  });
}

async function pair(
  path: string,
  options: ExplainOptions & { readonly b: string },
  surroundings: Surroundings,
): Promise<string> {
  const { withRequest } = await import('../../services/with-request.ts');
  const { explainPair } = await import('../../services/analysis.ts');
  const { printJson } = await import('../../services/print-json.ts');
  const { pairTable } = await import('../analysis-tables.ts');
  const answer = await withRequest(path, runOf(options), surroundings, ({ request }) =>
    explainPair(request, options.a, options.b),
  );
  return options.format === 'json' ? printJson(answer) : pairTable(answer);
}

async function goal(
  path: string,
  options: ExplainOptions & { readonly rank: number },
  surroundings: Surroundings,
): Promise<string> {
  const { withRequest } = await import('../../services/with-request.ts');
  const { runGoalSeek } = await import('../../services/weight-analysis.ts');
  const { unwatched } = await import('../../services/run-in-workers.ts');
  const { printJson } = await import('../../services/print-json.ts');
  const { goalTable } = await import('../weight-tables.ts');
  const asked = { unit: options.a as UnitCode, rank: options.rank, moves: null };
  const answer = await withRequest(path, runOf(options), surroundings, ({ request }) =>
    runGoalSeek(request, asked, unwatched()),
  );
  return options.format === 'json' ? printJson(answer) : goalTable(answer);
}

function neitherUnitNorRank(): AppError {
  return new AppError('E_INPUT', "required option '--b <unit>' or '--rank <n>' not specified", {
    reason: 'usage',
    expected: '--b or --rank',
    found: 'none',
  });
}
