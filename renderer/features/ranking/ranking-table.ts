import type { DataTable } from '../../ui/data-table.ts';
import type { RankedRow, UnrankedRow } from './ranking-rows.ts';

interface TableWords {
  readonly columns: {
    readonly rank: string;
    readonly best: string;
    readonly worst: string;
    readonly low: string;
    readonly high: string;
    readonly gained: string;
    readonly name: string;
    readonly score: string;
    readonly scoreLow: string;
    readonly scoreHigh: string;
    readonly coverage: string;
  };
  readonly parts: readonly string[];
  readonly nameOf: (unit: RankedRow['unit']) => string;
}

/** The ranking as numbers in full precision, in the order on screen; a unit without a rank has an empty one. */
export function rankingTable(
  ranked: readonly RankedRow[],
  unranked: readonly UnrankedRow[],
  { columns, parts, nameOf }: TableWords,
): DataTable {
  return {
    columns: [
      columns.rank,
      columns.name,
      columns.score,
      ...parts,
      columns.scoreLow,
      columns.scoreHigh,
      columns.coverage,
      columns.low,
      columns.high,
      columns.best,
      columns.worst,
      columns.gained,
    ],
    rows: [
      ...ranked.map((row) => [
        row.rank,
        nameOf(row.unit),
        row.score,
        ...parts.map((_, at) => row.parts?.find(({ part }) => part === at)?.contribution ?? null),
        row.low,
        row.high,
        row.coverage,
        row.plausible?.low ?? null,
        row.plausible?.high ?? null,
        row.best,
        row.worst,
        typeof row.gained === 'number' ? row.gained : null,
      ]),
      ...unranked.map((row) => [
        null,
        nameOf(row.unit),
        null,
        ...parts.map(() => null),
        row.low,
        row.high,
        row.coverage,
        ...Array.from({ length: 5 }, () => null),
      ]),
    ],
  };
}
