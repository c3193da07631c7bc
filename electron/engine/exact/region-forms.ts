import { AppError } from '../../../shared/contract/errors.ts';
import { meanRange, type Range } from './box-extremes.ts';
import { tieTolerance } from '../rank.ts';
import type { MeanTransform } from './mean-transform.ts';
import { siblingForms } from './sibling-forms.ts';
import type { WeightModel } from './weight-model.ts';
import type { WeightRegion } from './weight-region.ts';

/**
 * The index scores of all units as functions of the weights v of a region:
 *
 *   f(score of u) = Σ_k v_k·(value or stand-in) / Σ_k v_k·denominator
 *
 * with an increasing f. Mostly this is a ratio of linear functions, or linear where the denominator is 1 throughout. The
 * exception is a region of leaf weights under the rule `available` with a gap below a group: there the mean of the group
 * stands in for the gap, and that mean is such a ratio itself.
 */
export interface RegionForms {
  readonly size: number;
  /** U × K, unit-major; 0 where a stand-in or nothing stands. */
  readonly value: Float64Array;
  readonly denominator: Float64Array;
  /** U × K: coverage of u = Σ coverage·v. */
  readonly coverage: Float64Array;
  /** Means that stand in for gaps; of one unit the deepest first. */
  readonly standIns: readonly StandIn[];
  /** U: numbers of the unit's stand-ins. */
  readonly standInsOf: readonly (readonly number[])[];
  /** Does every unit have all of its values? Then every denominator is 1 and nothing stands in. */
  readonly isComplete: boolean;
  readonly transform: MeanTransform;
  /** What the tie tolerance of the scores is worth in f-space, at most, wherever the weights go. */
  readonly tolerance: number;
  /** Every unit's score at v; NaN without one. */
  evaluate(weights: Float64Array): Float64Array;
}

/** The mean of a group, Σ v·(value or deeper stand-in)/Σ v over `included`, in the places of the gaps below the group. */
export interface StandIn {
  readonly unit: number;
  /** Variables whose place it takes. */
  readonly gaps: readonly number[];
  /** K: 1 for the variables that the mean runs over. */
  readonly included: Uint8Array;
  /** Range of the mean over the box of the region. */
  readonly range: Range;
}

/**
 * @throws AppError `E_UNSUPPORTED` where the aggregation of the nodes concerned is not one and the same arithmetic,
 * geometric, harmonic or power mean.
 */
export function regionForms(model: WeightModel, region: WeightRegion): RegionForms {
  return region.scope === 'siblings'
    ? formsOfSiblings(model, region)
    : formsOfLeaves(model, region);
}

/** Means of all stand-ins at v, in their order; NaN where a mean has no weight. */
export function standInValues(forms: RegionForms, weights: Float64Array): Float64Array {
  const { size } = forms;
  const values = new Float64Array(forms.standIns.length);
  const row = new Float64Array(size);
  let unit = -1;
  forms.standIns.forEach((standIn, number) => {
    if (standIn.unit !== unit) {
      unit = standIn.unit;
      row.set(forms.value.subarray(unit * size, (unit + 1) * size));
    }
    let sum = 0;
    let weight = 0;
    for (let index = 0; index < size; index++) {
      if (standIn.included[index] === 0) continue;
      sum += weights[index] * row[index];
      weight += weights[index];
    }
    values[number] = sum / weight;
    for (const gap of standIn.gaps) row[gap] = values[number];
  });
  return values;
}

function refuseAggregation(): never {
  throw new AppError(
    'E_UNSUPPORTED',
    'Exact statements about weights need one and the same arithmetic, geometric, harmonic or power mean at the nodes concerned and above them',
    { reason: 'aggregation-not-exact' },
  );
}

