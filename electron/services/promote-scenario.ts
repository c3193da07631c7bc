import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../shared/contract/errors.ts';
import { BASELINE, type NodeCode, type ScenarioId, type UnitCode } from '../../shared/model/ids.ts';
import type { Promotion } from '../../shared/model/scenario-comparison.ts';
import { overrideKey, type Override, type Scenario } from '../../shared/model/scenario.ts';
import type { Method } from '../../shared/model/method.ts';
import { resolveScenario, type ResolvedOverrides } from '../engine/resolve-scenario.ts';
import { score, type ScoringRequest } from '../engine/score.ts';
import type { OpenWorkbook } from '../store/open.ts';
import {
  checkValue,
  inheritedFrom,
  withOverrides,
  type Inherited,
  type OwnOverrides,
} from './override-rules.ts';
import { scoringRequest, withValues } from './scoring.ts';
import { methodOf, resolvedOf, scenarioOf, scenariosOf } from './workbook-model.ts';
import { overridesOf } from './write-overrides.ts';

/** A cell whose value in `baseline` becomes another one; null empties it. */
export interface PromotedCell {
  readonly unit: UnitCode;
  readonly indicator: NodeCode;
  readonly value: number | null;
  readonly note: string;
}

/** What has to be written so that `baseline` says what a scenario says now. */
export interface PromotionPlan {
  /** Relative weights that differ. */
  readonly weights: ReadonlyMap<NodeCode, number>;
  /** Parts of the method that differ. */
  readonly method: Partial<Method>;
  readonly cells: readonly PromotedCell[];
  /** Own overrides of `baseline`: what is left out. */
  readonly baseline: OwnOverrides;
  /** Own overrides of the promoted scenario, without those that say what it inherits then. */
  readonly promoted: OwnOverrides;
  /** Overrides that, on the new baseline, say what the baseline said before. */
  readonly former: OwnOverrides;
  readonly summary: Omit<Promotion, 'others'>;
}

/**
 * The rule: a scenario is the baseline and its own changes. So every other scenario keeps its own overrides, and what it
 * inherits follows the new baseline, exactly as when an analyst edits the baseline itself. The promoted scenario shows what
 * it showed; of its overrides those disappear that it now inherits.
 *
 * @throws AppError `E_PRECONDITION` for `baseline`; `E_INPUT` for a value that its indicator cannot take
 */
export function planPromotion(workbook: OpenWorkbook, id: ScenarioId): PromotionPlan {
  const { scenario } = scenarioOf(workbook, id);
  if (id === BASELINE) {
    throw new AppError('E_PRECONDITION', `"${scenario.name}" is the baseline already`, {
      reason: 'baseline-not-promotable',
    });
  }
  const before = resolvedOf(workbook, BASELINE);
  const after = resolvedOf(workbook, id);
  const beforeData = inheritedFrom(workbook, BASELINE);
  const afterData = inheritedFrom(workbook, id);

  const weights = new Map<NodeCode, number>();
  const parents = new Set<NodeCode>();
  after.framework.nodes.forEach(({ code, weight, parent }, at) => {
    if (weight === before.framework.nodes[at]?.weight) return;
    weights.set(code, weight);
    if (parent !== null) parents.add(parent);
  });
  const method = differingParts(methodOf(workbook), after.method);
  const cells = after.values
    .filter(({ unit, indicator, value }) => value !== beforeData.valueOf(unit, indicator))
    .map(({ unit, indicator, value, note }): PromotedCell => {
      checkValue(workbook, unit, indicator, value);
      return { unit, indicator, value, note };
    });
  const units = symmetricDifference(before.excludedUnits, after.excludedUnits);
  const nodes = symmetricDifference(before.excludedNodes, after.excludedNodes);

  const inverse: Override[] = [
    ...before.framework.nodes
      .filter(({ code }) => weights.has(code))
      .map(({ code, weight }): Override => ({ kind: 'weight', node: code, weight })),
    ...cells.map(({ unit, indicator }): Override => ({
      kind: 'value',
      unit,
      indicator,
      value: beforeData.valueOf(unit, indicator),
      note: '',
    })),
    { kind: 'method', part: differingParts(after.method, methodOf(workbook)) },
    ...units.map((unit): Override => ({
      kind: 'unit-inclusion',
      unit,
      included: !before.excludedUnits.has(unit),
    })),
    ...nodes.map((node): Override => ({
      kind: 'node-inclusion',
      node,
      included: !before.excludedNodes.has(node),
    })),
  ];
  return {
    weights,
    method,
    cells,
    baseline: exclusions(after),
    promoted: overridesThen(workbook, scenario, after, afterData),
    former: withOverrides(new Map(), inverse, afterData),
    summary: {
      weights: [...parents],
      cells: cells.length,
      method: Object.keys(method),
      units: units.length,
      nodes: nodes.length,
    },
  };
}

