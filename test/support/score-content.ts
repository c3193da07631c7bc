import { resolveScenario } from '../../electron/engine/resolve-scenario.ts';
import { score } from '../../electron/engine/score.ts';
import { BASELINE, type ScenarioId } from '../../shared/model/ids.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';

/** Scores content by the engine alone, without a workbook file. */
export function scoreContent(
  content: WorkbookContent,
  scenario: ScenarioId = BASELINE,
): ScoringResult {
  const resolved = resolveScenario(content.scenarios, scenario, content);
  const leaves = content.framework.nodes.filter(({ indicator }) => indicator !== null);
  const column = new Map(leaves.map(({ code }, at) => [code, at]));
  const row = new Map(content.units.map(({ code }, at) => [code, at]));
  const observations = new Map(content.observations.map((each) => [each.id, each]));
  const values = new Float64Array(leaves.length * content.units.length).fill(NaN);
  const cells = [
    ...content.adoptions.map(({ unit, indicator, observation }) => ({
      unit,
      indicator,
      value: observations.get(observation)?.value ?? null,
    })),
    ...resolved.values,
  ];
  for (const { unit, indicator, value } of cells) {
    const at = (column.get(indicator) ?? 0) * content.units.length + (row.get(unit) ?? 0);
    values[at] = value ?? NaN;
  }
  return score({
    framework: resolved.framework,
    units: content.units,
    values,
    method: resolved.method,
    excludedUnits: resolved.excludedUnits,
    excludedNodes: resolved.excludedNodes,
    plausible: { draws: 2000, seed: 20250630 },
  });
}
