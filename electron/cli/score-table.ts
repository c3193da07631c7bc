import { scoreRows } from '../services/score-output.ts';
import type { ScoredWorkbook } from '../services/score-workbook.ts';
import { layOut } from './lay-out.ts';

/** For a terminal: ranked units first, with the index and the nodes right below it, rounded. */
export function scoreTable(scored: ScoredWorkbook): string {
  const nodes = scored.framework.nodes;
  const index = scored.result.nodes[0];
  const parts = nodes.filter(
    ({ code, parent }) => parent === index && scored.result.nodes.includes(code),
  );
  const columns = [...(index === undefined ? [] : [index]), ...parts.map(({ code }) => code)];
  const rows = scoreRows(scored).rows.toSorted((a, b) => rankOf(a['rank']) - rankOf(b['rank']));
  return layOut([
    ['rank', 'uCode', 'uName', 'coverage', ...columns],
    ...rows.map((row) => [
      row['rank'] === null ? '–' : String(row['rank']),
      String(row['uCode']),
      String(row['uName']),
      `${rounded(Number(row['coverage']) * 100)} %`,
      ...columns.map((code) => (typeof row[code] === 'number' ? rounded(row[code]) : '–')),
    ]),
  ]);
}

function rankOf(rank: string | number | null | undefined): number {
  return typeof rank === 'number' ? rank : Number.POSITIVE_INFINITY;
}

function rounded(value: number): string {
  return value.toFixed(1);
}