/** How many units get another rank in every other scenario because it follows the new baseline. */
export function othersAfterPromotion(workbook: OpenWorkbook, id: ScenarioId): Promotion['others'] {
  const after = resolvedOf(workbook, id);
  const promotedValues = scoringRequest(workbook, after).values;
  const scenarios = scenariosOf(workbook).map(({ scenario }) => scenario);
  const changed = withBaselineOverrides(scenarios, exclusions(after));
  return scenarios
    .filter((scenario) => scenario.id !== BASELINE && scenario.id !== id)
    .map((scenario) => {
      const then = resolveScenario(changed, scenario.id, after);
      return {
        scenario: scenario.id,
        moved: movedUnits(scoringRequest(workbook, resolvedOf(workbook, scenario.id)), {
          ...scoringRequest(workbook, then),
          values: withValues(workbook, promotedValues, then.values),
        }),
      };
    });
}

function movedUnits(before: ScoringRequest, after: ScoringRequest): number | null {
  try {
    const [was, is] = [score(before), score(after)];
    const rankOf = new Map(was.units.map((unit, at) => [unit, was.rank[at]]));
    return is.units.filter((unit, at) => (rankOf.get(unit) ?? 0) !== is.rank[at]).length;
  } catch (cause) {
    if (cause instanceof AppError) return null;
    throw cause;
  }
}

/** Own overrides of the promoted scenario once `baseline` says the same. */
function overridesThen(
  workbook: OpenWorkbook,
  scenario: Scenario,
  after: ResolvedOverrides,
  afterData: Inherited,
): OwnOverrides {
  const own = overridesOf(scenario);
  if (scenario.parent === null || scenario.parent === BASELINE) return new Map();
  const scenarios = withBaselineOverrides(
    scenariosOf(workbook).map((stored) => stored.scenario),
    exclusions(after),
  );
  const above = resolveScenario(scenarios, scenario.parent, after);
  const replaced = new Map(
    above.values.map(({ unit, indicator, value }) => [JSON.stringify([unit, indicator]), value]),
  );
  return withOverrides(own, [...own.values()], {
    ...above,
    valueOf(unit, indicator) {
      const value = replaced.get(JSON.stringify([unit, indicator]));
      return value === undefined ? afterData.valueOf(unit, indicator) : value;
    },
  });
}

function exclusions({ excludedUnits, excludedNodes }: ResolvedOverrides): OwnOverrides {
  const overrides: Override[] = [
    ...[...excludedUnits].map((unit): Override => ({
      kind: 'unit-inclusion',
      unit,
      included: false,
    })),
    ...[...excludedNodes].map((node): Override => ({
      kind: 'node-inclusion',
      node,
      included: false,
    })),
  ];
  return new Map(overrides.map((override) => [overrideKey(override), override]));
}

export function withBaselineOverrides(
  scenarios: readonly Scenario[],
  own: OwnOverrides,
): Scenario[] {
  return scenarios.map((scenario) =>
    scenario.id === BASELINE ? { ...scenario, overrides: [...own.values()] } : scenario,
  );
}

/** The parts of `to` that are not as in `from`. */
function differingParts(from: Method, to: Method): Partial<Method> {
  return Object.fromEntries(
    Object.entries(to).filter(
      ([name, value]) => !isDeepStrictEqual(value, from[name as keyof Method]),
    ),
  );
}

function symmetricDifference<Code>(one: ReadonlySet<Code>, other: ReadonlySet<Code>): Code[] {
  return [
    ...[...one].filter((code) => !other.has(code)),
    ...[...other].filter((code) => !one.has(code)),
  ];
}
