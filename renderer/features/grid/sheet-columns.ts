import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { IndicatorType } from '../../../shared/model/framework.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/language.ts';
import type { Series } from '../../../shared/model/observation.ts';
import type { CellRules } from '../../../shared/text/cell-value.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { unitOfMeasureIn } from '../../../shared/text/units-of-measure.ts';
import { defaultColumnWidth } from './column-width.ts';

/** One indicator as a column. */
export interface SheetColumn {
  readonly code: NodeCode;
  readonly name: string;
  /** Names of the nodes above it, from its dimension down. */
  readonly path: readonly string[];
  /** Place of its dimension among the dimensions, from 0. */
  readonly dimension: number;
  readonly type: IndicatorType;
  /** Unit of measure of the values that stand in the column, in the language of the interface. */
  readonly measure: string;
  /** The indicator's own unit of measure, where the workbook's series is measured in another. */
  readonly definedMeasure: string | null;
  /** Both, as the header names them. */
  readonly measureLine: string;
  /** How the indicator is measured in this workbook; null: as defined. */
  readonly series: Series | null;
  readonly rules: CellRules;
  /** Left out of the scoring in this scenario. */
  readonly excluded: boolean;
  readonly width: number;
}

/** A run of neighbouring columns of one dimension. */
export interface ColumnGroup {
  readonly dimension: number;
  readonly name: string;
  /** Place of its first column, from 0. */
  readonly from: number;
  readonly columns: number;
  readonly width: number;
}

interface ColumnSources {
  readonly index: FrameworkIndex;
  readonly series: readonly Series[];
  readonly excludedNodes: ReadonlySet<NodeCode>;
  readonly language: Language;
  /** Widths that the analyst chose, in pixels. */
  readonly widths: Readonly<Record<string, number>>;
  /** The unit of measure as the header names it, with the one that it stands in for. */
  readonly measureLine: (measure: string, definedMeasure: string | null) => string;
}

export function sheetColumns(
  indicators: readonly NodeCode[],
  { index, series, excludedNodes, language, widths, measureLine }: ColumnSources,
): SheetColumn[] {
  const seriesOf = new Map(series.map((each) => [each.indicator, each]));
  return indicators.flatMap((code) => {
    const node = index.byCode.get(code);
    if (node === undefined || node.indicator === null) return [];
    const { type, unitOfMeasure, goalposts } = node.indicator;
    const found = seriesOf.get(code) ?? null;
    const inEffect = found?.unitOfMeasure || unitOfMeasure;
    const defined = unitOfMeasureIn(language, unitOfMeasure);
    const measure = unitOfMeasureIn(language, inEffect);
    const definedMeasure = measure === defined ? null : defined;
    const line = measureLine(measure, definedMeasure);
    const name = nameIn(language, node.name);
    const above = ancestors(code, index);
    return {
      code,
      name,
      path: above.map((each) => nameIn(language, index.byCode.get(each)?.name ?? node.name)),
      dimension: index.dimensionOf.get(code) ?? -1,
      type,
      measure,
      definedMeasure,
      measureLine: line,
      series: found,
      rules: { type, unitOfMeasure: inEffect, goalposts },
      excluded: [code, ...above].some((each) => excludedNodes.has(each)),
      width: widths[code] ?? defaultColumnWidth(name, line),
    };
  });
}

/** Codes between the index and the node, from the top. */
function ancestors(code: NodeCode, index: FrameworkIndex): NodeCode[] {
  const above: NodeCode[] = [];
  let parent = index.byCode.get(code)?.parent ?? null;
  while (parent !== null && parent !== index.root.code) {
    above.unshift(parent);
    parent = index.byCode.get(parent)?.parent ?? null;
  }
  return above;
}

export function columnGroups(columns: readonly SheetColumn[]): ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  for (const [place, column] of columns.entries()) {
    const last = groups.at(-1);
    if (last !== undefined && last.dimension === column.dimension) {
      groups[groups.length - 1] = {
        ...last,
        columns: last.columns + 1,
        width: last.width + column.width,
      };
    } else {
      groups.push({
        dimension: column.dimension,
        name: column.path[0] ?? '',
        from: place,
        columns: 1,
        width: column.width,
      });
    }
  }
  return groups;
}

/** Left edge of every column, from 0, and of the end. */
export function columnStarts(columns: readonly SheetColumn[]): number[] {
  const starts = [0];
  for (const { width } of columns) starts.push((starts.at(-1) ?? 0) + width);
  return starts;
}
