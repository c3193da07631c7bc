import { type ScoreColumns, scoreRows, type ScoreRow } from '../services/score-output.ts';
import type { ScoredWorkbook } from '../services/score-workbook.ts';
import { layOut } from './lay-out.ts';

/** For a terminal: ranked units first, with the index and the nodes right below it, rounded. */
export function scoreTable(scored: ScoredWorkbook, options: ScoreColumns = {}): string {
  const nodes = scored.framework.nodes;
  const index = scored.result.nodes[0];
  const parts = nodes.filter(
    ({ code, parent }) => parent === index && scored.result.nodes.includes(code),
  );
  const columns = [...(index === undefined ? [] : [index]), ...parts.map(({ code }) => code)];
  const rows = scoreRows(scored, options).rows.toSorted(
    (a, b) => rankOf(a['rank']) - rankOf(b['rank']),
  );
  return layOut([
    [
      'rank',
      'uCode',
      'uName',
      'coverage',
      ...columns,
      ...(options.intervals === true ? ['score between', 'rank between', 'plausibly'] : []),
    ],
    ...rows.map((row) => [
      row['rank'] === null ? '–' : String(row['rank']),
      String(row['uCode']),
      String(row['uName']),
      `${rounded(Number(row['coverage']) * 100)} %`,
      ...columns.map((code) => roundedOr(row[code])),
      ...(options.intervals === true ? intervalTexts(row) : []),
    ]),
  ]);
}

function rankOf(rank: string | number | null | undefined): number {
  return typeof rank === 'number' ? rank : Number.POSITIVE_INFINITY;
}

function intervalTexts(row: ScoreRow): string[] {
  const rank = (value: ScoreRow[string] | undefined) => String(value ?? '–');
  return [
    `${roundedOr(row['scoreLow'])} … ${roundedOr(row['scoreHigh'])}`,
    `${rank(row['rankBest'])} … ${rank(row['rankWorst'])}`,
    `${rank(row['plausibleBest'])} … ${rank(row['plausibleWorst'])}`,
  ];
}

function roundedOr(value: ScoreRow[string] | undefined): string {
  return typeof value === 'number' ? rounded(value) : '–';
}

function rounded(value: number): string {
  return value.toFixed(1);
}
