import { z } from 'zod';
import { Assumption } from '../../shared/model/framework.ts';
import type { Framework } from '../../shared/model/framework.ts';
import { ScenarioId, WeightSetId } from '../../shared/model/ids.ts';
import type { Method } from '../../shared/model/method.ts';
import { Adoption, Observation, Series } from '../../shared/model/observation.ts';
import { overrideKey, Override, Scenario } from '../../shared/model/scenario.ts';
import { Source } from '../../shared/model/source.ts';
import { NodeWeight, WeightSetName, type WeightSet } from '../../shared/model/weight-set.ts';
import type { ShippedRules, WorkbookContent } from '../../shared/model/workbook-content.ts';
import { isIndicatorNode, writeDataTable } from './data-table.ts';
import { readFrameworkTable, writeFrameworkTable } from './framework-table.ts';
import {
  optional,
  readRecords,
  text,
  writeRecords,
  type Cell,
  type RecordColumn,
} from './record-table.ts';
import { refusal } from './refuse.ts';
import type { Table } from './table.ts';
import { readProperties, writeProperties } from './workbook-properties.ts';

/**
 * A workbook as tables: the sheets of an XLSX file, or one CSV file each. `data` and `framework` have COINr's layout;
 * the others hold what COINr does not know.
 */
export const TABLE_NAMES = [
  'data',
  'framework',
  'assumptions',
  'series',
  'observations',
  'sources',
  'scenarios',
  'overrides',
  'weight_sets',
  'workbook',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** The tables that were found in a file or beside it. */
export type Tables = Partial<Readonly<Record<TableName, Table>>>;

const ASSUMPTIONS = [text('code', 'code'), text('zh', 'text', 'zh'), text('en', 'text', 'en')];

const SERIES = [
  text('iCode', 'indicator'),
  text('measured_as', 'measuredAs', 'zh'),
  text('measured_as_en', 'measuredAs', 'en'),
  text('unit', 'unitOfMeasure'),
  text('fit', 'fit'),
  text('reason', 'reason'),
];

const OBSERVATIONS: readonly RecordColumn[] = [
  text('id', 'id'),
  text('uCode', 'unit'),
  text('iCode', 'indicator'),
  { column: 'value', path: ['value'], kind: 'number' },
  text('unit', 'unitOfMeasure'),
  text('as_of', 'asOf'),
  text('fit', 'fit'),
  text('confidence', 'confidence'),
  optional('model', 'model'),
  text('note', 'note'),
  optional('source', 'source'),
  { column: 'evidence_only', path: ['evidenceOnly'], kind: 'flag' },
  optional('rejected_reason', 'rejectedReason'),
  optional('author', 'author'),
  text('recorded_at', 'recordedAt'),
];
/** Says which observation fills its cell. */
const ADOPTED: RecordColumn = { column: 'adopted', path: ['adopted'], kind: 'flag' };
const ADOPTIONS = [
  text('id', 'observation'),
  text('uCode', 'unit'),
  text('iCode', 'indicator'),
  ADOPTED,
];
const PossibleAdoption = Adoption.extend({ adopted: z.boolean() });

const SOURCES = [
  text('id', 'id'),
  text('title', 'title'),
  optional('url', 'url'),
  text('published', 'published'),
];

const SCENARIOS = [
  text('id', 'id'),
  optional('parent', 'parent'),
  text('name', 'name'),
  text('description', 'description'),
];

const OVERRIDES: readonly RecordColumn[] = [
  text('scenario', 'scenario'),
  text('replaces', 'replaces'),
  { column: 'override', path: ['override'], kind: 'json' },
];
const ScenarioOverride = z.strictObject({
  scenario: ScenarioId,
  /** For the reader; the override itself says it. */
  replaces: z.string(),
  override: Override,
});

const WEIGHT_SETS: readonly RecordColumn[] = [
  text('set', 'set'),
  text('name', 'name'),
  text('iCode', 'node'),
  { column: 'weight', path: ['weight'], kind: 'number' },
];
const WeightOfSet = NodeWeight.extend({ set: WeightSetId, name: WeightSetName });

/** All tables of a workbook, each with its header row. */
export function writeTables(content: WorkbookContent): Record<TableName, Cell[][]> {
  const valueOf = new Map(content.observations.map((each) => [each.id, each.value]));
  const adopted = new Map(
    content.adoptions.map(({ unit, indicator, observation }) => [
      cellKey(unit, indicator),
      observation,
    ]),
  );
  const isAdopted = new Set(adopted.values());
  return {
    data: writeDataTable(
      content.units,
      content.framework.nodes.filter(isIndicatorNode).map(({ code }) => code),
      (unit, indicator) => {
        const observation = adopted.get(cellKey(unit, indicator));
        return observation === undefined ? null : (valueOf.get(observation) ?? null);
      },
    ),
    framework: writeFrameworkTable(content.framework.nodes),
    assumptions: writeRecords(ASSUMPTIONS, content.framework.assumptions),
    series: writeRecords(SERIES, content.series),
    observations: writeRecords(
      [...OBSERVATIONS, ADOPTED],
      content.observations.map((each) => ({ ...each, adopted: isAdopted.has(each.id) })),
    ),
    sources: writeRecords(SOURCES, content.sources),
    scenarios: writeRecords(SCENARIOS, content.scenarios),
    overrides: writeRecords(
      OVERRIDES,
      content.scenarios.flatMap(({ id, overrides }) =>
        overrides.map((override) => ({ scenario: id, replaces: overrideKey(override), override })),
      ),
    ),
    weight_sets: writeRecords(
      WEIGHT_SETS,
      content.weightSets.flatMap(({ id, name, weights }) =>
        weights.map(({ node, weight }) => ({ set: id, name, node, weight })),
      ),
    ),
    workbook: writeProperties(content),
  };
}

/** Framework and rules of a workbook, from its tables. */
export interface TabledFramework {
  readonly framework: Framework;
  readonly method: Method;
  readonly shipped: ShippedRules | null;
}

export function readTabledFramework(
  tables: Tables & { readonly framework: Table; readonly workbook: Table },
): TabledFramework {
  const properties = readProperties(tables.workbook);
  const nodes = [...readFrameworkTable(tables.framework)];
  const title = properties.text('framework.source.title');
  return {
    framework: {
      id: properties.text('framework.id'),
      name: { zh: properties.text('framework.name.zh'), en: properties.text('framework.name.en') },
      source: title === '' ? null : { title, date: properties.text('framework.source.date') },
      assumptions:
        tables.assumptions === undefined
          ? []
          : readRecords(tables.assumptions, ASSUMPTIONS, Assumption),
      nodes,
    },
    method: properties.method('method'),
    shipped: properties.has('shipped.method.missing')
      ? {
          weights: nodes.map(({ code }) => properties.number(`shipped.weight.${code}`)),
          method: properties.method('shipped.method'),
        }
      : null,
  };
}

/** Title, evidence and scenarios of a workbook, from its tables. */
export type TabledEvidence = Pick<
  WorkbookContent,
  | 'title'
  | 'author'
  | 'sources'
  | 'series'
  | 'observations'
  | 'adoptions'
  | 'scenarios'
  | 'weightSets'
>;

export function readTabledEvidence(tables: Tables & { readonly workbook: Table }): TabledEvidence {
  const properties = readProperties(tables.workbook);
  const need = (name: TableName): Table => {
    const table = tables[name];
    if (table !== undefined) return table;
    throw refusal(
      { file: tables.workbook.file },
      'missing-table',
      `a table ${name} with it`,
      'none',
    );
  };
  const overrides = readRecords(need('overrides'), OVERRIDES, ScenarioOverride);
  return {
    title: { zh: properties.text('title.zh'), en: properties.text('title.en') },
    author: properties.text('author'),
    sources: readRecords(need('sources'), SOURCES, Source),
    series: readRecords(need('series'), SERIES, Series),
    observations: readRecords(need('observations'), OBSERVATIONS, Observation),
    adoptions: readRecords(need('observations'), ADOPTIONS, PossibleAdoption)
      .filter(({ adopted }) => adopted)
      .map(({ unit, indicator, observation }) => ({ unit, indicator, observation })),
    scenarios: readRecords(need('scenarios'), SCENARIOS, Scenario.omit({ overrides: true })).map(
      (scenario) => ({
        ...scenario,
        overrides: overrides
          .filter((each) => each.scenario === scenario.id)
          .map(({ override }) => override),
      }),
    ),
    weightSets: tables.weight_sets === undefined ? [] : readWeightSets(tables.weight_sets),
  };
}

/** A row for each weight; a set stands under the name of its first row. */
function readWeightSets(table: Table): WeightSet[] {
  const rows = readRecords(table, WEIGHT_SETS, WeightOfSet);
  return [...Map.groupBy(rows, ({ set }) => set)].map(([id, weights]) => ({
    id,
    name: weights[0]?.name ?? id,
    weights: weights.map(({ node, weight }) => ({ node, weight })),
  }));
}

function cellKey(unit: string, indicator: string): string {
  return `${unit}\n${indicator}`;
}
