import type { CellGrid } from '../../../shared/contract/evidence-operations.ts';
import type { ResearchAnswer } from '../../../shared/model/weight-analysis.ts';

/** A gap, with what was found for it already. */
export interface GapRow extends ResearchAnswer {
  /** Candidate observations that nobody adopted. */
  readonly candidates: number;
}

export const SHOWN_GAPS = ['all', 'withCandidates', 'becomingRanked'] as const;
export type ShownGaps = (typeof SHOWN_GAPS)[number];

/** The gaps in the order of the answer, with the candidates that the cells of the same scenario have. */
export function gapRows(gaps: readonly ResearchAnswer[], grid: CellGrid | null): GapRow[] {
  const rowOf = new Map(grid?.units.map((unit, at) => [unit, at]));
  const columnOf = new Map(grid?.indicators.map((indicator, at) => [indicator, at]));
  return gaps.map((gap) => {
    const [row, column] = [rowOf.get(gap.unit), columnOf.get(gap.indicator)];
    const known = grid !== null && row !== undefined && column !== undefined;
    return {
      ...gap,
      candidates: known ? (grid.candidateCounts[row * grid.indicators.length + column] ?? 0) : 0,
    };
  });
}

export function isShown({ candidates, becomesRanked }: GapRow, shown: ShownGaps): boolean {
  if (shown === 'withCandidates') return candidates > 0;
  return shown === 'all' || becomesRanked;
}
