import type { z } from 'zod';
import { AppError } from '../../shared/contract/errors.ts';
import type { SiblingWeights } from '../../shared/contract/scenario-operations.ts';
import type { Framework } from '../../shared/model/framework.ts';
import type { NodeCode } from '../../shared/model/ids.ts';
import { siblingWeightsProblem } from '../../shared/weights/sibling-weights.ts';

/**
 * The new weights by node, after a check that each group names all children of its parent and keeps their sum.
 *
 * @param framework with the weights in force now
 * @throws AppError E_INPUT
 */
export function checkedWeights(
  framework: Framework,
  groups: readonly z.infer<typeof SiblingWeights>[],
): ReadonlyMap<NodeCode, number> {
  const weights = new Map<NodeCode, number>();
  const parents = new Set<NodeCode>();
  for (const { parent, weights: proposed } of groups) {
    if (parents.has(parent)) {
      throw new AppError('E_INPUT', `the children of "${parent}" are given twice`, {
        reason: 'parent-twice',
        node: parent,
      });
    }
    parents.add(parent);
    const siblings = framework.nodes
      .filter((node) => node.parent === parent)
      .map(({ code, weight }) => ({ node: code, weight }));
    if (siblings.length === 0) {
      throw new AppError('E_INPUT', `"${parent}" has no children whose weights could be set`, {
        reason: 'no-children',
        node: parent,
      });
    }
    const problem = siblingWeightsProblem(siblings, proposed);
    if (problem !== null) throw refused(parent, problem);
    for (const { node, weight } of proposed) weights.set(node, weight);
  }
  return weights;
}

function refused(
  parent: NodeCode,
  problem: NonNullable<ReturnType<typeof siblingWeightsProblem>>,
): AppError {
  if (problem.reason === 'sum-changed') {
    return new AppError(
      'E_INPUT',
      `the weights below "${parent}" must sum to ${problem.expected}, found ${problem.found}`,
      {
        reason: 'weights-sum-changed',
        node: parent,
        expected: String(problem.expected),
        found: String(problem.found),
      },
    );
  }
  return new AppError(
    'E_INPUT',
    `expected every child of "${parent}" once, found otherwise: "${problem.node}" (${problem.reason})`,
    { reason: problem.reason, node: problem.node },
  );
}
