import type { DataTable } from './data-table.ts';
import './table-of-numbers.css';

/** A plain table: the text form of a chart. A missing value is a dash. */
export function TableOfNumbers({ table, caption }: { table: DataTable; caption: string }) {
  const classes = table.columns.map((_, column) => classOf(table, column));
  return (
    // Scrolls, so the keyboard must be able to stand in it.
    <div className="table-of-numbers" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={column} scope="col" className={classes[at]}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no names of their own and never move
            <tr key={at}>
              {row.map((cell, column) => (
                // oxlint-disable-next-line react/no-array-index-key -- nor do columns
                <td key={column} className={classes[column]}>
                  {printed(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A column of numbers, some of which may be missing, ends at one line with its heading. */
function classOf({ rows }: DataTable, column: number): string | undefined {
  const cells = rows.map((row) => row[column] ?? null);
  const isNumeric =
    cells.some((cell) => typeof cell === 'number') &&
    cells.every((cell) => typeof cell !== 'string');
  return isNumeric ? 'number' : undefined;
}

function printed(cell: string | number | null): string {
  if (cell === null || (typeof cell === 'number' && Number.isNaN(cell))) return '—';
  return typeof cell === 'number' ? String(Number(cell.toPrecision(6))) : cell;
}
