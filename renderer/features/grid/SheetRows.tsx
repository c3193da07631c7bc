import type { Language } from '../../../shared/model/language.ts';
import { useSelection } from '../../stores/selection-store.ts';
import type { CellWords } from './cell-words.ts';
import type { Range } from './range.ts';
import type { SheetColumn } from './sheet-columns.ts';
import type { SheetGeometry } from './sheet-geometry.ts';
import { SheetRow } from './SheetRow.tsx';
import { columnsOfRow, type SheetWindow } from './sheet-window.ts';
import type { SheetView } from './use-sheet.ts';

interface SheetRowsProps {
  readonly view: SheetView;
  readonly columns: readonly SheetColumn[];
  readonly shown: SheetWindow;
  readonly geometry: SheetGeometry;
  readonly range: Range | null;
  readonly words: CellWords;
  readonly language: Language;
  readonly idPrefix: string;
}

/** The units in view. */
export function SheetRows(props: SheetRowsProps) {
  const { view, columns, shown, geometry, range } = props;
  const { rowsFrom, rowsTo } = shown;
  const { sheet } = view;
  const selectedUnit = useSelection((state) => state.unit);
  return (
    <div role="rowgroup" className="sheet-body">
      {sheet.units.slice(rowsFrom, rowsTo).map((unit, offset) => {
        const row = rowsFrom + offset;
        const { columnsFrom, columnsTo } = columnsOfRow(shown, row, columns.length);
        const inRange = range !== null && row >= range.top && row <= range.bottom;
        return (
          <SheetRow
            // A row that scrolls out of the window becomes the one that scrolls in.
            key={row % (rowsTo - rowsFrom)}
            row={row}
            unitName={view.nameOfUnit(unit)}
            unitPosition={sheet.unitPositions[row] ?? 0}
            excluded={view.excludedUnits.has(unit)}
            grid={sheet.grid}
            pending={sheet.pending.get(unit)}
            columns={columns}
            columnsFrom={columnsFrom}
            columnsTo={columnsTo}
            indicatorPositions={sheet.indicatorPositions}
            lead={geometry.columnStarts[columnsFrom] ?? 0}
            top={geometry.headHeight + row * geometry.rowHeight}
            height={geometry.rowHeight}
            unitWidth={geometry.unitWidth}
            selectedFrom={inRange ? range.left : -1}
            selectedTo={inRange ? range.right : -1}
            active={unit === selectedUnit}
            words={props.words}
            language={props.language}
            idPrefix={props.idPrefix}
          />
        );
      })}
    </div>
  );
}
