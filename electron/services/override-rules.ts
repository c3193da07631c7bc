import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../shared/contract/errors.ts';
import type { Framework } from '../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import type { Method } from '../../shared/model/method.ts';
import type { PartOf } from '../../shared/model/replace-part.ts';
import { overrideKey, type Override, type Scenario } from '../../shared/model/scenario.ts';
import { checkCellValue } from '../../shared/text/cell-value.ts';
import { siblingWeightsProblem } from '../../shared/weights/sibling-weights.ts';
import type { OpenWorkbook } from '../store/open.ts';
import {
  cellTableOf,
  frameworkOf,
  indicatorOf,
  methodOf,
  nodeOf,
  resolvedOf,
  unitNumberOf,
} from './workbook-model.ts';

/** What a scenario has of its parent, before its own overrides. */
export interface Inherited {
  readonly framework: Framework;
  readonly method: Method;
  readonly excludedUnits: ReadonlySet<UnitCode>;
  readonly excludedNodes: ReadonlySet<NodeCode>;
  /** null: missing. */
  valueOf(unit: UnitCode, indicator: NodeCode): number | null;
}

/** Overrides of one scenario by key. */
export type OwnOverrides = ReadonlyMap<string, Override>;

/** @param parent null: of `baseline`, which inherits the workbook's own data, weights and method */
export function inheritedFrom(workbook: OpenWorkbook, parent: Scenario['parent']): Inherited {
  const resolved =
    parent === null
      ? {
          framework: frameworkOf(workbook),
          method: methodOf(workbook),
          excludedUnits: new Set<UnitCode>(),
          excludedNodes: new Set<NodeCode>(),
          values: [],
        }
      : resolvedOf(workbook, parent);
  const replaced = new Map(
    resolved.values.map(({ unit, indicator, value }) => [cellKey(unit, indicator), value]),
  );
  const table = cellTableOf(workbook);
  const units = new Map(table.units.map((unit, position) => [unit, position]));
  const indicators = new Map(table.indicators.map((code, position) => [code, position]));
  return {
    ...resolved,
    valueOf(unit, indicator) {
      const value = replaced.get(cellKey(unit, indicator));
      if (value !== undefined) return value;
      const [row, column] = [indicators.get(indicator) ?? 0, units.get(unit) ?? 0];
      const adopted = table.values[row * table.units.length + column] ?? Number.NaN;
      return Number.isNaN(adopted) ? null : adopted;
    },
  };
}

/**
 * The overrides of a scenario after `changes`. A change that says what is inherited anyway leaves no override. Siblings
 * are overridden together, all or none, so that their sum stays whatever becomes of the parent's weights.
 */
export function withOverrides(
  own: OwnOverrides,
  changes: readonly Override[],
  inherited: Inherited,
): OwnOverrides {
  const next = new Map(own);
  const put = (override: Override, isInherited: boolean) => {
    if (isInherited) next.delete(overrideKey(override));
    else next.set(overrideKey(override), override);
  };
  const weights = new Map<NodeCode, number>();
  for (const change of changes) {
    switch (change.kind) {
      case 'weight':
        weights.set(change.node, change.weight);
        break;
      case 'value':
        put(change, change.value === inherited.valueOf(change.unit, change.indicator));
        break;
      case 'method': {
        const before = next.get(overrideKey(change));
        const part = differingPart(
          before?.kind === 'method' ? before.part : {},
          change.part,
          inherited.method,
        );
        put({ kind: 'method', part }, Object.keys(part).length === 0);
        break;
      }
      case 'unit-inclusion':
        put(change, change.included !== inherited.excludedUnits.has(change.unit));
        break;
      case 'node-inclusion':
        put(change, change.included !== inherited.excludedNodes.has(change.node));
        break;
    }
  }
  for (const siblings of siblingGroups(inherited.framework, weights.keys())) {
    const group = siblings.map(({ code, weight }) => weights.get(code) ?? weight);
    const asInherited = siblings.every(({ weight }, position) => weight === group[position]);
    siblings.forEach(({ code, weight }, position) =>
      put({ kind: 'weight', node: code, weight: group[position] ?? weight }, asInherited),
    );
  }
  return next;
}

