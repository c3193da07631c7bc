import { AppError } from '../../../shared/contract/errors.ts';
import { weightsToShares } from './weights-to-shares.ts';

/** Points may miss the budget by this much (typed decimals). */
const BUDGET_TOLERANCE = 1e-6;

/** What one judge gives to each node, in the order of the nodes. */
export interface BudgetAllocation {
  readonly judge: string;
  readonly points: readonly number[];
}

/**
 * Budget allocation: every judge distributes the same budget of points over the nodes; w = mean share over the judges.
 * Source: OECD/JRC Handbook 2008, section 6.
 * @throws AppError `E_INPUT`: reason `budget-not-spent` names the judge and the sum found; a negative number of points
 * is refused by `weightsToShares`; `budget-without-judges` when there is none.
 */
export function budgetWeights(
  nodes: readonly string[],
  budget: number,
  allocations: readonly BudgetAllocation[],
): Float64Array {
  if (allocations.length === 0) {
    throw new AppError('E_INPUT', 'Budget allocation needs at least one judge, found none', {
      reason: 'budget-without-judges',
    });
  }
  const total = new Float64Array(nodes.length);
  for (const { judge, points } of allocations) {
    const shares = weightsToShares(nodes, points);
    const spent = points.reduce((sum, each) => sum + each, 0);
    if (Math.abs(spent - budget) > BUDGET_TOLERANCE) {
      throw new AppError(
        'E_INPUT',
        `"${judge}" must distribute ${budget} points, but the points given sum to ${spent}`,
        {
          reason: 'budget-not-spent',
          expected: String(budget),
          found: String(spent),
          parameters: { judge },
        },
      );
    }
    shares.forEach((share, index) => (total[index] += share));
  }
  return total.map((sum) => sum / allocations.length);
}
