import type { Override } from '../../../../shared/model/scenario.ts';
import type { NodeShare } from '../../../../shared/model/weight-analysis.ts';
import { weightsFromShares } from '../../../../shared/weights/weights-from-shares.ts';
import { useScenarios } from '../../../stores/scenario-store.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import { changeWorkbook, useWorkbook } from '../../../stores/workbook-store.ts';
import { createScenario, freeScenarioName } from '../../scenarios/scenario-acts.ts';

/** Weights as the siblings of the selected scenario have them when they get these shares. */
function siblingsOf(shares: readonly NodeShare[]) {
  const { index } = useWorkbook.getState();
  if (index === null) return [];
  return weightsFromShares(index, useScenarios.getState().weights, shares).map(
    ({ parent, weights }) => ({ parent, weights: [...weights] }),
  );
}

/** Writes the weights into the selected scenario, as one undo step; nothing where it has them already. */
export async function adoptHere(shares: readonly NodeShare[]): Promise<void> {
  const siblings = siblingsOf(shares);
  if (siblings.length === 0) return;
  const { scenario } = useSelection.getState();
  await changeWorkbook('scenarios.setWeights', { scenario, siblings });
}

/** Makes a scenario on the selected one with the weights, as one undo step, and shows it. */
export function adoptInNewScenario(
  shares: readonly NodeShare[],
  name: string,
  description: string,
): Promise<void> {
  const { scenario: parent } = useSelection.getState();
  const overrides = siblingsOf(shares)
    .flatMap(({ weights }) => weights)
    .map(({ node, weight }): Override => ({ kind: 'weight', node, weight }));
  return createScenario(parent, freeScenarioName(name), description, overrides);
}
