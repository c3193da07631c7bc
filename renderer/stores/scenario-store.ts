import { create } from 'zustand';
import type { ResolvedScenario } from '../../shared/contract/scenario-operations.ts';
import { BASELINE, type NodeCode } from '../../shared/model/ids.ts';
import type { Method } from '../../shared/model/method.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { callHost } from './host-connection.ts';
import { selectScenario, useSelection } from './selection-store.ts';

interface ScenarioState {
  scenarios: readonly Scenario[];
  /** What is in force in the selected scenario. */
  resolved: ResolvedScenario | null;
  weights: ReadonlyMap<NodeCode, number>;
  baselineWeights: ReadonlyMap<NodeCode, number>;
  /** Method in force in `baseline`; null: not read yet. */
  baselineMethod: Method | null;
  error: unknown;
}

const empty: ScenarioState = {
  scenarios: [],
  resolved: null,
  weights: new Map(),
  baselineWeights: new Map(),
  baselineMethod: null,
  error: null,
};

export const useScenarios = create<ScenarioState>(() => empty);

export function clearScenarios(): void {
  useScenarios.setState(empty);
}

/** Reads the list; a selected scenario that was deleted (or whose making was undone) gives way to `baseline`. */
export async function refreshScenarios(): Promise<void> {
  const scenarios = await callHost('scenarios.list', {});
  useScenarios.setState({ scenarios });
  const selected = useSelection.getState().scenario;
  if (!scenarios.some((scenario) => scenario.id === selected)) selectScenario(BASELINE);
}

/** Reads what is in force in the selected scenario. */
export async function refreshResolvedScenario(): Promise<void> {
  const { scenario } = useSelection.getState();
  try {
    const [resolved, baseline] = await Promise.all([
      callHost('scenarios.resolved', { scenario }),
      scenario === BASELINE ? null : callHost('scenarios.resolved', { scenario: BASELINE }),
    ]);
    if (useSelection.getState().scenario !== scenario) return;
    useScenarios.setState({
      resolved,
      weights: weightsByNode(resolved.weights),
      baselineWeights: weightsByNode(resolved.baselineWeights),
      baselineMethod: (baseline ?? resolved).method,
      error: null,
    });
  } catch (error) {
    if (useSelection.getState().scenario === scenario) useScenarios.setState({ error });
  }
}

function weightsByNode(
  weights: readonly { node: NodeCode; weight: number }[],
): ReadonlyMap<NodeCode, number> {
  return new Map(weights.map(({ node, weight }) => [node, weight]));
}

/** The scenario `step` places after the selected one in the list, around its ends. */
export function selectNeighbourScenario(step: 1 | -1): void {
  const { scenarios } = useScenarios.getState();
  if (scenarios.length === 0) return;
  const at = scenarios.findIndex((scenario) => scenario.id === useSelection.getState().scenario);
  const next = scenarios[(at + step + scenarios.length) % scenarios.length];
  if (next !== undefined) selectScenario(next.id);
}
