import { averageRanks } from './average-ranks.ts';
import { pearsonCorrelation } from './pearson-correlation.ts';

/** Spearman's correlation of two series of equal length without gaps: Pearson's on average ranks. */
export function spearmanCorrelation(xs: Float64Array, ys: Float64Array): number {
  return pearsonCorrelation(averageRanks(xs), averageRanks(ys));
}
