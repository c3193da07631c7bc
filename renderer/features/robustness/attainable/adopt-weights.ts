import type { NodeShare } from '../../../../shared/model/weight-analysis.ts';
import { weightsFromShares } from '../../../../shared/weights/weights-from-shares.ts';
import { textOf } from '../../../i18n/i18n.ts';
import { useScenarios } from '../../../stores/scenario-store.ts';
import { selectScenario, useSelection } from '../../../stores/selection-store.ts';
import { storesFollowed } from '../../../stores/synchronise.ts';
import { changeWorkbook, useWorkbook } from '../../../stores/workbook-store.ts';

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
export async function adoptInNewScenario(
  shares: readonly NodeShare[],
  name: string,
  description: string,
): Promise<void> {
  const { scenario: parent } = useSelection.getState();
  const { id } = await changeWorkbook('scenarios.create', {
    parent,
    name: unusedName(name),
    description,
    overrides: siblingsOf(shares)
      .flatMap(({ weights }) => weights)
      .map(({ node, weight }) => ({ kind: 'weight', node, weight })),
  });
  await storesFollowed();
  selectScenario(id);
}

const MOST_LETTERS = 190;

/** Names tell scenarios apart, so a second one of this name gets a number. */
function unusedName(name: string): string {
  const taken = new Set(useScenarios.getState().scenarios.map((scenario) => scenario.name));
  const short = name.slice(0, MOST_LETTERS);
  for (let number = 1; ; number++) {
    const tried =
      number === 1 ? short : textOf('robustness:attainable.numbered', { name: short, number });
    if (!taken.has(tried)) return tried;
  }
}
