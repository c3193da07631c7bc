import type { MultiverseResult } from '../../../shared/model/one-at-a-time.ts';
import type { MethodChoices } from '../../../shared/model/uncertainty.ts';
import { type BlockAnalysis, gatherList } from '../block-analysis.ts';
import { score, type ScoringRequest } from '../score.ts';
import {
  METHOD_PARTS,
  type MethodVariants,
  methodVariants,
} from '../uncertainty/method-variants.ts';

/**
 * Ranks under every combination of method choices, one in each block (Steegen et al., "Increasing transparency through a
 * multiverse analysis", Perspectives on Psychological Science 11, 2016). The main effect of a choice on a unit is its mean
 * rank under that choice minus its mean rank over all.
 *
 * @throws AppError see `methodVariants`; in a block what `createScorer` throws for a choice that the data do not allow.
 */
export function createMultiverse(
  request: ScoringRequest,
  choices: MethodChoices,
): BlockAnalysis<Int32Array, MultiverseResult> {
  const variants = methodVariants(request.method, choices);
  const { methods } = variants;
  return {
    blockCount: methods.length,
    runBlock: (block) => score({ ...request, method: methods[block], plausible: null }).rank,
    gather: () =>
      gatherList((ranks) => {
        const nominal = score({ ...request, plausible: null });
        const unitCount = nominal.units.length;
        const rank = new Int32Array(methods.length * unitCount);
        ranks.forEach((each, at) => rank.set(each, at * unitCount));
        return {
          units: nominal.units,
          nominalRank: nominal.rank,
          choices,
          rank,
          effects: mainEffects(variants, rank, unitCount),
        };
      }),
  };
}

function mainEffects(
  { methods, counts }: MethodVariants,
  rank: Int32Array,
  unitCount: number,
): MultiverseResult['effects'] {
  const overall = meanRanks(rank, unitCount, () => true);
  const effects: MultiverseResult['effects'] = [];
  let faster = methods.length;
  METHOD_PARTS.forEach((part, position) => {
    const count = counts[position];
    faster /= count;
    const stride = faster;
    for (let choice = 0; choice < (count > 1 ? count : 0); choice++) {
      const own = meanRanks(rank, unitCount, (at) => Math.floor(at / stride) % count === choice);
      effects.push({ part, choice, meanRankChange: own.map((mean, unit) => mean - overall[unit]) });
    }
  });
  return effects;
}

/** U: mean rank over the combinations that count and in which the unit is ranked. */
function meanRanks(
  rank: Int32Array,
  unitCount: number,
  counts: (combination: number) => boolean,
): Float64Array {
  const sum = new Float64Array(unitCount);
  const ranked = new Float64Array(unitCount);
  for (let from = 0; from < rank.length; from += unitCount) {
    if (!counts(from / unitCount)) continue;
    for (let unit = 0; unit < unitCount; unit++) {
      if (rank[from + unit] === 0) continue;
      sum[unit] += rank[from + unit];
      ranked[unit]++;
    }
  }
  return sum.map((total, unit) => total / ranked[unit]);
}
