import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import type { RemoveOneResult, TornadoResult } from '../../../../shared/model/one-at-a-time.ts';

/** What one weight, taken down and up, makes of one unit. Ranks of 0: not ranked. */
export interface TornadoRow {
  readonly node: NodeCode;
  readonly scoreDown: number;
  readonly scoreUp: number;
  readonly rankDown: number;
  readonly rankUp: number;
}

export interface UnitTornado {
  readonly nominalScore: number;
  readonly nominalRank: number;
  /** The weight that moves the measure most first. */
  readonly rows: readonly TornadoRow[];
}

export type TornadoMeasure = 'score' | 'rank';

/** The tornado of one unit; null: the unit is not in the result. */
export function unitTornado(
  result: TornadoResult,
  unit: UnitCode,
  measure: TornadoMeasure,
): UnitTornado | null {
  const at = result.units.indexOf(unit);
  if (at < 0) return null;
  const count = result.units.length;
  const nominalScore = result.nominalScore[at] ?? NaN;
  const nominalRank = result.nominalRank[at] ?? 0;
  const rows = result.nodes.map((node, row) => {
    const place = row * count + at;
    return {
      node,
      scoreDown: result.scoreDown[place] ?? NaN,
      scoreUp: result.scoreUp[place] ?? NaN,
      rankDown: result.rankDown[place] ?? 0,
      rankUp: result.rankUp[place] ?? 0,
    };
  });
  const scoreSwing = ({ scoreDown, scoreUp }: TornadoRow) =>
    Math.max(scoreDistance(scoreDown, nominalScore), scoreDistance(scoreUp, nominalScore));
  const rankSwing = ({ rankDown, rankUp }: TornadoRow) =>
    Math.max(rankDistance(rankDown, nominalRank, count), rankDistance(rankUp, nominalRank, count));
  const sorted = rows.toSorted((a, b) =>
    measure === 'score'
      ? largestFirst(scoreSwing(a), scoreSwing(b))
      : largestFirst(rankSwing(a), rankSwing(b)) || largestFirst(scoreSwing(a), scoreSwing(b)),
  );
  return { nominalScore, nominalRank, rows: sorted };
}

export interface RemovalRow {
  readonly node: NodeCode;
  /** Of the unit without the node; 0: not ranked. */
  readonly rank: number;
  /** Mean absolute change of rank over all units. */
  readonly meanRankChange: number;
}

/** What becomes of a unit without each node, the largest change of its rank first; null: the unit is not in the result. */
export function removalRows(result: RemoveOneResult, unit: UnitCode): RemovalRow[] | null {
  const at = result.units.indexOf(unit);
  if (at < 0) return null;
  const nominal = result.nominalRank[at] ?? 0;
  return result.nodes
    .map((node, row) => ({
      node,
      rank: result.rank[row * result.units.length + at] ?? 0,
      meanRankChange: result.meanRankChange[row] ?? NaN,
    }))
    .toSorted(
      (a, b) =>
        largestFirst(
          rankDistance(a.rank, nominal, result.units.length),
          rankDistance(b.rank, nominal, result.units.length),
        ) || largestFirst(a.meanRankChange, b.meanRankChange),
    );
}

/** Places between two ranks among `count` units; who is not ranked (0) stands behind all. */
function rankDistance(one: number, other: number, count: number): number {
  const place = (rank: number) => (rank === 0 ? count + 1 : rank);
  return Math.abs(place(one) - place(other));
}

/** To gain or lose the score (NaN) is the largest change there is. */
function scoreDistance(one: number, other: number): number {
  if (Number.isNaN(one) || Number.isNaN(other)) {
    return Number.isNaN(one) === Number.isNaN(other) ? 0 : Infinity;
  }
  return Math.abs(one - other);
}

function largestFirst(a: number, b: number): number {
  return a === b ? 0 : b - a;
}
