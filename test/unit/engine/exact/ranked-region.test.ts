import { describe, expect, it } from 'vitest';
import { rankedRegion } from '../../../../electron/engine/exact/ranked-region.ts';
import { regionForms } from '../../../../electron/engine/exact/region-forms.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import {
  type RegionRequest,
  weightRegion,
} from '../../../../electron/engine/exact/weight-region.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { Method } from '../../../../shared/model/method.ts';
import { AS_IS, type Leaf, makeFramework, makeRequest } from '../make-request.ts';

/** Three indicators of a third each; rows beside the sum of the weights, which is always the first. */

const THREE: Leaf[] = [{ code: 'a' }, { code: 'b' }, { code: 'c' }];

function regionOf(
  rows: Record<string, (number | null)[]>,
  method: Partial<Method> = {},
  request: Partial<RegionRequest> = {},
  leaves = THREE,
) {
  const scoring = makeRequest(makeFramework(leaves), rows, { normalisation: AS_IS, ...method });
  const model = weightModel(createScorer(scoring), scoring.method);
  const region = weightRegion(model, {
    scope: { kind: 'leaves' },
    spread: null,
    locked: new Set(),
    ...request,
  });
  const units = Array.from(Object.keys(rows).keys());
  const ranked = rankedRegion(model, region, regionForms(model, region), units);
  expect(ranked.rows[0]).toEqual({ coefficients: Float64Array.of(1, 1, 1), lower: 1, upper: 1 });
  return { region, ranked, further: ranked.rows.slice(1) };
}

const near = (value: number, digits = 12) => expect.closeTo(value, digits) as number;

describe('the weights under which the same units are ranked', () => {
  it('are all where nothing is missing', () => {
    const rows = { u: [1, 2, 3], v: [3, 2, 1] };
    for (const minCoverage of [0, 0.5, 1]) {
      const { further, ranked } = regionOf(rows, { minCoverage });
      expect(further).toEqual([]);
      expect(Array.from(ranked.lower)).toEqual([0, 0, 0]);
      expect(Array.from(ranked.upper)).toEqual([1, 1, 1]);
    }
    const locked = new Set(['a' as NodeCode]);
    expect(regionOf(rows, {}, { locked }).further).toHaveLength(1);
  });

  it('leave a ranked unit some weight, and the coverage that it needs', () => {
    const rows = { u: [1, null, null], v: [3, 2, 1] };
    const { further } = regionOf(rows);
    expect(further).toEqual([
      { coefficients: Float64Array.of(1, 0, 0), lower: 1e-6, upper: Infinity },
    ]);
    const covered = regionOf(rows, { minCoverage: 0.3 }).further;
    expect(covered).toEqual([
      { coefficients: Float64Array.of(1, 0, 0), lower: near(0.3), upper: Infinity },
      { coefficients: Float64Array.of(1, 0, 0), lower: 1e-6, upper: Infinity },
    ]);
    // The limit allows for rounding, and the row does not need to.
    expect(covered[0]!.lower).toBeCloseTo(0.3, 15);
  });

  it('need no row for what the bounds keep anyway', () => {
    const rows = { u: [1, null, null], v: [3, 2, 1] };
    // Within a tenth a is at least 0.3.
    expect(regionOf(rows, { minCoverage: 0.29 }, { spread: 0.1 }).further).toEqual([]);
    expect(regionOf(rows, { minCoverage: 0.31 }, { spread: 0.1 }).further).toHaveLength(1);
    // Nor where the others cannot take more than 0.7.
    const most = { u: [null, 1, 1], v: [3, 2, 1] };
    expect(regionOf(most, { minCoverage: 0.62 }, { spread: 0.1 }).further).toEqual([]);
  });

  it('keep a unit with too little coverage below the limit', () => {
    const rows = { u: [1, null, null], v: [3, 2, 1] };
    const { further } = regionOf(rows, { minCoverage: 0.5 });
    expect(further).toEqual([
      { coefficients: Float64Array.of(1, 0, 0), lower: -Infinity, upper: near(0.5, 7) },
    ]);
    expect(0.5 - further[0]!.upper).toBeCloseTo(2e-9, 12);
    expect(regionOf(rows, { minCoverage: 0.5 }, { spread: 0.4 }).further).toEqual([]);
  });

  it('give a unit without weight none, unless its coverage keeps it out', () => {
    const leaves: Leaf[] = [{ code: 'a', weight: 1 }, { code: 'b', weight: 0 }, { code: 'c' }];
    const rows = { u: [null, 1, null], v: [3, 2, 1] };
    const by = (minCoverage: number) =>
      regionOf(rows, { minCoverage, missing: 'available-leaf' }, {}, leaves).further;
    expect(by(0)).toEqual([{ coefficients: Float64Array.of(0, 1, 0), lower: -Infinity, upper: 0 }]);
    expect(by(0.4)).toEqual([
      { coefficients: Float64Array.of(0, 1, 0), lower: -Infinity, upper: near(0.4, 7) },
    ]);
    // Where it can have no weight there is nothing to keep.
    const held = { spread: 0.5 };
    expect(regionOf(rows, { missing: 'available-leaf' }, held, leaves).further).toEqual([]);
  });

  it('approach 0 where a gap leaves its weight to its siblings', () => {
    const gaps = { u: [1, null, 2], v: [3, 2, 1] };
    const { ranked, region } = regionOf(gaps, { missing: 'available' });
    expect(Array.from(ranked.lower)).toEqual([1e-7, 1e-7, 1e-7]);
    expect(Array.from(region.lower)).toEqual([0, 0, 0]);
    expect(Array.from(regionOf(gaps, { missing: 'available-leaf' }).ranked.lower)).toEqual([
      0, 0, 0,
    ]);
    const full = { u: [1, 2, 2], v: [3, 2, 1] };
    expect(Array.from(regionOf(full, { missing: 'available' }).ranked.lower)).toEqual([0, 0, 0]);
    // Not above what there is now, nor below what the bounds ask for.
    const light: Leaf[] = [{ code: 'a' }, { code: 'b', weight: 0 }, { code: 'c' }];
    const held = regionOf(gaps, { missing: 'available' }, { spread: 0.5 }, light).ranked;
    expect(Array.from(held.lower)).toEqual([0.25, 0, 0.25]);
  });
});
