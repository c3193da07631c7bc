import type { FrameworkNode, IndicatorDefinition } from '../../../shared/model/framework.ts';
import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Series } from '../../../shared/model/observation.ts';
import type { CellRules } from '../../../shared/text/cell-value.ts';

/** An indicator with how it is measured in this workbook. */
export interface MeasuredIndicator {
  readonly node: FrameworkNode;
  readonly definition: IndicatorDefinition;
  /** null: measured as defined. */
  readonly series: Series | null;
  /** Unit of measure in which the values of its column stand. */
  readonly unitOfMeasure: string;
  readonly rules: CellRules;
}

/** null: the node is no indicator of the framework. */
export function measuredIndicator(
  code: NodeCode | null,
  index: FrameworkIndex | null,
  series: readonly Series[],
): MeasuredIndicator | null {
  const node = code === null ? undefined : index?.byCode.get(code);
  if (node === undefined || node.indicator === null) return null;
  const definition = node.indicator;
  const found = series.find((each) => each.indicator === node.code) ?? null;
  const unitOfMeasure = found?.unitOfMeasure || definition.unitOfMeasure;
  const { type, goalposts } = definition;
  return {
    node,
    definition,
    series: found,
    unitOfMeasure,
    rules: { type, unitOfMeasure, goalposts },
  };
}
