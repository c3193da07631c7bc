import { BASELINE, type ScenarioId } from './ids.ts';
import { type Override, overrideKey, type Scenario } from './scenario.ts';

/**
 * What a scenario and its parents change against `baseline`: of each thing the nearest override, method parts merged.
 * Overrides of `baseline` itself are no change. An unknown parent ends the chain.
 */
export function effectiveOverrides(scenarios: readonly Scenario[], id: ScenarioId): Override[] {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const chain: Scenario[] = [];
  for (
    let scenario = byId.get(id);
    scenario !== undefined && scenario.id !== BASELINE && !chain.includes(scenario);
    scenario = scenario.parent === null ? undefined : byId.get(scenario.parent)
  ) {
    chain.unshift(scenario);
  }
  const effective = new Map<string, Override>();
  for (const override of chain.flatMap((scenario) => scenario.overrides)) {
    const key = overrideKey(override);
    const inherited = effective.get(key);
    effective.set(
      key,
      override.kind === 'method' && inherited?.kind === 'method'
        ? { kind: 'method', part: { ...inherited.part, ...override.part } }
        : override,
    );
  }
  return [...effective.values()];
}
