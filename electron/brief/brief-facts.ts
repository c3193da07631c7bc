import { CELL_STATE } from '../../shared/model/cell-state.ts';
import { dimensionColour } from '../../shared/model/dimension-colours.ts';
import { countEvidence, type EvidenceCounts } from '../../shared/model/evidence-counts.ts';
import { type FrameworkIndex, indexFramework } from '../../shared/model/framework-index.ts';
import type { FrameworkNode, IndicatorDefinition } from '../../shared/model/framework.ts';
import { BASELINE, type NodeCode, type UnitCode } from '../../shared/model/ids.ts';
import type { Language } from '../../shared/model/language.ts';
import type { Observation } from '../../shared/model/observation.ts';
import { type ResultView, viewResult } from '../../shared/model/result-view.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { createNames, nameIn, type Names } from '../../shared/text/names.ts';
import { type Citations, createCitations } from './citations.ts';
import type { BriefContent } from './brief-content.ts';

/** A cell of the scenario as the brief prints it. */
export interface BriefCell {
  /** NaN = missing. */
  readonly value: number;
  readonly proxy: boolean;
  readonly conflict: boolean;
  readonly overridden: boolean;
  readonly outOfTimeWindow: boolean;
  readonly timeUnknown: boolean;
  /** Candidates that could fill the cell, the adopted one included. */
  readonly candidates: number;
  /** What the value rests on; null: missing, or set by the scenario. */
  readonly observation: Observation | null;
}

/** How an indicator is called and measured in this workbook. */
export interface Measure {
  readonly code: NodeCode;
  /** What is really measured: the series where one stands for the indicator, else the indicator's own name. */
  readonly label: string;
  readonly unitOfMeasure: string;
  readonly definition: IndicatorDefinition;
}

/** The content of a brief, ready for looking things up. */
export interface BriefFacts {
  readonly content: BriefContent;
  readonly language: Language;
  /** Nodes under what they really measure. */
  readonly names: Names;
  /** Nodes under the framework's own names. */
  readonly officialNames: Names;
  readonly scenario: Scenario | undefined;
  readonly index: FrameworkIndex;
  /** Children of the index that take part, with their colours. */
  readonly dimensions: readonly {
    readonly code: NodeCode;
    readonly name: string;
    readonly colour: string;
  }[];
  /** Indicators that take part, in the published order. */
  readonly indicators: readonly FrameworkNode[];
  /** Units that take part: the ranked ones by rank, then the others by coverage. */
  readonly units: readonly UnitCode[];
  readonly view: ResultView;
  /** null: the brief is about `baseline` itself. */
  readonly baseline: ResultView | null;
  readonly evidence: EvidenceCounts;
  readonly citations: Citations;
  cell(unit: UnitCode, indicator: NodeCode): BriefCell;
  measure(indicator: NodeCode): Measure;
  /** Indicators of a dimension that take part. */
  indicatorsOf(dimension: NodeCode): readonly FrameworkNode[];
}

export function collectFacts(content: BriefContent): BriefFacts {
  const { request, framework, grid, result } = content;
  const { language } = request;
  const index = indexFramework(framework);
  const view = viewResult(result);
  const isIn = (node: FrameworkNode) => view.nodePosition(node.code) >= 0;
  const indicators = index.indicators.filter(isIn);
  const series = new Map(content.series.map((each) => [each.indicator, each]));
  const measuredNodes = framework.nodes.map((node) => {
    const measuredAs = series.get(node.code)?.measuredAs;
    return measuredAs === undefined ? node : { ...node, name: measuredAs };
  });
  const names = createNames(language, measuredNodes, content.units);

  const rows = new Map(grid.units.map((unit, row) => [unit, row]));
  const columns = new Map(grid.indicators.map((indicator, column) => [indicator, column]));
  const cellKey = (unit: UnitCode, indicator: NodeCode) => JSON.stringify([unit, indicator]);
  const adopted = new Map(
    content.adopted.map((each) => [cellKey(each.unit, each.indicator), each]),
  );

  function cell(unit: UnitCode, indicator: NodeCode): BriefCell {
    const row = rows.get(unit);
    const column = columns.get(indicator);
    const at =
      row === undefined || column === undefined ? -1 : row * grid.indicators.length + column;
    const state = grid.states[at] ?? 0;
    const value = grid.values[at] ?? NaN;
    const has = (flag: number) => (state & flag) !== 0;
    const overridden = has(CELL_STATE.overridden);
    return {
      value,
      proxy: has(CELL_STATE.proxy),
      conflict: has(CELL_STATE.conflict),
      overridden,
      outOfTimeWindow: has(CELL_STATE.outOfTimeWindow),
      timeUnknown: has(CELL_STATE.timeUnknown),
      candidates: grid.candidateCounts[at] ?? 0,
      observation:
        overridden || Number.isNaN(value) ? null : (adopted.get(cellKey(unit, indicator)) ?? null),
    };
  }

  function measure(code: NodeCode): Measure {
    const definition = index.byCode.get(code)?.indicator;
    if (definition === undefined || definition === null) throw new Error(`no indicator ${code}`);
    return {
      code,
      label: names.node(code),
      unitOfMeasure: series.get(code)?.unitOfMeasure ?? definition.unitOfMeasure,
      definition,
    };
  }

  const dimensionPosition = (code: NodeCode) => index.dimensionOf.get(code) ?? -1;
  const indicatorsOf = (dimension: NodeCode) =>
    indicators.filter((node) => node.code === dimension || isBelow(index, node.code, dimension));

  return {
    content,
    language,
    names,
    officialNames: createNames(language, framework.nodes, content.units),
    scenario: content.scenarios.find((each) => each.id === request.scenario),
    index,
    dimensions: index.dimensions.filter(isIn).map((node) => ({
      code: node.code,
      name: nameIn(language, node.name),
      colour: dimensionColour(dimensionPosition(node.code)),
    })),
    indicators,
    units: [...view.ranked, ...view.notRanked],
    view,
    baseline: request.scenario === BASELINE ? null : viewResult(content.baselineResult),
    evidence: countEvidence(grid, new Set(result.units), new Set(result.nodes)),
    citations: createCitations(content.sources, request.sections.includes('sources')),
    cell,
    measure,
    indicatorsOf,
  };
}

function isBelow(index: FrameworkIndex, node: NodeCode, ancestor: NodeCode): boolean {
  for (
    let parent = index.byCode.get(node)?.parent ?? null;
    parent !== null;
    parent = index.byCode.get(parent)?.parent ?? null
  ) {
    if (parent === ancestor) return true;
  }
  return false;
}
