import type { Unit } from '../../shared/model/unit.ts';
import { aggregate, aggregateNode, beginPass, childColumns, type NodeScores } from './aggregate.ts';
import { type AggregationPlan, planForFilledGaps } from './aggregation-plan.ts';
import type { FrameworkShares, FrameworkTree } from './compile-framework.ts';
import { contributions } from './contributions.ts';
import { netWins } from './copeland.ts';
import { type GapCells, isGap } from './gap-cells.ts';
import type { KnownColumns } from './known-columns.ts';
import type { NormalisedColumns } from './normalise.ts';

/**
 * What a unit's gaps allow: the index score with every gap at the worst, and at the best, place on its normalised scale.
 *
 * A gap is any cell without an adopted value, imputed or not, and any cell of a column that carries no information. The
 * scale of a column is fixed by the observed values: filling a gap moves no minimum, mean or rank. A column without a
 * scale (nothing observed under z-scores or ranks) is left out.
 */
export interface ScoreInterval {
  /** U */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Columns whose gaps stand at the given place of each leaf's scale; NaN where the column has no scale. */
export function fillGaps(columns: NormalisedColumns, place: Float64Array): Float64Array {
  const { unitCount, leafCount, state } = columns;
  const filled = columns.values.slice();
  for (let leaf = 0; leaf < leafCount; leaf++) {
    for (let at = leaf * unitCount; at < (leaf + 1) * unitCount; at++) {
      if (isGap(state[at])) filled[at] = place[leaf];
    }
  }
  return filled;
}

/**
 * Lowest and highest score of every node: all gaps at the worst and at the best place of their scales. A Copeland score
 * is lowest when the unit's own gaps are at the worst and its opponents' at the best.
 */
export function extremeScores(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  columns: NormalisedColumns,
  units: readonly Unit[],
): { low: NodeScores; high: NodeScores } {
  const filledPlan = planForFilledGaps(plan);
  const begin = (place: Float64Array) =>
    beginPass(tree, shares, filledPlan, fillGaps(columns, place), units, columns.values);
  const low = begin(columns.scaleLow);
  const high = begin(columns.scaleHigh);
  for (let node = tree.nodeCount - 1; node >= 0; node--) {
    const rule = plan.rules[node];
    if (rule?.rule === 'copeland') {
      const own = node * units.length;
      const lowest = childColumns(low, node);
      const highest = childColumns(high, node);
      netWins(lowest, highest, low.values.subarray(own, own + units.length));
      netWins(highest, lowest, high.values.subarray(own, own + units.length));
    } else if (rule !== undefined) {
      aggregateNode(low, node);
      aggregateNode(high, node);
    }
  }
  return { low, high };
}

/**
 * Score intervals. Where every aggregate is a weighted sum they come straight from the leaves; otherwise from two
 * aggregations of filled columns.
 *
 * Where columns end at unlike places (z-scores, ranks), a score re-scaled over what is present can lie outside what the
 * filled gaps span; the interval is widened to hold it, so that a score and its rank are never outside their intervals.
 *
 * @param known the observed cells for sums that need not look, where they are prepared.
 * @param score U, the index scores; themselves the interval where there is no gap.
 */
export function scoreInterval(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  columns: NormalisedColumns,
  units: readonly Unit[],
  gaps: GapCells,
  known: KnownColumns | null,
  score: Float64Array,
): ScoreInterval {
  if (gaps.units.length === 0) return { low: score, high: score };
  const { low, high } = plan.isLinear
    ? linearInterval(tree, shares, plan, columns, gaps, known)
    : indexInterval(extremeScores(tree, shares, plan, columns, units));
  for (let unit = 0; unit < columns.unitCount; unit++) {
    const value = score[unit];
    if (value !== value) continue;
    if (!(low[unit] <= value)) low[unit] = value;
    if (!(high[unit] >= value)) high[unit] = value;
  }
  return { low, high };
}

const ONE_UNIT: readonly Unit[] = [
  { code: 'imaginary' as Unit['code'], name: { zh: '', en: '' }, attributes: {} },
];

function indexInterval({ low, high }: { low: NodeScores; high: NodeScores }): ScoreInterval {
  return {
    low: low.values.slice(0, low.unitCount),
    high: high.values.slice(0, high.unitCount),
  };
}

/** Units worked on together, so that their sums stay in the first-level cache. */
const BLOCK = 2048;

function linearInterval(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  columns: NormalisedColumns,
  gaps: GapCells,
  known: KnownColumns | null,
): ScoreInterval {
  const { unitCount, leafCount, scaleLow, scaleHigh } = columns;
  const weight = weightsWithFilledGaps(tree, shares, plan, columns);
  const low = new Float64Array(unitCount);
  if (weight.every((w) => w === 0)) return { low: low.fill(NaN), high: low.slice() };
  for (let from = 0; from < unitCount; from += BLOCK) {
    const size = Math.min(BLOCK, unitCount - from);
    for (let leaf = 0; leaf < leafCount; leaf++) {
      if (weight[leaf] === 0) continue;
      const sums = low.subarray(from, from + size);
      const start = leaf * unitCount + from;
      const isWhole = gaps.start[leaf] === gaps.start[leaf + 1];
      if (isWhole) addWeighted(columns.values.subarray(start), weight[leaf], sums);
      else if (known !== null) addWeighted(known.values.subarray(start), weight[leaf], sums);
      else addObserved(columns, start, weight[leaf], sums);
    }
  }
  const high = low.slice();
  for (let leaf = 0; leaf < leafCount; leaf++) {
    if (weight[leaf] === 0) continue;
    const worst = weight[leaf] * scaleLow[leaf];
    const best = weight[leaf] * scaleHigh[leaf];
    for (let at = gaps.start[leaf]; at < gaps.start[leaf + 1]; at++) {
      const unit = gaps.units[at];
      low[unit] += worst;
      high[unit] += best;
    }
  }
  return { low, high };
}

function addWeighted(values: Float64Array, weight: number, sums: Float64Array): void {
  for (let at = 0; at < sums.length; at++) sums[at] += weight * values[at];
}

/** The same for the observed cells only. */
function addObserved(
  { values, state }: NormalisedColumns,
  start: number,
  weight: number,
  sums: Float64Array,
): void {
  for (let at = 0; at < sums.length; at++) {
    if (!isGap(state[start + at])) sums[at] += weight * values[start + at];
  }
}

/**
 * L: weight of each leaf in the index score once every gap is filled. It is the effective share, except that leaves
 * without a scale have 0 and their share goes to the siblings (or, weighing by leaves, to all leaves alike).
 */
export function weightsWithFilledGaps(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  columns: NormalisedColumns,
): Float64Array {
  // One imaginary unit that has 1 on every leaf with a scale: what each leaf adds to its score is the leaf's weight.
  const present = columns.scaleLow.map((place) => (place === place ? 1 : NaN));
  if (present.every((x) => x === 1)) {
    return Float64Array.from(tree.nodeOfLeaf, (node) => shares.effective[node]);
  }
  const scores = aggregate(tree, shares, planForFilledGaps(plan), present, ONE_UNIT);
  const parts = contributions(tree, shares, plan, scores);
  return Float64Array.from(tree.nodeOfLeaf, (node) =>
    parts[node] === parts[node] ? parts[node] : 0,
  );
}

/**
 * The rule `bounds`: nothing is imputed; every node stands in the middle of the interval that its gaps allow, so that the
 * units have an order at all. A gap itself stands in the middle of its scale here, which is what it adds to the middle
 * above it; `blankGaps` takes it out of the values shown.
 */
export function middleScores(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  columns: NormalisedColumns,
  units: readonly Unit[],
): NodeScores {
  const { low, high } = extremeScores(tree, shares, plan, columns, units);
  const values = low.values.map((x, at) => (x + high.values[at]) / 2);
  return { ...low, values };
}

/** Makes the leaves without a value missing again, in place. */
export function blankGaps(
  tree: FrameworkTree,
  columns: NormalisedColumns,
  nodeValues: Float64Array,
): void {
  const { unitCount, values } = columns;
  tree.nodeOfLeaf.forEach((node, leaf) => {
    nodeValues.set(values.subarray(leaf * unitCount, (leaf + 1) * unitCount), node * unitCount);
  });
}
