import { isSameSetup } from './same-setup.ts';
import type { NodeCode, UnitCode } from './ids.ts';
import type { Method } from './method.ts';
import type { Override } from './scenario.ts';

/** All that a scenario says, its parents included. */
export interface ScenarioContent {
  readonly method: Method;
  /** Share of a node among its siblings, 0..1. */
  readonly share: (node: NodeCode) => number;
  readonly excludedUnits: readonly UnitCode[];
  readonly excludedNodes: readonly NodeCode[];
  readonly units: readonly UnitCode[];
  readonly indicators: readonly NodeCode[];
  /** units × indicators at [u × indicators.length + i]; NaN = missing. */
  readonly values: Float64Array;
}

/** Shares that differ by less are the same share, reached by other sums. */
const SAME_SHARE = 1e-12;

/**
 * What a second scenario says differently from a first, as overrides of the first: nodes in the order given, then method,
 * values, and what is left out. It does not matter which of the two stands on which.
 */
export function scenarioDifferences(
  nodes: readonly NodeCode[],
  first: ScenarioContent,
  second: ScenarioContent,
): Override[] {
  return [
    ...nodes
      .filter((node) => Math.abs(first.share(node) - second.share(node)) > SAME_SHARE)
      .map((node): Override => ({ kind: 'weight', node, weight: second.share(node) })),
    ...methodDifference(first.method, second.method),
    ...valueDifferences(first, second),
    ...changed(first.excludedUnits, second.excludedUnits).map(([unit, excluded]): Override => ({
      kind: 'unit-inclusion',
      unit,
      included: !excluded,
    })),
    ...changed(first.excludedNodes, second.excludedNodes).map(([node, excluded]): Override => ({
      kind: 'node-inclusion',
      node,
      included: !excluded,
    })),
  ];
}

function methodDifference(first: Method, second: Method): Override[] {
  const part = Object.fromEntries(
    Object.entries(second).filter(
      ([name, value]) => !isSameSetup(value, first[name as keyof Method]),
    ),
  );
  return Object.keys(part).length === 0 ? [] : [{ kind: 'method', part }];
}

function valueDifferences(first: ScenarioContent, second: ScenarioContent): Override[] {
  const differences: Override[] = [];
  second.units.forEach((unit, row) => {
    second.indicators.forEach((indicator, column) => {
      const at = row * second.indicators.length + column;
      const [before, after] = [first.values[at] ?? NaN, second.values[at] ?? NaN];
      if (Object.is(before, after) || before === after) return;
      const value = Number.isNaN(after) ? null : after;
      differences.push({ kind: 'value', unit, indicator, value, note: '' });
    });
  });
  return differences;
}

/** Codes that are in one of the two, and whether in the second. */
function changed<Code>(first: readonly Code[], second: readonly Code[]): [Code, boolean][] {
  return [
    ...second.filter((code) => !first.includes(code)).map((code): [Code, boolean] => [code, true]),
    ...first.filter((code) => !second.includes(code)).map((code): [Code, boolean] => [code, false]),
  ];
}