function formsOfSiblings(model: WeightModel, region: WeightRegion): RegionForms {
  const forms = siblingForms(model, region.parent);
  if (forms === null) refuseAggregation();
  const size = forms.children.length;
  const { unitCount } = model;
  const value = transposed(forms.numerator, size, unitCount);
  const denominator = transposed(forms.denominator, size, unitCount);
  return {
    size,
    value,
    denominator,
    coverage: transposed(forms.coverage, size, unitCount),
    standIns: [],
    standInsOf: Array.from({ length: unitCount }, () => []),
    isComplete: denominator.every((each) => each === 1),
    transform: forms.transform,
    tolerance: largestTolerance(forms.transform, value, denominator),
    evaluate(weights) {
      return Float64Array.from({ length: unitCount }, (_, unit) =>
        forms.transform.invert(ratioAt(value, denominator, unit, weights)),
      );
    },
  };
}

/** Scores are means of the values, so none is larger in size than the largest of these. */
function largestTolerance(
  { apply, invert }: MeanTransform,
  value: Float64Array,
  denominator: Float64Array,
): number {
  const values = value
    .map((each, at) => (denominator[at] > 0 ? invert(each / denominator[at]) : NaN))
    .filter((each) => each === each);
  const tolerance = tieTolerance(values);
  return values.reduce((most, each) => Math.max(most, apply(each + tolerance) - apply(each)), 0);
}

function transposed(rows: Float64Array, height: number, width: number): Float64Array {
  const out = new Float64Array(rows.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      out[column * height + row] = rows[row * width + column];
    }
  }
  return out;
}

/** NaN where the unit has no weight. */
function ratioAt(
  numerator: Float64Array,
  denominator: Float64Array,
  unit: number,
  weights: Float64Array,
): number {
  const from = unit * weights.length;
  let top = 0;
  let bottom = 0;
  for (let index = 0; index < weights.length; index++) {
    top += numerator[from + index] * weights[index];
    bottom += denominator[from + index] * weights[index];
  }
  return top / bottom;
}

function formsOfLeaves(model: WeightModel, region: WeightRegion): RegionForms {
  const transform = commonTransformOfAll(model);
  const { apply, invert } = transform;
  const { tree, unitCount } = model;
  const size = tree.leafCount;
  const below = leavesBelow(model);
  const value = new Float64Array(unitCount * size);
  const denominator = new Float64Array(unitCount * size);
  const coverage = new Float64Array(unitCount * size);
  const standIns: StandIn[] = [];
  const standInsOf: number[][] = [];
  const counts: Uint8Array[] = [];
  for (let unit = 0; unit < unitCount; unit++) {
    const counting = countingNodes(model, unit);
    counts.push(counting);
    const ownValue = value.subarray(unit * size, (unit + 1) * size);
    const ownDenominator = denominator.subarray(unit * size, (unit + 1) * size);
    tree.nodeOfLeaf.forEach((node, leaf) => {
      coverage[unit * size + leaf] = model.covered[node * unitCount + unit];
      if (counting[node] === 0) return;
      ownValue[leaf] = apply(model.values[node * unitCount + unit]);
      ownDenominator[leaf] = 1;
    });
    const first = standIns.length;
    if (model.presenceBy === 'children') {
      standIns.push(...standInsFor(model, region, unit, counting, below, ownValue, ownDenominator));
    }
    standInsOf.push(Array.from({ length: standIns.length - first }, (_, index) => first + index));
  }
  return {
    size,
    value,
    denominator,
    coverage,
    standIns,
    standInsOf,
    isComplete: standIns.length === 0 && denominator.every((each) => each === 1),
    transform,
    tolerance: largestTolerance(transform, value, denominator),
    evaluate(weights) {
      const sums = new Float64Array(tree.nodeCount);
      tree.nodeOfLeaf.forEach((node, leaf) => (sums[node] = weights[leaf]));
      for (let node = tree.nodeCount - 1; node > 0; node--) sums[tree.parent[node]] += sums[node];
      return Float64Array.from({ length: unitCount }, (_, unit) =>
        invert(
          standInsOf[unit]!.length === 0
            ? ratioAt(value, denominator, unit, weights)
            : nestedMean(model, counts[unit]!, unit, sums, apply),
        ),
      );
    },
  };
}

