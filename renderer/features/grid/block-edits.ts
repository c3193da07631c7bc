import type { CellEdit } from '../../../shared/contract/evidence-operations.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import {
  checkCellValue,
  parseCellText,
  type CellProblem,
  type CellRules,
} from '../../../shared/text/cell-value.ts';
import type { ClipboardBlock } from './clipboard-text.ts';
import {
  isSingleCell,
  placesOf,
  type Place,
  type Range,
  rangeHeight,
  rangeWidth,
} from './range.ts';

/** The most cells that one act may change (the contract's limit). */
const MOST_EDITS = 100_000;

/** What planning an edit needs to know of the grid as it is shown. */
export interface EditableSheet {
  readonly units: readonly UnitCode[];
  readonly columns: readonly { readonly code: NodeCode; readonly rules: CellRules }[];
  /** Value in effect; NaN = missing. */
  valueAt(place: Place): number;
}

export interface RefusedCell {
  readonly place: Place;
  readonly problem: CellProblem;
}

export type BlockPlan =
  /** `range`: the cells that are written, to be selected afterwards. Cells that keep their value are not in `edits`. */
  | { readonly ok: true; readonly edits: readonly CellEdit[]; readonly range: Range }
  | { readonly ok: false; readonly reason: 'cells'; readonly refused: readonly RefusedCell[] }
  | {
      readonly ok: false;
      readonly reason: 'outside';
      readonly found: { readonly rows: number; readonly columns: number };
      readonly room: { readonly rows: number; readonly columns: number };
    }
  | { readonly ok: false; readonly reason: 'too-many'; readonly most: number }
  | {
      readonly ok: false;
      readonly reason: 'block';
      readonly block: ClipboardBlock & { ok: false };
    };

/**
 * What pasting a block onto a selection changes: from the selection's first cell on, or, for a block of one cell, every
 * selected cell. It is refused as a whole when it has no room or when one of its cells cannot stand where it would come.
 */
export function planPaste(block: ClipboardBlock, selected: Range, sheet: EditableSheet): BlockPlan {
  if (!block.ok) return { ok: false, reason: 'block', block };
  const { rows } = block;
  const height = rows.length;
  const width = rows[0]?.length ?? 0;
  const fillsSelection = height === 1 && width === 1 && !isSingleCell(selected);
  const range: Range = fillsSelection
    ? selected
    : {
        top: selected.top,
        left: selected.left,
        bottom: selected.top + height - 1,
        right: selected.left + width - 1,
      };
  const room = {
    rows: sheet.units.length - range.top,
    columns: sheet.columns.length - range.left,
  };
  if (rangeHeight(range) > room.rows || rangeWidth(range) > room.columns) {
    return { ok: false, reason: 'outside', found: { rows: height, columns: width }, room };
  }
  return planCells(range, sheet, ({ row, column }, rules) => {
    const text = fillsSelection ? rows[0]?.[0] : rows[row - range.top]?.[column - range.left];
    return parseCellText(text ?? '', rules);
  });
}

/**
 * What repeating the cells of `source` over `target` changes. `target` contains `source`, whose own cells stay; the
 * pattern goes on in both directions.
 */
export function planFill(source: Range, target: Range, sheet: EditableSheet): BlockPlan {
  return planCells(target, sheet, ({ row, column }, rules) => {
    const from = {
      row: source.top + modulo(row - source.top, rangeHeight(source)),
      column: source.left + modulo(column - source.left, rangeWidth(source)),
    };
    return checked(sheet.valueAt(from), rules);
  });
}

/** What writing one value into every cell of the range changes; NaN empties them. */
export function planSame(value: number, range: Range, sheet: EditableSheet): BlockPlan {
  return planCells(range, sheet, (_place, rules) => checked(value, rules));
}

function checked(value: number, rules: CellRules): ReturnType<typeof parseCellText> {
  if (Number.isNaN(value)) return { ok: true, value: null };
  const problem = checkCellValue(value, rules);
  return problem === null ? { ok: true, value } : { ok: false, problem };
}

function modulo(value: number, length: number): number {
  return ((value % length) + length) % length;
}

function planCells(
  range: Range,
  sheet: EditableSheet,
  wanted: (place: Place, rules: CellRules) => ReturnType<typeof parseCellText>,
): BlockPlan {
  const edits: CellEdit[] = [];
  const refused: RefusedCell[] = [];
  for (const place of placesOf(range)) {
    const unit = sheet.units[place.row];
    const column = sheet.columns[place.column];
    if (unit === undefined || column === undefined) continue;
    const cell = wanted(place, column.rules);
    if (!cell.ok) refused.push({ place, problem: cell.problem });
    else if (!isSame(cell.value, sheet.valueAt(place))) {
      edits.push({ unit, indicator: column.code, value: cell.value });
    }
  }
  if (refused.length > 0) return { ok: false, reason: 'cells', refused };
  if (edits.length > MOST_EDITS) return { ok: false, reason: 'too-many', most: MOST_EDITS };
  return { ok: true, edits, range };
}

function isSame(value: number | null, current: number): boolean {
  return value === null ? Number.isNaN(current) : value === current;
}
