import { AppError } from '../../shared/contract/errors.ts';
import type { NodeCode } from '../../shared/model/ids.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import type { WeightsAsked, WeightsProposal } from '../../shared/model/weight-analysis.ts';
import { columnOf, type Columns, rescaleToUnitInterval } from '../engine/columns.ts';
import { createScorer, type ScoringRequest } from '../engine/score.ts';
import { budgetWeights } from '../engine/weighting/budget-weights.ts';
import { criticWeights } from '../engine/weighting/critic-weights.ts';
import { entropyWeights } from '../engine/weighting/entropy-weights.ts';
import { equalWeights } from '../engine/weighting/equal-weights.ts';
import { importance } from '../engine/weighting/importance.ts';
import { optimisedWeights } from '../engine/weighting/optimised-weights.ts';
import { pairwiseComparisonWeights } from '../engine/weighting/pairwise-comparison-weights.ts';
import { principalComponentWeights } from '../engine/weighting/principal-component-weights.ts';
import { rankOrderCentroidWeights } from '../engine/weighting/rank-order-centroid-weights.ts';
import { swingWeights } from '../engine/weighting/swing-weights.ts';

type Found = Partial<Pick<WeightsProposal, 'loadings' | 'consistency' | 'reached'>> & {
  readonly shares: Float64Array | null;
};

/**
 * Weights for the children of one node by a method: nothing is changed. Methods that look at the data take the
 * children's normalised values or scores.
 *
 * @throws AppError `E_NOT_FOUND` for a parent without children; `E_INPUT` for a list of another length, and what the
 *   method refuses
 */
export function proposeWeights(
  request: ScoringRequest,
  parent: NodeCode,
  asked: WeightsAsked,
): WeightsProposal {
  const { prepared, result } = createScorer({ ...request, plausible: null });
  const { tree } = prepared;
  const node = tree.codes.indexOf(parent);
  const numbers =
    node < 0
      ? []
      : Array.from(tree.children.subarray(tree.childStart[node], tree.childStart[node + 1]));
  if (numbers.length === 0) {
    throw new AppError('E_NOT_FOUND', `"${parent}" is no included node with children`, {
      reason: 'unknown-parent',
      node: parent,
    });
  }
  const unitCount = result.units.length;
  const columns: Columns = {
    units: result.units,
    nodes: numbers.map((child) => tree.codes[child] ?? ''),
    values: Float64Array.from(
      numbers.flatMap((child) =>
        Array.from(result.values.subarray(child * unitCount, (child + 1) * unitCount)),
      ),
    ),
  };
  if (LOOKS_AT_VALUES.has(asked.method)) requireDifferences(columns, request, result);
  const declared = numbers.map((child) => result.localShare[child] ?? 0);
  const found = sharesBy(asked, columns, declared);
  const influence = importance(columns, found.shares ?? declared).share;
  return {
    children: columns.nodes as NodeCode[],
    shares: found.shares === null ? null : Array.from(found.shares),
    importance: influence.some(Number.isNaN) ? null : Array.from(influence),
    loadings: found.loadings ?? null,
    consistency: found.consistency ?? null,
    reached: found.reached ?? null,
  };
}

const LOOKS_AT_VALUES: ReadonlySet<WeightsAsked['method']> = new Set([
  'entropy',
  'critic',
  'principal-component',
  'optimised',
]);

/**
 * Where all units are alike the normalised values are missing: that is to be said, instead of that there are none.
 * @throws AppError `E_INPUT`, reason `column-constant`
 */
function requireDifferences(
  columns: Columns,
  { framework }: ScoringRequest,
  { notes }: ScoringResult,
): void {
  const parentOf = new Map(framework.nodes.map(({ code, parent }) => [code, parent]));
  const alike = new Set<string>();
  for (const { kind, node } of notes) {
    if (kind !== 'constant-column') continue;
    for (let above = node; above !== null; above = parentOf.get(above) ?? null) alike.add(above);
  }
  columns.nodes.forEach((node, at) => {
    if (!alike.has(node) || !columnOf(columns, at).every(Number.isNaN)) return;
    throw new AppError('E_INPUT', `all units are alike on "${node}": nothing to weigh by`, {
      reason: 'column-constant',
      node,
    });
  });
}

function sharesBy(asked: WeightsAsked, columns: Columns, declared: readonly number[]): Found {
  const { nodes } = columns;
  const perNode = (list: readonly unknown[], what: string) => {
    if (list.length === nodes.length) return;
    throw new AppError(
      'E_INPUT',
      `${what}: expected ${nodes.length}, one per child, found ${list.length}`,
      {
        reason: 'one-per-child',
        expected: String(nodes.length),
        found: String(list.length),
      },
    );
  };
  switch (asked.method) {
    case 'equal':
      return { shares: equalWeights(nodes.length) };
    case 'rank-order-centroid':
      perNode(asked.ranks, 'ranks');
      return { shares: rankOrderCentroidWeights(nodes, asked.ranks) };
    case 'entropy':
      return { shares: entropyWeights(rescaleToUnitInterval(columns, 'Entropy')).weights };
    case 'critic':
      return {
        shares: criticWeights(rescaleToUnitInterval(columns, 'CRITIC'), asked.correlation).weights,
      };
    case 'principal-component': {
      const { weights, loadings } = principalComponentWeights(columns);
      return { shares: weights, loadings: Array.from(loadings) };
    }
    case 'pairwise': {
      const found = pairwiseComparisonWeights(nodes, asked.comparisons);
      const { revisit } = found;
      return {
        shares: found.weights,
        consistency: {
          ratio: found.consistencyRatio,
          index: found.consistencyIndex,
          revisit:
            revisit === null
              ? null
              : {
                  row: nodes[revisit.row] as NodeCode,
                  column: nodes[revisit.column] as NodeCode,
                  found: revisit.found,
                  consistent: revisit.consistent,
                  ratioThen: revisit.ratioThen,
                },
        },
      };
    }
    case 'swing':
      perNode(asked.ratings, 'ratings');
      return { shares: swingWeights(nodes, asked.ratings) };
    case 'budget':
      for (const { judge, points } of asked.allocations) perNode(points, `points of ${judge}`);
      return { shares: budgetWeights(nodes, asked.budget, asked.allocations) };
    case 'optimised': {
      const { weights, reached } = optimisedWeights(columns, declared);
      return { shares: weights, reached };
    }
  }
}
