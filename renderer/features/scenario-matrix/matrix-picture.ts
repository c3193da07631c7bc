import type { ChartColours } from '../../charts/colours.ts';
import { matrixOption } from '../../charts/matrix-option.ts';
import type { PictureContent } from '../../charts/PictureMenu.tsx';
import type { MatrixCell, MatrixTable } from './matrix-table.ts';

interface MatrixWords {
  /** In the order of the columns. */
  readonly scenarios: readonly string[];
  /** In the order of the rows. */
  readonly units: readonly string[];
  readonly textOf: (cell: MatrixCell) => string;
}

const LABEL_WIDTH = 140;
const CELL = { width: 96, height: 24 };
/** The largest change is no darker than on screen, so that its number can be read. */
const STRONGEST = 0.46;
const NOWHERE: ReadonlySet<number> = new Set();

/** The matrix of scenarios as it is on screen, with every unit. */
export function matrixPicture(
  { columns, rows }: MatrixTable,
  words: MatrixWords,
  colours: ChartColours,
): PictureContent {
  return {
    size: {
      width: LABEL_WIDTH + 24 + columns.length * CELL.width,
      height: 48 + rows.length * CELL.height,
    },
    option: matrixOption(
      {
        rows: words.units,
        columns: words.scenarios,
        cells: rows.flatMap(({ cells }, row) =>
          cells.map((cell, column) => ({
            row,
            column,
            fill: cell.absent ? null : colours.diverging(cell.tint * STRONGEST),
            text: words.textOf(cell),
          })),
        ),
        rowStarts: NOWHERE,
        columnStarts: NOWHERE,
        labelWidth: LABEL_WIDTH,
        tooltip: () => '',
      },
      colours,
    ),
  };
}
