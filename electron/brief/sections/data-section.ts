import { formatCellValue, unitOfMeasureIn } from '../../../shared/text/units-of-measure.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { DataCell, DataSection } from '../brief.ts';
import type { BriefFacts } from '../brief-facts.ts';
import { cellMarks } from '../cell-marks.ts';
import { chunks } from '../chunks.ts';
import { wordings } from '../wording.ts';

/** Columns that fit beside the names of the units. */
const MOST_COLUMNS = 9;
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
      words.marks.proxy,
      words.marks.outside,
      words.marks.conflict,
      ...(facts.evidence.overridden > 0 ? [words.marks.overridden] : []),
      words.missing,
      ...(facts.content.request.sections.includes('sources') ? [words.citation] : []),
    ],
    unitHead: words.unit,
    matrices: dimensions.flatMap(({ code, name, colour }) =>
      chunks(facts.indicatorsOf(code), MOST_COLUMNS).map((indicators) => ({
        dimension: name,
        colour,
        columns: indicators.map((indicator) => {
          const { label, unitOfMeasure } = facts.measure(indicator.code);
          return {
            code: indicator.code,
            label,
            unit: unitOfMeasureIn(language, unitOfMeasure),
          };
        }),
        rows: printed.map((unit) => ({
          unit: facts.names.unit(unit),
          cells: indicators.map((indicator) => dataCell(facts, unit, indicator.code)),
        })),
      })),
    ),
    note: printed.length < units.length ? words.note(printed.length, units.length) : '',
  };
}

function dataCell(facts: BriefFacts, unit: UnitCode, indicator: NodeCode): DataCell {
  const { language } = facts;
  const cell = facts.cell(unit, indicator);
  if (Number.isNaN(cell.value)) {
    return {
      value: '',
      marks: cell.overridden ? cellMarks(language, cell) : '',
      citation: null,
      candidates: cell.candidates > 0 ? wordings[language].data.candidates(cell.candidates) : '',
    };
  }
  return {
    value: formatCellValue(language, facts.measure(indicator).definition.type, cell.value),
    marks: cellMarks(language, cell),
    citation: cell.observation === null ? null : facts.citations.cite(cell.observation),
    candidates: '',
  };
}
