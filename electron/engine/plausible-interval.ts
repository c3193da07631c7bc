import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { aggregate } from './aggregate.ts';
import { type AggregationPlan, planForFilledGaps } from './aggregation-plan.ts';
import type { FrameworkShares, FrameworkTree } from './compile-framework.ts';
import { isGap } from './gap-cells.ts';
import type { NormalisedColumns } from './normalise.ts';
import { RandomStream } from './random.ts';
import { fillRanks, tieTolerance } from './rank.ts';
import { ScoreSorter } from './score-sorter.ts';
import { weightsWithFilledGaps } from './score-interval.ts';

export interface PlausibleRanks {
  /** U: 5 % and 95 % of the ranks over the draws; 0 = not ranked. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * Plausible rank intervals: in every draw each gap takes a uniform place on its column's normalised scale, which the
 * observed values fix; the ranks over the draws are cut at 5 and 95 % (the smallest rank that at least that share of the
 * draws does not exceed).
 *
 * A gap's draws depend on the seed, its unit and its indicator only. So they are the same whatever else is scored, in
 * any order, and with any weights: two scenarios are compared draw by draw.
 */
export function plausibleRanks(
  tree: FrameworkTree,
  shares: FrameworkShares,
  plan: AggregationPlan,
  columns: NormalisedColumns,
  units: readonly Unit[],
  isRanked: Uint8Array,
  { draws, seed }: { draws: number; seed: number },
): PlausibleRanks {
  const ranked: number[] = [];
  for (let unit = 0; unit < units.length; unit++) if (isRanked[unit] === 1) ranked.push(unit);
  const task = { tree, shares, plan, columns, units, draws, seed };
  const scores = plan.isLinear
    ? linearDraws(task, ranked)
    : plan.unitsInteract
      ? jointDraws(task, ranked)
      : aggregatedDraws(task, ranked);
  const tally = rankTally(scores, ranked.length, draws);
  const low = new Int32Array(units.length);
  const high = new Int32Array(units.length);
  ranked.forEach((unit, at) => {
    const counts = tally.subarray(at * ranked.length, (at + 1) * ranked.length);
    low[unit] = rankAtShare(counts, draws * 0.05);
    high[unit] = rankAtShare(counts, draws * 0.95);
  });
  return { low, high };
}

interface DrawTask {
  readonly tree: FrameworkTree;
  readonly shares: FrameworkShares;
  readonly plan: AggregationPlan;
  readonly columns: NormalisedColumns;
  readonly units: readonly Unit[];
  readonly draws: number;
  readonly seed: number;
}

function gapStream(seed: number, unit: UnitCode, indicator: NodeCode): RandomStream {
  return new RandomStream(seed, unit, indicator);
}

/** ranked × draws: score of each ranked unit in each draw, straight from the leaves. */
function linearDraws(task: DrawTask, ranked: readonly number[]): Float64Array {
  const { tree, columns, units, draws, seed } = task;
  const { unitCount, leafCount, values, state, scaleLow, scaleHigh } = columns;
  const weight = weightsWithFilledGaps(tree, task.shares, task.plan, columns);
  const scores = new Float64Array(ranked.length * draws);
  const uniforms = new Float64Array(draws);
  ranked.forEach((unit, row) => {
    let known = 0;
    const own = scores.subarray(row * draws, (row + 1) * draws);
    for (let leaf = 0; leaf < leafCount; leaf++) {
      if (weight[leaf] === 0) continue;
      const at = leaf * unitCount + unit;
      if (!isGap(state[at])) {
        known += weight[leaf] * values[at];
        continue;
      }
      known += weight[leaf] * scaleLow[leaf];
      const width = weight[leaf] * (scaleHigh[leaf] - scaleLow[leaf]);
      const stream = gapStream(
        seed,
        (units[unit] as Unit).code,
        tree.codes[tree.nodeOfLeaf[leaf]] as NodeCode,
      );
      stream.fillUniform(uniforms);
      for (let draw = 0; draw < draws; draw++) own[draw] += width * uniforms[draw];
    }
    for (let draw = 0; draw < draws; draw++) own[draw] += known;
  });
  return scores;
}

/** The same by aggregating, for each ranked unit, its draws as if they were units. */
function aggregatedDraws(task: DrawTask, ranked: readonly number[]): Float64Array {
  const { tree, columns, units, draws, seed } = task;
  const { unitCount, leafCount, values, state, scaleLow, scaleHigh } = columns;
  const plan = planForFilledGaps(task.plan);
  const scores = new Float64Array(ranked.length * draws);
  const rows = new Float64Array(leafCount * draws);
  ranked.forEach((unit, row) => {
    const named = units[unit] as Unit;
    for (let leaf = 0; leaf < leafCount; leaf++) {
      const at = leaf * unitCount + unit;
      const target = rows.subarray(leaf * draws, (leaf + 1) * draws);
      if (!isGap(state[at])) {
        target.fill(values[at]);
        continue;
      }
      const width = scaleHigh[leaf] - scaleLow[leaf];
      gapStream(seed, named.code, tree.codes[tree.nodeOfLeaf[leaf]] as NodeCode).fillUniform(
        target,
      );
      for (let draw = 0; draw < draws; draw++) target[draw] = scaleLow[leaf] + width * target[draw];
    }
    const drawn = aggregate(tree, task.shares, plan, rows, Array<Unit>(draws).fill(named), values);
    scores.set(drawn.values.subarray(0, draws), row * draws);
  });
  return scores;
}

/** The same where a unit's score depends on the others' gaps too: every draw aggregates all units. */
function jointDraws(task: DrawTask, ranked: readonly number[]): Float64Array {
  const { tree, columns, units, draws, seed } = task;
  const { unitCount, values, state, scaleLow, scaleHigh } = columns;
  const plan = planForFilledGaps(task.plan);
  const gaps: { at: number; low: number; width: number; stream: RandomStream }[] = [];
  for (let at = 0; at < values.length; at++) {
    if (!isGap(state[at])) continue;
    const leaf = Math.floor(at / unitCount);
    const { code } = units[at % unitCount] as Unit;
    gaps.push({
      at,
      low: scaleLow[leaf],
      width: scaleHigh[leaf] - scaleLow[leaf],
      stream: gapStream(seed, code, tree.codes[tree.nodeOfLeaf[leaf]] as NodeCode),
    });
  }
  const filled = values.slice();
  const scores = new Float64Array(ranked.length * draws);
  for (let draw = 0; draw < draws; draw++) {
    for (const { at, low, width, stream } of gaps) filled[at] = low + width * stream.uniform();
    const drawn = aggregate(tree, task.shares, plan, filled, units, values);
    ranked.forEach((unit, row) => {
      scores[row * draws + draw] = drawn.values[unit];
    });
  }
  return scores;
}

/** Draws ranked together. */
const BLOCK = 64;

/** ranked × ranked: in how many draws a unit (row) has a rank (column + 1). */
function rankTally(scores: Float64Array, rankedCount: number, draws: number): Int32Array {
  const tally = new Int32Array(rankedCount * rankedCount);
  const ranks = new Int32Array(rankedCount);
  const sorter = new ScoreSorter(rankedCount);
  // Turned around a block of draws at a time: one draw's scores lie far apart, a block's lie together.
  const block = new Float64Array(BLOCK * rankedCount);
  for (let from = 0; from < draws; from += BLOCK) {
    const size = Math.min(BLOCK, draws - from);
    for (let at = 0; at < rankedCount; at++) {
      for (let draw = 0; draw < size; draw++) {
        block[draw * rankedCount + at] = scores[at * draws + from + draw];
      }
    }
    for (let draw = 0; draw < size; draw++) {
      const own = block.subarray(draw * rankedCount, (draw + 1) * rankedCount);
      sorter.sort(own);
      fillRanks(sorter.ascending, sorter.places, tieTolerance(own), ranks);
      for (let at = 0; at < rankedCount; at++) tally[at * rankedCount + ranks[at] - 1]++;
    }
  }
  return tally;
}

function rankAtShare(counts: Int32Array, wanted: number): number {
  let seen = 0;
  for (let at = 0; at < counts.length; at++) {
    seen += counts[at];
    if (seen >= wanted) return at + 1;
  }
  return counts.length;
}
