import type { Unit } from '../../shared/model/unit.ts';
import { csvPieces } from '../exchange/csv-text.ts';
import type { ScoredWorkbook } from './score-workbook.ts';

/** One unit: names, rank and coverage, then one value per node. null: not ranked, missing. */
export type ScoreRow = Readonly<Record<string, string | number | null>>;

/** Columns before those of the nodes. */
const UNIT_COLUMNS = ['uCode', 'uName', 'rank', 'coverage'] as const;

/** Scores as rows, units in the workbook's order, nodes from the index down. */
export function scoreRows({ result, units }: ScoredWorkbook): {
  readonly columns: readonly string[];
  readonly rows: readonly ScoreRow[];
} {
  const unitOf = new Map<string, Unit>(units.map((unit) => [unit.code, unit]));
  const count = result.units.length;
  const rows = result.units.map((code, u) =>
    Object.fromEntries<string | number | null>([
      ['uCode', code],
      ['uName', unitOf.get(code)?.name.zh ?? code],
      ['rank', result.rank[u] === 0 ? null : (result.rank[u] ?? null)],
      ['coverage', presentValue(result.coverage[u])],
      ...result.nodes.map(
        (node, n) => [node, presentValue(result.values[n * count + u])] as [string, number | null],
      ),
    ]),
  );
  return { columns: [...UNIT_COLUMNS, ...result.nodes], rows };
}

export function scoreCsv(scored: ScoredWorkbook): string {
  const { columns, rows } = scoreRows(scored);
  const cells = rows.map((row) => columns.map((name) => row[name] ?? null));
  return [...csvPieces([columns, ...cells])].join('');
}

export function scoreJson(scored: ScoredWorkbook): string {
  return `${JSON.stringify(scoreRows(scored).rows, null, 1)}\n`;
}

function presentValue(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
