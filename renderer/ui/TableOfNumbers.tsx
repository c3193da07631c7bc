import type { DataTable } from './data-table.ts';
import './table-of-numbers.css';

/** A plain table: the text form of a chart. A missing value is a dash. */
export function TableOfNumbers({ table, caption }: { table: DataTable; caption: string }) {
  return (
    // Scrolls, so the keyboard must be able to stand in it.
    <div className="table-of-numbers" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
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
                <td key={column} className={typeof cell === 'number' ? 'number' : undefined}>
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

function printed(cell: string | number | null): string {
  if (cell === null || (typeof cell === 'number' && Number.isNaN(cell))) return '—';
  return typeof cell === 'number' ? String(Number(cell.toPrecision(6))) : cell;
}
