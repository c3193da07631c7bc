import { AppError } from '../../../shared/contract/errors.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { Method } from '../../../shared/model/method.ts';
import { CellState } from '../cell-state.ts';
import { frameworkShares, relativeWeights } from '../compile-framework.ts';
import { isGap } from '../gap-cells.ts';
import { tieTolerance } from '../rank.ts';
import type { Scorer, ScoringRequest } from '../score.ts';
import { weightsWithFilledGaps } from '../score-interval.ts';

/** A gap, and what it would bring to know it. */
export interface ResearchGap {
  readonly unit: UnitCode;
  readonly indicator: NodeCode;
  /**
   * By how much the widths of all certain rank intervals together are expected to shrink if the value were known, it being
   * anywhere on its scale with equal chance. 0 for a unit that is not ranked.
   */
  readonly rankWidth: number;
  /** By how much the unit's own score interval shrinks, in points of the index: the same for every value. */
  readonly scoreWidth: number;
  /** Coverage of the unit with the value, and whether that is what it needs to be ranked. */
  readonly coverageThen: number;
  readonly becomesRanked: boolean;
}

/**
 * What to research next: every cell without a value, the one that narrows the ranking most first, then by the score interval.
 *
 * The certain rank intervals count, for each unit, the others whose score interval overlaps its own; so their widths sum to
 * twice the number of overlapping pairs. A known value v of weight w moves the unit's interval [L, H] to
 * [L + w(v − low), H − w(high − v)]; a pair parts where v lies beyond a threshold, so the expected number of pairs that
 * part is a sum of lengths: exact, no draws. The scale is fixed by the observed values.
 * @throws AppError `E_UNSUPPORTED` where the score is no weighted sum
 */
export function researchNext(
  request: ScoringRequest,
  { prepared, result }: Scorer,
  method: Method,
): ResearchGap[] {
  const { tree, plan, columns } = prepared;
  if (!plan.isLinear) {
    throw new AppError(
      'E_UNSUPPORTED',
      'What a gap would bring is known exactly for weighted sums only',
      {
        reason: 'gaps-not-exact',
      },
    );
  }
  const shares = frameworkShares(tree, relativeWeights(tree, request.framework));
  const weights = weightsWithFilledGaps(tree, shares, plan, columns);
  const unitCount = columns.unitCount;
  const ranked = Array.from(result.rank.keys()).filter((unit) => result.rank[unit] > 0);
  const ends = Float64Array.from([
    ...ranked.map((unit) => result.scoreLow[unit]),
    ...ranked.map((unit) => result.scoreHigh[unit]),
  ]);
  const tolerance = tieTolerance(ends);
  const gaps: ResearchGap[] = [];
  for (let leaf = 0; leaf < tree.leafCount; leaf++) {
    const scale = columns.scaleHigh[leaf] - columns.scaleLow[leaf];
    const share = shares.effective[tree.nodeOfLeaf[leaf]];
    for (let unit = 0; unit < unitCount; unit++) {
      const state = columns.state[leaf * unitCount + unit];
      // Where all units are alike a value is known although it says nothing: there is nothing to look for.
      if (!isGap(state) || state === CellState.uninformative) continue;
      const scoreWidth = scale > 0 ? weights[leaf] * scale : 0;
      const coverageThen = Math.min(1, result.coverage[unit] + share);
      const isRanked = result.rank[unit] > 0;
      gaps.push({
        unit: result.units[unit]!,
        indicator: tree.codes[tree.nodeOfLeaf[leaf]]!,
        rankWidth: isRanked && scoreWidth > 0 ? partedPairs(unit, scoreWidth) * 2 : 0,
        scoreWidth,
        coverageThen,
        becomesRanked: !isRanked && coverageThen >= method.minCoverage - 1e-9,
      });
    }
  }
  return gaps.sort(
    (one, other) => other.rankWidth - one.rankWidth || other.scoreWidth - one.scoreWidth,
  );

  /** Expected number of ranked units that the unit's interval no longer overlaps. */
  function partedPairs(unit: number, scoreWidth: number): number {
    const low = result.scoreLow[unit];
    const high = result.scoreHigh[unit];
    let expected = 0;
    for (const other of ranked) {
      const otherLow = result.scoreLow[other];
      const otherHigh = result.scoreHigh[other];
      if (other === unit || low > otherHigh + tolerance || otherLow > high + tolerance) continue;
      // Place of the value on its scale, 0..1: the interval is [low + place·width, high − (1 − place)·width].
      const above = 1 - (otherHigh + tolerance - low) / scoreWidth;
      const below = 1 - (high - otherLow + tolerance) / scoreWidth;
      expected += Math.max(0, above) + Math.max(0, below);
    }
    return expected;
  }
}