/**
 * The overrides without those named. Taking away the weight of one node takes away those of its siblings, which moved
 * with it.
 *
 * @throws AppError E_NOT_FOUND for a key that the scenario does not have
 */
export function withoutOverrides(
  own: OwnOverrides,
  keys: readonly string[],
  framework: Framework,
): OwnOverrides {
  const next = new Map(own);
  for (const key of keys) {
    const override = own.get(key);
    if (override === undefined) {
      throw new AppError('E_NOT_FOUND', `the scenario has no override "${key}"`, {
        reason: 'unknown-override',
        found: key,
      });
    }
    next.delete(key);
    if (override.kind !== 'weight') continue;
    for (const siblings of siblingGroups(framework, [override.node])) {
      for (const { code } of siblings)
        next.delete(overrideKey({ kind: 'weight', node: code, weight: 0 }));
    }
  }
  return next;
}

/**
 * Refuses overrides that name what is not there, values that an indicator cannot take, weights whose sum is another.
 *
 * @throws AppError E_INPUT, E_NOT_FOUND
 */
export function checkOverrides(
  workbook: OpenWorkbook,
  overrides: readonly Override[],
  inherited: Inherited,
): void {
  const weights = new Map<NodeCode, number>();
  for (const override of overrides) {
    switch (override.kind) {
      case 'weight':
        nodeOf(workbook, override.node);
        weights.set(override.node, override.weight);
        break;
      case 'value':
        unitNumberOf(workbook, override.unit);
        checkValue(workbook, override.unit, override.indicator, override.value);
        break;
      case 'unit-inclusion':
        unitNumberOf(workbook, override.unit);
        break;
      case 'node-inclusion':
        nodeOf(workbook, override.node);
        break;
      case 'method':
        break;
    }
  }
  for (const siblings of siblingGroups(inherited.framework, weights.keys())) {
    const current = siblings.map(({ code, weight }) => ({ node: code, weight }));
    const problem = siblingWeightsProblem(
      current,
      current.map(({ node, weight }) => ({ node, weight: weights.get(node) ?? weight })),
    );
    if (problem?.reason === 'sum-changed') {
      throw new AppError(
        'E_INPUT',
        `the weights of ${current.map(({ node }) => node).join(', ')} must sum to ${problem.expected}, ` +
          `found ${problem.found}`,
        {
          reason: 'weights-sum-changed',
          expected: String(problem.expected),
          found: String(problem.found),
        },
      );
    }
  }
}

/** @throws AppError E_INPUT when the indicator cannot take the value, E_NOT_FOUND when there is no such indicator */
export function checkValue(
  workbook: OpenWorkbook,
  unit: UnitCode,
  indicator: NodeCode,
  value: number | null,
): void {
  const { definition } = indicatorOf(workbook, indicator);
  const problem = value === null ? null : checkCellValue(value, definition);
  if (problem === null) return;
  throw new AppError('E_INPUT', `${unit} × ${indicator} cannot be ${value}: ${problem.reason}`, {
    reason: problem.reason,
    unit,
    node: indicator,
    found: String(value),
    parameters: { ...problem.parameters },
  });
}

/** Each group of siblings of which one is named. */
function siblingGroups(
  framework: Framework,
  nodes: Iterable<NodeCode>,
): readonly (readonly Framework['nodes'][number][])[] {
  const named = new Set(nodes);
  const parents = new Set(
    framework.nodes.filter(({ code }) => named.has(code)).map(({ parent }) => parent),
  );
  return [...parents].map((parent) => framework.nodes.filter((node) => node.parent === parent));
}

/** The parts of the method that are overridden after the change, without those that are as inherited. */
function differingPart(
  own: PartOf<Method>,
  change: PartOf<Method>,
  inherited: Method,
): Partial<Method> {
  const parts = Object.entries({ ...own, ...change }).filter(
    ([name, value]) =>
      value !== undefined && !isDeepStrictEqual(value, inherited[name as keyof Method]),
  );
  return Object.fromEntries(parts);
}

function cellKey(unit: UnitCode, indicator: NodeCode): string {
  return JSON.stringify([unit, indicator]);
}
