import { AppError } from '../../shared/contract/errors.ts';
import type { FrameworkNode, IndicatorDefinition } from '../../shared/model/framework.ts';
import { UnitCode, type NodeCode } from '../../shared/model/ids.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { checkCellValue, type CellProblemReason } from '../../shared/text/cell-value.ts';
import { isMissingText, parseNumber } from './number-text.ts';
import { excerpt, refusal } from './refuse.ts';
import { fieldsOf } from './row-fields.ts';
import { requireColumn, type Table, type TableRow } from './table.ts';

/** Columns that name a unit; all others are indicators or attributes. */
const NAME_COLUMNS: readonly string[] = ['uCode', 'uName', 'uName_en'];

/** More refused cells than these are counted, not named. */
const MOST_NAMED = 5;

/** A leaf of the framework. */
export type IndicatorNode = FrameworkNode & { readonly indicator: IndicatorDefinition };

export interface DataTable {
  readonly units: readonly Unit[];
  /** Unit-major: value of unit u on indicator i (in the order given) at [u × I + i]; NaN = missing. */
  readonly values: Float64Array;
  /** Columns that are no indicators, kept as attributes of the units. */
  readonly attributeColumns: readonly string[];
}

/**
 * Reads a table laid out as COINr's `iData`: `uCode`, `uName`, one column per indicator, any other columns. Empty cells
 * and `NA` are missing. Booleans are 1 and 0, or TRUE and FALSE.
 *
 * @throws AppError E_INPUT: a missing column, a unit twice, or cells that are no numbers, all of them counted
 */
export function readDataTable(table: Table, nodes: readonly FrameworkNode[]): DataTable {
  const indicators = nodes.filter(isIndicatorNode);
  requireColumn(table, 'uCode');
  requireColumn(table, 'uName');
  const positions = indicators.map(({ code }) => requireColumn(table, code));
  refuseAggregateColumns(table, nodes);
  const indicatorCodes = new Set<string>(indicators.map(({ code }) => code));
  const attributeColumns = table.columns.filter(
    (name) => !NAME_COLUMNS.includes(name) && !indicatorCodes.has(name),
  );
  if (table.rows.length === 0)
    throw refusal({ file: table.file }, 'no-units', 'rows of units', 'none');

  const units = table.rows.map((row) => readUnit(table, row, attributeColumns));
  refuseRepeatedUnits(table, units);
  const values = new Float64Array(units.length * indicators.length).fill(Number.NaN);
  const refused: RefusedCell[] = [];
  let refusedCount = 0;
  table.rows.forEach((row, u) => {
    indicators.forEach(({ code, indicator }, i) => {
      const text = row.cells[positions[i] ?? -1]?.trim() ?? '';
      if (isMissingText(text)) return;
      const cell = readValue(text, indicator);
      if (typeof cell === 'number') {
        values[u * indicators.length + i] = cell;
        return;
      }
      refusedCount += 1;
      if (refusedCount <= MOST_NAMED) {
        refused.push({ row: row.number, code, text, reason: cell, indicator });
      }
    });
  });
  refuseCells(table, refused, refusedCount);
  return { units, values, attributeColumns };
}

export function isIndicatorNode(node: FrameworkNode): node is IndicatorNode {
  return node.indicator !== null;
}

/** The value, or why the indicator cannot take it. A file writes numbers plainly: no separators, no signs of percent. */
function readValue(text: string, indicator: IndicatorDefinition): number | CellProblemReason {
  const value = indicator.type === 'boolean' ? readBoolean(text) : parseNumber(text);
  if (value === null) return 'not-a-number';
  return checkCellValue(value, indicator)?.reason ?? value;
}

function readBoolean(text: string): number | null {
  if (/^true$/iu.test(text)) return 1;
  return /^false$/iu.test(text) ? 0 : parseNumber(text);
}

