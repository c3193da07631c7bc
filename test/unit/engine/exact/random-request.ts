import * as fc from 'fast-check';
import type { FrameworkNode } from '../../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import { DEFAULT_METHOD, type Aggregation, type Method } from '../../../../shared/model/method.ts';
import type { ScoringRequest } from '../../../../electron/engine/score.ts';
import { PLAIN_INDICATOR } from '../../../support/plain-indicator.ts';

/** Small scored scenarios of every shape: trees of up to three levels, gaps, ties, zero weights, least coverage. */

export interface RequestLimits {
  readonly units: readonly [number, number];
  /** Chance of a gap in percent. */
  readonly gaps: number;
  readonly missing: readonly Method['missing'][];
  readonly aggregations: readonly (readonly Aggregation[])[];
  readonly minCoverage: readonly number[];
  /** Largest raw value; small numbers make ties. */
  readonly most: number;
  /** Least relative weight: 0 lets nodes weigh nothing. */
  readonly leastWeight: number;
  readonly depth: readonly number[];
}

const arithmetic: Aggregation = { rule: 'arithmetic' };

export const ORDINARY: RequestLimits = {
  units: [3, 9],
  gaps: 20,
  missing: ['available', 'available-leaf', 'zero', 'bounds'],
  aggregations: [[arithmetic]],
  minCoverage: [0, 0.3, 0.6],
  most: 1000,
  leastWeight: 0,
  depth: [1, 2, 3],
};

interface Branch {
  readonly children: readonly Branch[];
  readonly weight: number;
}

function branch(depth: number, leastWeight: number): fc.Arbitrary<Branch> {
  const weight = fc.integer({ min: leastWeight, max: 10 });
  if (depth === 0) return fc.record({ children: fc.constant([]), weight });
  const child = fc.oneof(
    { weight: 3, arbitrary: branch(depth - 1, leastWeight) },
    { weight: 1, arbitrary: branch(0, leastWeight) },
  );
  return fc.record({
    children: fc
      .array(child, { minLength: 1, maxLength: 4 })
      .map((children) =>
        children.every((each) => each.weight === 0)
          ? children.map((each, index) => (index === 0 ? { ...each, weight: 1 } : each))
          : children,
      ),
    weight,
  });
}

function nodesOf(root: Branch): FrameworkNode[] {
  const nodes: FrameworkNode[] = [];
  const visit = ({ children, weight }: Branch, parent: NodeCode | null) => {
    const code = `n${nodes.length}` as NodeCode;
    nodes.push({
      code,
      parent,
      name: { zh: code, en: code },
      weight,
      indicator: children.length > 0 ? null : { ...PLAIN_INDICATOR, type: 'count' },
    });
    for (const child of children) visit(child, code);
  };
  visit(root, null);
  return nodes;
}

export function randomRequest(limits: RequestLimits): fc.Arbitrary<ScoringRequest> {
  return fc
    .record({
      root: fc
        .constantFrom(...limits.depth)
        .chain((depth) => branch(depth, limits.leastWeight))
        .filter(({ children }) => children.length > 0),
      unitCount: fc.integer({ min: limits.units[0], max: limits.units[1] }),
      missing: fc.constantFrom(...limits.missing),
      aggregation: fc.constantFrom(...limits.aggregations),
      minCoverage: fc.constantFrom(...limits.minCoverage),
    })
    .chain(({ root, unitCount, missing, aggregation, minCoverage }) => {
      const nodes = nodesOf(root);
      const cells = nodes.filter((node) => node.indicator !== null).length * unitCount;
      return fc
        .array(
          fc.tuple(fc.integer({ min: 0, max: limits.most }), fc.integer({ min: 0, max: 99 })),
          { minLength: cells, maxLength: cells },
        )
        .map((drawn): ScoringRequest => ({
          framework: {
            id: 'f',
            name: { zh: 'f', en: 'f' },
            source: null,
            assumptions: [],
            nodes,
          },
          units: Array.from({ length: unitCount }, (_, unit) => ({
            code: `u${unit}` as UnitCode,
            name: { zh: `u${unit}`, en: `u${unit}` },
            attributes: {},
          })),
          values: Float64Array.from(drawn, ([value, chance]) =>
            chance < limits.gaps ? NaN : value,
          ),
          method: {
            ...DEFAULT_METHOD,
            normalisation: { rule: 'min-max', low: 1, high: 100 },
            aggregation: [...aggregation],
            missing,
            minCoverage,
          },
          excludedUnits: new Set(),
          excludedNodes: new Set(),
          plausible: null,
        }));
    });
}

/** A subset of the nodes but the index, to lock. */
export function randomLocks(request: ScoringRequest): fc.Arbitrary<ReadonlySet<NodeCode>> {
  return fc
    .subarray(request.framework.nodes.slice(1).map((node) => node.code))
    .chain((codes) =>
      fc.constantFrom(new Set<NodeCode>(), new Set(codes.slice(0, 2)), new Set(codes)),
    );
}
