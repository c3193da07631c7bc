import { InvalidArgumentError, Option, type Command } from 'commander';
import { AppError } from '../../../shared/contract/errors.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { WeightsAsked } from '../../../shared/model/weight-analysis.ts';
import { addAnalysisCommand, type AnalysisOptions } from '../analysis-command.ts';
import { addMethodOptions, runOf } from '../method-options.ts';
import { parseDecimal } from '../numbers.ts';
import type { Surroundings } from '../surroundings.ts';

const METHODS = [
  'equal',
  'rank-order-centroid',
  'entropy',
  'critic',
  'principal-component',
  'pairwise',
  'swing',
  'budget',
  'optimised',
] as const satisfies readonly WeightsAsked['method'][];

interface WeightsOptions extends AnalysisOptions {
  readonly parent: string;
  readonly by: (typeof METHODS)[number];
  readonly correlation?: 'pearson' | 'spearman' | 'kendall';
  /** One list for a method that asks one person; one for each row or judge otherwise. */
  readonly judgments?: readonly (readonly number[])[];
  readonly budget?: number;
}

const USUAL_BUDGET = 100;

/** `hengmo weights`: what a method of weighting proposes for the children of one node. */
export function addWeightsCommand(program: Command, surroundings: Surroundings): void {
  const command = addAnalysisCommand(
    program,
    'weights',
    'weights that a method proposes for the children of one node; nothing is changed',
  )
    .requiredOption('--parent <node>', 'code of the node whose children are weighed')
    .addOption(
      new Option('--by <method>', 'pairwise: AHP; optimised: to the declared importance')
        .choices(METHODS)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--correlation <kind>', 'of critic (default: pearson)').choices([
        'pearson',
        'spearman',
        'kendall',
      ]),
    )
    .option(
      '--judgments <numbers...>',
      'with commas, one for each child in their order: ranks of rank-order-centroid (1 first), ratings of swing; ' +
        'of pairwise one list for each row, fractions as 1/3; of budget one list of points for each judge',
      parseJudgments,
    )
    .option(
      '--budget <points>',
      `of budget, to be given by each judge (default: ${USUAL_BUDGET})`,
      parseDecimal,
    );
  addMethodOptions(command).action(async (path: string, options: WeightsOptions) => {
    const { withRequest } = await import('../../services/with-request.ts');
    const { proposeWeights } = await import('../../services/weights-proposal.ts');
    const { printJson } = await import('../../services/print-json.ts');
    const { proposalTable } = await import('../weight-tables.ts');
    const asked = askedWeights(options);
    const proposal = await withRequest(path, runOf(options), surroundings, ({ request }) =>
      proposeWeights(request, options.parent as NodeCode, asked),
    );
    surroundings.out(options.format === 'json' ? printJson(proposal) : proposalTable(proposal));
  });
}

/** @throws AppError E_INPUT for judgments that are missing, too many or of another method */
function askedWeights(options: WeightsOptions): WeightsAsked {
  const { by, judgments = [], correlation, budget } = options;
  if (correlation !== undefined && by !== 'critic') throw needs('--correlation', 'critic', by);
  if (budget !== undefined && by !== 'budget') throw needs('--budget', 'budget', by);
  switch (by) {
    case 'rank-order-centroid':
      return { method: by, ranks: onlyList(judgments) };
    case 'swing':
      return { method: by, ratings: onlyList(judgments) };
    case 'pairwise':
      return { method: by, comparisons: judgments.map((row) => [...row]) };
    case 'budget':
      return {
        method: by,
        budget: budget ?? USUAL_BUDGET,
        allocations: judgments.map((points, at) => ({
          judge: String(at + 1),
          points: [...points],
        })),
      };
    case 'critic':
    case 'equal':
    case 'entropy':
    case 'principal-component':
    case 'optimised':
      if (judgments.length > 0) {
        throw needs('--judgments', 'rank-order-centroid, swing, pairwise or budget', by);
      }
      return by === 'critic'
        ? { method: by, correlation: correlation ?? 'pearson' }
        : { method: by };
  }
}

function onlyList(judgments: readonly (readonly number[])[]): number[] {
  const [list, ...others] = judgments;
  if (list !== undefined && others.length === 0) return [...list];
  const found = `${judgments.length} lists`;
  throw new AppError('E_INPUT', `--judgments: expected one list, found ${found}`, {
    reason: 'usage',
    expected: 'one list',
    found,
  });
}

function needs(option: string, methods: string, found: string): AppError {
  return new AppError('E_INPUT', `${option}: expected --by ${methods}, found ${found}`, {
    reason: 'usage',
    expected: methods,
    found,
  });
}

function parseJudgments(text: string, before: readonly number[][] = []): number[][] {
  return [...before, text.split(',').map(parseRatio)];
}

/** A number, or one divided by another. */
function parseRatio(text: string): number {
  const [above, below, ...rest] = text.split('/').map(parseDecimal);
  if (above === undefined || below === 0 || rest.length > 0) {
    throw new InvalidArgumentError('Expected numbers, or fractions such as 1/3, with commas.');
  }
  return above / (below ?? 1);
}