/** A score that is computed cannot be given; as an attribute it would look as if it counted. */
function refuseAggregateColumns(table: Table, nodes: readonly FrameworkNode[]): void {
  for (const { code, indicator } of nodes) {
    if (indicator !== null || !table.columns.includes(code)) continue;
    const place = { file: table.file, row: 1, column: code };
    throw refusal(
      place,
      'aggregate-column',
      'columns of indicators and attributes',
      'an aggregate of the framework',
    );
  }
}

function readUnit(table: Table, row: TableRow, attributeColumns: readonly string[]): Unit {
  const fields = fieldsOf(table, row);
  const code = UnitCode.safeParse(fields.text('uCode'));
  if (!code.success) throw fields.refuse('uCode', 'code-refused', 'a code of 1 to 200 characters');
  const name = fields.text('uName');
  if (name === '') throw fields.refuse('uName', 'name-missing', 'a name');
  const english = fields.text('uName_en');
  return {
    code: code.data,
    name: { zh: name, en: english === '' ? name : english },
    attributes: Object.fromEntries(
      attributeColumns
        .map((column) => [column, fields.text(column)] as const)
        .filter(([, text]) => !isMissingText(text)),
    ),
  };
}

function refuseRepeatedUnits(table: Table, units: readonly Unit[]): void {
  const rowOf = new Map<UnitCode, number>();
  units.forEach(({ code }, index) => {
    const row = table.rows[index]?.number ?? 0;
    const first = rowOf.get(code);
    if (first !== undefined) {
      const place = { file: table.file, row, column: 'uCode' };
      throw refusal(
        place,
        'duplicate-unit',
        'every unit once',
        `${excerpt(code)}, as in row ${first}`,
      );
    }
    rowOf.set(code, row);
  });
}

interface RefusedCell {
  readonly row: number;
  readonly code: NodeCode;
  readonly text: string;
  readonly reason: CellProblemReason;
  readonly indicator: IndicatorDefinition;
}

function expectedValue({ type, goalposts }: IndicatorDefinition): string {
  switch (type) {
    case 'boolean':
      return '1, 0 or nothing';
    case 'count':
      return 'a number of 0 or more, or nothing';
    case 'rank':
      return 'a rank of 1 or more, or nothing';
    case 'rating':
      return goalposts === null
        ? 'a number or nothing'
        : `a number from ${goalposts.lower} to ${goalposts.upper}, or nothing`;
    case 'percent':
    case 'score':
    case 'amount':
      return 'a number or nothing';
  }
}

/** One message for all of them, so that a file is mended in one go. */
function refuseCells(table: Table, refused: readonly RefusedCell[], count: number): void {
  const [first, ...others] = refused;
  if (first === undefined) return;
  const place = { file: table.file, row: first.row, column: first.code };
  const error = refusal(place, first.reason, expectedValue(first.indicator), excerpt(first.text));
  if (count === 1) throw error;
  const named = others.map(({ row, code, text }) => `row ${row}, column ${code}: ${excerpt(text)}`);
  const more = count > refused.length ? `; and ${count - refused.length} more` : '';
  throw new AppError('E_INPUT', `${error.message}; also ${named.join('; ')}${more}`, error.details);
}

/** The same layout, with the English name in a column of its own where it differs; missing cells are empty. */
export function writeDataTable(
  units: readonly Unit[],
  indicators: readonly NodeCode[],
  valueOf: (unit: UnitCode, indicator: NodeCode) => number | null,
): (string | number | null)[][] {
  const isBilingual = units.some(({ name }) => name.en !== name.zh);
  const attributeColumns = [...new Set(units.flatMap(({ attributes }) => Object.keys(attributes)))];
  const nameColumns = isBilingual ? NAME_COLUMNS : NAME_COLUMNS.slice(0, 2);
  return [
    [...nameColumns, ...attributeColumns, ...indicators],
    ...units.map(({ code, name, attributes }) => [
      code,
      name.zh,
      ...(isBilingual ? [name.en] : []),
      ...attributeColumns.map((column) => attributes[column] ?? null),
      ...indicators.map((indicator) => valueOf(code, indicator)),
    ]),
  ];
}
