import type { FrameworkNode } from '../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import { DEFAULT_METHOD, type Method } from '../../shared/model/method.ts';
import { RandomStream } from '../../electron/engine/random.ts';
import type { ScoringRequest } from '../../electron/engine/score.ts';
import { PLAIN_INDICATOR } from '../support/plain-indicator.ts';

/** A framework of dimensions with equally many indicators, uniform values, and gaps at random. Same shape, same numbers. */
export function syntheticRequest(shape: {
  units: number;
  dimensions: number;
  leavesEach: number;
  /** Share of cells, 0..1. */
  gaps: number;
  missing?: Method['missing'];
}): ScoringRequest {
  const random = new RandomStream(42, 'synthetic');
  const nodes: FrameworkNode[] = [node('index', null, 1, false)];
  for (let dimension = 0; dimension < shape.dimensions; dimension++) {
    nodes.push(node(`d${dimension}`, 'index', 1 + random.uniform(), false));
    for (let leaf = 0; leaf < shape.leavesEach; leaf++) {
      nodes.push(node(`d${dimension}i${leaf}`, `d${dimension}`, 1 + random.uniform(), true));
    }
  }
  const values = new Float64Array(shape.dimensions * shape.leavesEach * shape.units);
  for (let at = 0; at < values.length; at++) {
    values[at] = random.uniform() < shape.gaps ? Number.NaN : random.uniform();
  }
  return {
    framework: {
      id: 'synthetic',
      name: { zh: '', en: '' },
      source: null,
      assumptions: [],
      nodes,
    },
    units: Array.from({ length: shape.units }, (_, unit) => ({
      code: `u${unit}` as UnitCode,
      name: { zh: '', en: '' },
      attributes: {},
    })),
    values,
    method: { ...DEFAULT_METHOD, missing: shape.missing ?? 'available' },
    excludedUnits: new Set(),
    excludedNodes: new Set(),
    plausible: null,
  };
}

function node(code: string, parent: string | null, weight: number, isLeaf: boolean): FrameworkNode {
  return {
    code: code as NodeCode,
    parent: parent as NodeCode | null,
    name: { zh: code, en: code },
    weight,
    indicator: isLeaf ? PLAIN_INDICATOR : null,
  };
}
