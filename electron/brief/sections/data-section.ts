import { formatCellValue, unitOfMeasureIn } from '../../../shared/text/units-of-measure.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { DataCell, DataSection } from '../brief.ts';
import type { BriefFacts } from '../brief-facts.ts';
import { cellMarks, markLegend } from '../cell-marks.ts';
import { wordings } from '../wording.ts';

/** Points beside the names of the units. */
const ROOM = 428;
const NARROWEST_COLUMN = 45;
const WIDEST_COLUMN = 86;
/** A digit, and the marks and the citation behind a value. */
const DIGIT_WIDTH = 4;
const ANNOTATION_WIDTH = 29;
/** Printed data of more units than this nobody reads; the export has them all. */
const MOST_UNITS = 200;

export function dataSection(facts: BriefFacts): DataSection {
  const { language, dimensions, units } = facts;
  const words = wordings[language].data;
  const printed = units.slice(0, MOST_UNITS);
  return {
    kind: 'data',
    title: wordings[language].section.data,
    legend: [
      ...markLegend(facts),
      words.missing,
      ...(facts.content.request.sections.includes('sources') ? [words.citation] : []),
    ],
    unitHead: words.unit,
    matrices: dimensions.flatMap(({ code, name, colour }) =>
      columnsThatFit(
        facts.indicatorsOf(code).map((indicator) => dataColumn(facts, printed, indicator.code)),
      ).map((columns) => ({
        dimension: name,
        colour,
        columns: columns.map(({ head }) => head),
        rows: printed.map((unit, row) => ({
          unit: facts.names.unit(unit),
          cells: columns.flatMap(({ cells }) => cells[row] ?? []),
        })),
      })),
    ),
    note: printed.length < units.length ? words.note(printed.length, units.length) : '',
  };
}

interface DataColumn {
  readonly head: DataSection['matrices'][number]['columns'][number];
  /** One for each unit. */
  readonly cells: readonly DataCell[];
}

function dataColumn(facts: BriefFacts, units: readonly UnitCode[], code: NodeCode): DataColumn {
  const { label, unitOfMeasure } = facts.measure(code);
  const cells = units.map((unit) => dataCell(facts, unit, code));
  const longest = Math.max(0, ...cells.map(({ value }) => value.length));
  const needed = longest * DIGIT_WIDTH + ANNOTATION_WIDTH;
  return {
    head: {
      code,
      label,
      unit: unitOfMeasureIn(facts.language, unitOfMeasure),
      width: Math.min(ROOM, Math.max(NARROWEST_COLUMN, needed)),
    },
    cells,
  };
}

/** Columns in as few tables as they need, of about the same width, widened where there is room. */
function columnsThatFit(columns: readonly DataColumn[]): DataColumn[][] {
  const fewest = filled(columns, ROOM);
  const average = widthOf(columns) / Math.max(1, fewest.length);
  const widest = Math.max(0, ...columns.map(({ head }) => head.width));
  const balanced = filled(columns, Math.min(ROOM, average + widest / 2));
  return (balanced.length === fewest.length ? balanced : fewest).map(widened);
}

/** Columns one after the other into tables of at most this width. */
function filled(columns: readonly DataColumn[], room: number): DataColumn[][] {
  const tables: DataColumn[][] = [];
  let used = Infinity;
  for (const column of columns) {
    if (used + column.head.width > room) {
      tables.push([]);
      used = 0;
    }
    tables.at(-1)?.push(column);
    used += column.head.width;
  }
  return tables;
}

function widened(columns: readonly DataColumn[]): DataColumn[] {
  const spare = (ROOM - widthOf(columns)) / columns.length;
  return columns.map(({ head, cells }) => ({
    head: { ...head, width: Math.max(head.width, Math.min(WIDEST_COLUMN, head.width + spare)) },
    cells,
  }));
}

function widthOf(columns: readonly DataColumn[]): number {
  return columns.reduce((sum, { head }) => sum + head.width, 0);
}

function dataCell(facts: BriefFacts, unit: UnitCode, indicator: NodeCode): DataCell {
  const { language } = facts;
  const cell = facts.cell(unit, indicator);
  if (Number.isNaN(cell.value)) {
    return {
      value: '',
      marks: cell.overridden ? cellMarks(cell) : '',
      citation: null,
      candidates: cell.candidates > 0 ? wordings[language].data.candidates(cell.candidates) : '',
    };
  }
  return {
    value: formatCellValue(language, facts.measure(indicator).definition.type, cell.value),
    marks: cellMarks(cell),
    citation: cell.observation === null ? null : facts.citations.cite(cell.observation),
    candidates: '',
  };
}
