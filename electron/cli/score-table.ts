import { scoreRows } from '../services/score-output.ts';
import type { ScoredWorkbook } from '../services/score-workbook.ts';

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

/** Names to the left, numbers to the right. */
function layOut(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? '')))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat((widths[column] ?? 0) - width(cell));
          return column === 1 || column === 2 ? cell + space : space + cell;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
    .concat('\n');
}

/** Terminals draw Chinese characters and full-width signs two columns wide. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
