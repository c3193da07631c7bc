import type { ScenarioId, UnitCode } from '../../../shared/model/ids.ts';
import type { ScoreMatrix } from '../../../shared/model/scenario-comparison.ts';

/** What the cells of the matrix say. */
export const SHOWN = ['rank', 'score', 'rankChange', 'scoreChange'] as const;
export type Shown = (typeof SHOWN)[number];

export interface MatrixCell {
  /** 0 = not ranked. */
  readonly rank: number;
  /** NaN = no score. */
  readonly score: number;
  /** Places gained against the reference: positive is better; null: not ranked in one of the two. */
  readonly gained: number | null;
  /** Against the reference; NaN: no score in one of the two. */
  readonly scoreChange: number;
  /** −1..1 for the colour: better is positive, the largest change of the matrix is ±1. */
  readonly tint: number;
  /** The scenario leaves the unit out, or cannot be scored. */
  readonly absent: boolean;
}

export interface MatrixRow {
  readonly unit: UnitCode;
  /** In the order of `columns`. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixTable {
  readonly columns: readonly ScenarioId[];
  /** By rank in the reference; units without a rank there come last, by score. */
  readonly rows: readonly MatrixRow[];
}

/** The matrix as rows of units, each cell against the same unit in `reference`. */
export function matrixTable(matrix: ScoreMatrix, reference: ScenarioId, shown: Shown): MatrixTable {
  const { scenarios, units } = matrix;
  const base = scenarios.indexOf(reference);
  const byScore = shown === 'score' || shown === 'scoreChange';
  const read = (column: number, row: number) => {
    const at = column * units.length + row;
    return {
      rank: matrix.rank[at] ?? 0,
      score: matrix.score[at] ?? NaN,
      absent: Number.isNaN(matrix.coverage[at] ?? NaN),
    };
  };
  const rows = units.map((unit, row) => {
    const before = read(base, row);
    const cells = scenarios.map((_, column) => {
      const { rank, score, absent } = read(column, row);
      const gained = rank > 0 && before.rank > 0 ? before.rank - rank : null;
      return { rank, score, absent, gained, scoreChange: score - before.score, tint: 0 };
    });
    return { unit, before, cells };
  });
  const sizeOf = (cell: MatrixCell) => (byScore ? cell.scoreChange : (cell.gained ?? NaN));
  const most = rows
    .flatMap(({ cells }) => cells.map(sizeOf))
    .reduce((largest, size) => (Math.abs(size) > largest ? Math.abs(size) : largest), 0);
  return {
    columns: scenarios,
    rows: rows
      .toSorted(
        (a, b) =>
          (a.before.rank || Infinity) - (b.before.rank || Infinity) ||
          (Number.isNaN(b.before.score) ? -1 : b.before.score) -
            (Number.isNaN(a.before.score) ? -1 : a.before.score) ||
          0,
      )
      .map(({ unit, cells }) => ({
        unit,
        cells: cells.map((cell) => {
          const size = sizeOf(cell);
          return { ...cell, tint: most > 0 && !Number.isNaN(size) ? size / most : 0 };
        }),
      })),
  };
}