function commonTransformOfAll({ tree, means }: WeightModel): MeanTransform {
  const transforms = means.filter((_, node) => tree.leafOfNode[node] < 0);
  const first = transforms[0] ?? null;
  if (first === null || transforms.some((each) => each?.name !== first.name)) refuseAggregation();
  return first;
}

/** N × L: 1 where the leaf is below the node or is it. */
function leavesBelow({ tree }: WeightModel): Uint8Array {
  const below = new Uint8Array(tree.nodeCount * tree.leafCount);
  tree.nodeOfLeaf.forEach((leafNode, leaf) => {
    for (let node = leafNode; node >= 0; node = tree.parent[node]) {
      below[node * tree.leafCount + leaf] = 1;
    }
  });
  return below;
}

/**
 * N: 1 for the nodes that count towards the unit's index whatever the weights: those with a value, enough present
 * children, and a parent that counts.
 */
function countingNodes(model: WeightModel, unit: number): Uint8Array {
  const { tree, thresholds, unitCount, values } = model;
  const counting = new Uint8Array(tree.nodeCount);
  for (let node = tree.nodeCount - 1; node >= 0; node--) {
    const first = tree.childStart[node];
    const end = tree.childStart[node + 1];
    if (first === end) {
      const value = values[node * unitCount + unit];
      counting[node] = value === value ? 1 : 0;
      continue;
    }
    let present = 0;
    for (let at = first; at < end; at++) present += counting[tree.children[at]];
    counting[node] = present > 0 && present / (end - first) >= thresholds[node] ? 1 : 0;
  }
  for (let node = 1; node < tree.nodeCount; node++) counting[node] &= counting[tree.parent[node]];
  return counting;
}

/**
 * A leaf that does not count leaves its weight to its siblings: the nearest counting node above keeps its whole weight,
 * so its mean stands in for the leaf. At the index itself the leaf just drops out. The denominators of the gaps become 1.
 */
function standInsFor(
  { tree }: WeightModel,
  region: WeightRegion,
  unit: number,
  counting: Uint8Array,
  below: Uint8Array,
  ownValue: Float64Array,
  ownDenominator: Float64Array,
): StandIn[] {
  const size = tree.leafCount;
  const gapsOf = new Map<number, number[]>();
  tree.nodeOfLeaf.forEach((leafNode, leaf) => {
    let node = leafNode;
    while (node > 0 && counting[node] === 0) node = tree.parent[node];
    if (node === leafNode || node === 0) return;
    gapsOf.set(node, [...(gapsOf.get(node) ?? []), leaf]);
  });
  const low = ownValue.slice();
  const high = ownValue.slice();
  const deepestFirst = [...gapsOf.keys()].sort((one, other) => other - one);
  return deepestFirst.map((node) => {
    const gaps = gapsOf.get(node)!;
    const included = new Uint8Array(size);
    for (let leaf = 0; leaf < size; leaf++) {
      included[leaf] = below[node * size + leaf] === 1 && ownDenominator[leaf] === 1 ? 1 : 0;
    }
    const range = meanRange(low, high, included, region.lower, region.upper);
    for (const gap of gaps) {
      low[gap] = range.low;
      high[gap] = range.high;
      ownDenominator[gap] = 1;
    }
    return { unit, gaps, included, range };
  });
}

/** f of the index score from the nested means themselves; `sums`: weight of every node. */
function nestedMean(
  { tree, unitCount, values }: WeightModel,
  counting: Uint8Array,
  unit: number,
  sums: Float64Array,
  apply: (value: number) => number,
): number {
  const top = new Float64Array(tree.nodeCount);
  const bottom = new Float64Array(tree.nodeCount);
  for (let node = tree.nodeCount - 1; node >= 0; node--) {
    if (counting[node] === 0) continue;
    const isLeaf = tree.leafOfNode[node] >= 0;
    // A node whose present children weigh nothing is missing.
    if (!isLeaf && bottom[node] === 0) continue;
    const mean = isLeaf ? apply(values[node * unitCount + unit]) : top[node] / bottom[node];
    if (node === 0) return mean;
    top[tree.parent[node]] += sums[node] * mean;
    bottom[tree.parent[node]] += sums[node];
  }
  return NaN;
}
