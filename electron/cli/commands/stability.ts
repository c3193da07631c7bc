import { Option, type Command } from 'commander';
import { AppError } from '../../../shared/contract/errors.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { addAnalysisCommand, type AnalysisOptions } from '../analysis-command.ts';
import { addMethodOptions, runOf } from '../method-options.ts';
import { parseDecimal, parseWhole } from '../numbers.ts';
import type { Surroundings } from '../surroundings.ts';

interface StabilityOptions extends AnalysisOptions {
  readonly top?: number;
  readonly pair?: readonly string[];
  readonly flip?: readonly string[];
  readonly attainable?: true;
  readonly norm?: 'l1' | 'l2';
  readonly parent?: string;
  readonly spread?: number;
  readonly lock: readonly string[];
}

/** `hengmo stability`: exact statements about the weights. */
export function addStabilityCommand(program: Command, surroundings: Surroundings): void {
  const command = addAnalysisCommand(
    program,
    'stability',
    'how far each weight can move, by the slider rule, before the ranking changes; or what other weights could make of it',
  )
    .addOption(
      new Option('--top <count>', 'only the set of the first ranks must stay')
        .argParser(parseWhole(1, 1_000_000))
        .conflicts(['pair', 'flip', 'attainable']),
    )
    .addOption(
      new Option('--pair <units...>', 'only the order of two units must stay').conflicts([
        'flip',
        'attainable',
      ]),
    )
    .addOption(
      new Option(
        '--flip <units...>',
        'instead: the least change of weights after which two units have changed places',
      ).conflicts('attainable'),
    )
    .addOption(
      new Option(
        '--norm <norm>',
        'of --flip: sum (l1) or root of squares (l2); default l1',
      ).choices(['l1', 'l2']),
    )
    .option('--attainable', 'instead: best and worst rank of each unit over all weights')
    .option(
      '--parent <node>',
      'of --flip and --attainable: only the shares of its children change (default: all indicator weights)',
    )
    .option(
      '--spread <share>',
      'of --flip and --attainable: each weight within ± this share of itself (default: anywhere)',
      parseDecimal,
    )
    .option('--lock <nodes...>', 'nodes that keep their share among their siblings', []);
  addMethodOptions(command).action(async (path: string, options: StabilityOptions) => {
    refuseOptionsWithoutEffect(options);
    const { flip, attainable } = options;
    const answer =
      flip !== undefined
        ? await leastFlip(path, { ...options, flip }, surroundings)
        : attainable === true
          ? await attainableRanks(path, options, surroundings)
          : await intervals(path, options, surroundings);
    surroundings.out(answer);
  });
}

async function intervals(path: string, options: StabilityOptions, surroundings: Surroundings) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { askedStability, lockedNodes, stabilityOf } = await import('../../services/analysis.ts');
  const { printJson } = await import('../../services/print-json.ts');
  const { stabilityTable } = await import('../analysis-tables.ts');
  const answers = await withRequest(path, runOf(options), surroundings, ({ request }) =>
    stabilityOf(request, askedStability(options), new Set(lockedNodes(request, options.lock))),
  );
  return options.format === 'json' ? printJson(answers) : stabilityTable(answers);
}

async function leastFlip(
  path: string,
  options: StabilityOptions & { readonly flip: readonly string[] },
  surroundings: Surroundings,
) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { lockedNodes, twoUnits } = await import('../../services/analysis.ts');
  const { leastFlipOf } = await import('../../services/weight-analysis.ts');
  const { printJson } = await import('../../services/print-json.ts');
  const { flipTable } = await import('../weight-tables.ts');
  const { norm = 'l1', flip, lock } = options;
  const units = twoUnits('--flip', flip);
  const answer = await withRequest(path, runOf(options), surroundings, ({ request }) =>
    leastFlipOf(request, { region: region(options, lockedNodes(request, lock)), units, norm }),
  );
  return options.format === 'json' ? printJson(answer) : flipTable(answer);
}

async function attainableRanks(
  path: string,
  options: StabilityOptions,
  surroundings: Surroundings,
) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { lockedNodes } = await import('../../services/analysis.ts');
  const { runAttainableRanks } = await import('../../services/rank-analyses.ts');
  const { unwatched } = await import('../../services/run-in-workers.ts');
  const { printJson } = await import('../../services/print-json.ts');
  const { attainableTable } = await import('../weight-tables.ts');
  const answer = await withRequest(path, runOf(options), surroundings, ({ request }) => {
    const asked = { region: region(options, lockedNodes(request, options.lock)) };
    return runAttainableRanks(request, asked, unwatched());
  });
  return options.format === 'json' ? printJson(answer) : attainableTable(answer);
}

function region({ parent, spread }: StabilityOptions, locked: NodeCode[]) {
  return { parent: (parent as NodeCode | undefined) ?? null, spread: spread ?? null, locked };
}

/** Options of one question that another one does not read. */
function refuseOptionsWithoutEffect(options: StabilityOptions): void {
  const { flip, attainable, norm, parent, spread } = options;
  const hasRegion = flip !== undefined || attainable === true;
  if (norm !== undefined && flip === undefined) throw needs('--norm', '--flip');
  if (parent !== undefined && !hasRegion) throw needs('--parent', '--flip or --attainable');
  if (spread !== undefined && !hasRegion) throw needs('--spread', '--flip or --attainable');
}

function needs(option: string, expected: string): AppError {
  return new AppError('E_INPUT', `${option}: expected ${expected} with it, found none`, {
    reason: 'usage',
    expected,
    found: 'none',
  });
}
