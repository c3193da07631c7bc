import type { Framework, IndicatorDefinition } from '../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { DEFAULT_METHOD, type Method } from '../../../shared/model/method.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import type { ScoringRequest } from '../../../electron/engine/score.ts';
import { PLAIN_INDICATOR } from '../../support/plain-indicator.ts';

/** Small frameworks and tables, written down as a reader sees them. */

export interface Leaf extends Partial<IndicatorDefinition> {
  readonly code: string;
  readonly weight?: number;
}

/** A group of leaves or groups below the index. */
export interface Group {
  readonly code: string;
  readonly weight?: number;
  readonly children: readonly (Leaf | Group)[];
}

export function makeFramework(children: readonly (Leaf | Group)[]): Framework {
  const nodes: Framework['nodes'] = [];
  const add = (item: Leaf | Group, parent: string | null): void => {
    const code = item.code as NodeCode;
    const common = {
      code,
      parent: parent as NodeCode | null,
      name: { zh: item.code, en: item.code },
      weight: item.weight ?? 1,
    };
    if ('children' in item) {
      nodes.push({ ...common, indicator: null });
      for (const child of item.children) add(child, item.code);
    } else {
      const { code: _code, weight: _weight, ...definition } = item;
      nodes.push({ ...common, indicator: { ...PLAIN_INDICATOR, ...definition } });
    }
  };
  add({ code: 'index', children }, null);
  return { id: 'test', name: { zh: '', en: '' }, source: null, assumptions: [], nodes };
}

export function makeUnits(
  codes: readonly string[],
  attributes: readonly Record<string, string>[] = [],
): Unit[] {
  return codes.map((code, at) => ({
    code: code as UnitCode,
    name: { zh: code, en: code },
    attributes: attributes[at] ?? {},
  }));
}

/**
 * @param rows values by unit code, in the order of the framework's leaves; null = missing.
 */
export function makeRequest(
  framework: Framework,
  rows: Record<string, readonly (number | null)[]>,
  method: Partial<Method> = {},
  rest: Partial<ScoringRequest> = {},
): ScoringRequest {
  const codes = Object.keys(rows);
  const leafCount = framework.nodes.filter((node) => node.indicator !== null).length;
  const values = new Float64Array(leafCount * codes.length);
  codes.forEach((code, unit) => {
    for (let leaf = 0; leaf < leafCount; leaf++) {
      values[leaf * codes.length + unit] = rows[code]?.[leaf] ?? NaN;
    }
  });
  return {
    framework,
    units: makeUnits(codes),
    values,
    method: { ...DEFAULT_METHOD, ...method },
    excludedUnits: new Set(),
    excludedNodes: new Set(),
    plausible: null,
    ...rest,
  };
}

/** One number of a node-major matrix of a result. */
export function cell(
  result: ScoringResult,
  matrix: 'values' | 'contributions' | 'imputed',
  node: string,
  unit: string,
): number {
  const row = result.nodes.indexOf(node as NodeCode);
  const column = result.units.indexOf(unit as UnitCode);
  return result[matrix][row * result.units.length + column] as number;
}

/** A per-unit array of a result as an object by unit code. */
export function byUnit(result: ScoringResult, array: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(result.units.map((unit, at) => [unit, array[at] as number]));
}

/** Scale of the numbers themselves: scaled with bounds 0 and 1 changes nothing. */
export const AS_IS: Method['normalisation'] = {
  rule: 'scaled',
  bounds: { lower: 0, upper: 1 },
  factor: 1,
};
