import type { ScoringResult } from '../../shared/model/result.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { csvPieces } from '../exchange/csv-text.ts';
import type { ScoredWorkbook } from './score-workbook.ts';

/** One unit: names, rank and coverage, then one value per node. null: not ranked, missing. */
export type ScoreRow = Readonly<Record<string, string | number | null>>;

/** Columns before those of the nodes. */
const UNIT_COLUMNS = ['uCode', 'uName', 'rank', 'coverage'] as const;

/** On request: lowest and highest score, certain and plausible best and worst rank. */
const INTERVAL_COLUMNS = [
  'scoreLow',
  'scoreHigh',
  'rankBest',
  'rankWorst',
  'plausibleBest',
  'plausibleWorst',
] as const;

export interface ScoreColumns {
  readonly intervals?: boolean;
}

/** Scores as rows, units in the workbook's order, nodes from the index down, then the intervals if asked for. */
export function scoreRows(
  { result, units }: ScoredWorkbook,
  { intervals = false }: ScoreColumns = {},
): {
  readonly columns: readonly string[];
  readonly rows: readonly ScoreRow[];
} {
  const unitOf = new Map<string, Unit>(units.map((unit) => [unit.code, unit]));
  const count = result.units.length;
  const rows = result.units.map((code, u) =>
    Object.fromEntries<string | number | null>([
      ['uCode', code],
      ['uName', unitOf.get(code)?.name.zh ?? code],
      ['rank', presentRank(result.rank[u])],
      ['coverage', presentValue(result.coverage[u])],
      ...result.nodes.map(
        (node, n) => [node, presentValue(result.values[n * count + u])] as [string, number | null],
      ),
      ...(intervals ? intervalsOf(result, u) : []),
    ]),
  );
  const columns = [...UNIT_COLUMNS, ...result.nodes, ...(intervals ? INTERVAL_COLUMNS : [])];
  return { columns, rows };
}

function intervalsOf(
  { scoreLow, scoreHigh, rankBest, rankWorst, plausible }: ScoringResult,
  unit: number,
): [(typeof INTERVAL_COLUMNS)[number], number | null][] {
  return [
    ['scoreLow', presentValue(scoreLow[unit])],
    ['scoreHigh', presentValue(scoreHigh[unit])],
    ['rankBest', presentRank(rankBest[unit])],
    ['rankWorst', presentRank(rankWorst[unit])],
    ['plausibleBest', presentRank(plausible?.low[unit])],
    ['plausibleWorst', presentRank(plausible?.high[unit])],
  ];
}

export function scoreCsv(scored: ScoredWorkbook, options?: ScoreColumns): string {
  const { columns, rows } = scoreRows(scored, options);
  const cells = rows.map((row) => columns.map((name) => row[name] ?? null));
  return [...csvPieces([columns, ...cells])].join('');
}

export function scoreJson(scored: ScoredWorkbook, options?: ScoreColumns): string {
  return `${JSON.stringify(scoreRows(scored, options).rows, null, 1)}\n`;
}

function presentValue(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function presentRank(rank: number | undefined): number | null {
  return rank === undefined || rank === 0 ? null : rank;
}
