import type { UnitCode } from '../../../../shared/model/ids.ts';
import type { MultiverseResult } from '../../../../shared/model/one-at-a-time.ts';
import type { MethodChoices } from '../../../../shared/model/uncertainty.ts';

/** The choice that moves a unit most. */
export interface MovingChoice {
  readonly part: keyof MethodChoices;
  /** Position in the part's list. */
  readonly choice: number;
  /** Mean rank under this choice minus mean rank over all. */
  readonly change: number;
}

/** Ranks of one unit over all combinations. */
export interface MultiverseRow {
  readonly unit: UnitCode;
  /** 0: not ranked by the workbook's own method. */
  readonly nominal: number;
  readonly best: number;
  readonly worst: number;
  readonly median: number;
  /** Combinations in which the unit is ranked. */
  readonly ranked: number;
  /** Share of all combinations at rank 1, 2, … */
  readonly shares: Float64Array;
  /** null: no choice moves it. */
  readonly mover: MovingChoice | null;
}

/** Changes of mean rank up to this size are rounding. */
const NO_CHANGE = 1e-9;

/** Units that some combination ranks, by median rank, the best first. */
export function multiverseRows(result: MultiverseResult): MultiverseRow[] {
  const { units, nominalRank, rank } = result;
  const count = units.length;
  const combinations = count === 0 ? 0 : rank.length / count;
  return units
    .flatMap((unit, at) => {
      const ranks = Array.from({ length: combinations }, (_, each) => rank[each * count + at] ?? 0)
        .filter((each) => each > 0)
        .toSorted((a, b) => a - b);
      if (ranks.length === 0) return [];
      const shares = new Float64Array(count);
      for (const each of ranks) shares[each - 1] = (shares[each - 1] ?? 0) + 1 / combinations;
      return [
        {
          unit,
          nominal: nominalRank[at] ?? 0,
          best: ranks[0] ?? 0,
          worst: ranks.at(-1) ?? 0,
          median: medianOf(ranks),
          ranked: ranks.length,
          shares,
          mover: moverOf(result, at),
        },
      ];
    })
    .toSorted((a, b) => a.median - b.median || a.best - b.best || a.worst - b.worst);
}

export function combinationsOf({ units, rank }: MultiverseResult): number {
  return units.length === 0 ? 0 : rank.length / units.length;
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

function moverOf({ effects }: MultiverseResult, at: number): MovingChoice | null {
  let mover: MovingChoice | null = null;
  for (const { part, choice, meanRankChange } of effects) {
    const change = meanRankChange[at] ?? NaN;
    if (!(Math.abs(change) > Math.max(NO_CHANGE, Math.abs(mover?.change ?? 0)))) continue;
    mover = { part, choice, change };
  }
  return mover;
}
