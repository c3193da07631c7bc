import type { UnitCode } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { viewResult } from '../../../shared/model/result-view.ts';

/** Where a unit stands in one of two rankings. */
export interface Standing {
  /** 0: not ranked. */
  readonly rank: number;
  readonly tied: boolean;
  /** NaN: not ranked. */
  readonly score: number;
}

/** A unit in two rankings; it has a rank in at least one of them. */
export interface SlopeLine {
  readonly unit: UnitCode;
  readonly before: Standing;
  readonly after: Standing;
  readonly move: Move;
}

/** By ranks; `in` and `out`: it has a rank on one side only. */
export type Move = 'up' | 'down' | 'same' | 'in' | 'out';

/** One line a unit, in the order of the ranks now, then of those that have none any more. */
export function slopeLines(before: ScoringResult, after: ScoringResult): readonly SlopeLine[] {
  const [first, last] = [standings(before), standings(after)];
  const order = [
    ...viewResult(after).ranked,
    ...viewResult(before).ranked.filter((unit) => last(unit).rank === 0),
  ];
  return order.map((unit) => {
    const [before, after] = [first(unit), last(unit)];
    return { unit, before, after, move: moveOf(before.rank, after.rank) };
  });
}

function standings(result: ScoringResult): (unit: UnitCode) => Standing {
  const place = new Map(result.units.map((unit, at) => [unit, at]));
  const unitsOfRank = new Map<number, number>();
  for (const rank of result.rank) unitsOfRank.set(rank, (unitsOfRank.get(rank) ?? 0) + 1);
  return (unit) => {
    const rank = result.rank[place.get(unit) ?? -1] ?? 0;
    if (rank === 0) return { rank, tied: false, score: NaN };
    const score = result.score[place.get(unit) ?? -1] ?? NaN;
    return { rank, tied: (unitsOfRank.get(rank) ?? 0) > 1, score };
  };
}

function moveOf(before: number, after: number): Move {
  if (before === 0) return 'in';
  if (after === 0) return 'out';
  if (before === after) return 'same';
  return after < before ? 'up' : 'down';
}
