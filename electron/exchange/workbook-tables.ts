import { z } from 'zod';
import { Assumption } from '../../shared/model/framework.ts';
import type { Framework } from '../../shared/model/framework.ts';
import { NodeCode, ScenarioId } from '../../shared/model/ids.ts';
import { Method } from '../../shared/model/method.ts';
import { Observation, Series } from '../../shared/model/observation.ts';
import { overrideKey, Override, Scenario } from '../../shared/model/scenario.ts';
import { Source } from '../../shared/model/source.ts';
import type { ShippedRules, WorkbookContent } from '../../shared/model/workbook-content.ts';
import { isIndicatorNode, writeDataTable } from './data-table.ts';
import { readFrameworkTable, writeFrameworkTable } from './framework-table.ts';
import { readRecords, writeRecords, type Cell, type RecordColumn } from './record-table.ts';
import { excerpt, refusal } from './refuse.ts';
import type { Table } from './table.ts';

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
  'workbook',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** The tables that were found in a file or beside it. */
export type Tables = Partial<Readonly<Record<TableName, Table>>>;

const text = (column: string, ...path: [string] | [string, string]): RecordColumn => ({
  column,
  path,
  kind: 'text',
});
const optional = (column: string, field: string): RecordColumn => ({
  column,
  path: [field],
  kind: 'optional',
});

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
  { column: 'adopted', path: ['adopted'], kind: 'flag' },
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
const AdoptableObservation = Observation.extend({ adopted: z.boolean() });

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
      OBSERVATIONS,
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
    workbook: writeWorkbookTable(content),
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
  const entries = entriesOf(tables.workbook);
  const nodes = [...readFrameworkTable(tables.framework)];
  const title = entries.text('framework.source.title');
  return {
    framework: {
      id: entries.text('framework.id'),
      name: { zh: entries.text('framework.name.zh'), en: entries.text('framework.name.en') },
      source: title === '' ? null : { title, date: entries.text('framework.source.date') },
      assumptions:
        tables.assumptions === undefined
          ? []
          : readRecords(tables.assumptions, ASSUMPTIONS, Assumption),
      nodes,
    },
    method: entries.method('method'),
    shipped: entries.has('shipped.method.missing')
      ? {
          weights: nodes.map(({ code }) => entries.number(`shipped.weight.${code}`)),
          method: entries.method('shipped.method'),
        }
      : null,
  };
}

/** Title, evidence and scenarios of a workbook, from its tables. */
export type TabledEvidence = Pick<
  WorkbookContent,
  'title' | 'author' | 'sources' | 'series' | 'observations' | 'adoptions' | 'scenarios'
>;

export function readTabledEvidence(tables: Tables & { readonly workbook: Table }): TabledEvidence {
  const entries = entriesOf(tables.workbook);
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
  const observations = readRecords(need('observations'), OBSERVATIONS, AdoptableObservation);
  const overrides = readRecords(need('overrides'), OVERRIDES, ScenarioOverride);
  return {
    title: { zh: entries.text('title.zh'), en: entries.text('title.en') },
    author: entries.text('author'),
    sources: readRecords(need('sources'), SOURCES, Source),
    series: readRecords(need('series'), SERIES, Series),
    observations: observations.map(({ adopted: _, ...observation }) => observation),
    adoptions: observations
      .filter(({ adopted }) => adopted)
      .map(({ unit, indicator, id }) => ({ unit, indicator, observation: id })),
    scenarios: readRecords(need('scenarios'), SCENARIOS, Scenario.omit({ overrides: true })).map(
      (scenario) => ({
        ...scenario,
        overrides: overrides
          .filter((each) => each.scenario === scenario.id)
          .map(({ override }) => override),
      }),
    ),
  };
}

function cellKey(unit: string, indicator: string): string {
  return `${unit}\n${indicator}`;
}

/** One row per property; a property that is a structure is written as JSON. */
function writeWorkbookTable({
  title,
  author,
  framework,
  method,
  shipped,
}: WorkbookContent): Cell[][] {
  return [
    ['key', 'value'],
    ['format', 'hengmo-workbook'],
    ['version', 1],
    ['title.zh', title.zh],
    ['title.en', title.en],
    ['author', author],
    ['framework.id', framework.id],
    ['framework.name.zh', framework.name.zh],
    ['framework.name.en', framework.name.en],
    ['framework.source.title', framework.source?.title ?? null],
    ['framework.source.date', framework.source?.date ?? null],
    ...writeMethod('method', method),
    ...(shipped === null
      ? []
      : [
          ...writeMethod('shipped.method', shipped.method),
          ...framework.nodes.map(({ code }, index) => [
            `shipped.weight.${code}`,
            shipped.weights[index] ?? 0,
          ]),
        ]),
  ];
}

function writeMethod(prefix: string, method: Method): Cell[][] {
  const { normalisationByIndicator, ...parts } = method;
  return [
    ...Object.entries(parts).map(([name, part]) => [`${prefix}.${name}`, JSON.stringify(part)]),
    ...Object.entries(normalisationByIndicator).map(([code, normalisation]) => [
      `${prefix}.normalisationByIndicator.${code}`,
      JSON.stringify(normalisation),
    ]),
  ];
}

const ENTRY: readonly RecordColumn[] = [text('key', 'key'), text('value', 'value')];
const Entry = z.strictObject({ key: z.string(), value: z.string() });

/** Reads the rows that `writeWorkbookTable` wrote. */
function entriesOf(table: Table) {
  const values = new Map(readRecords(table, ENTRY, Entry).map(({ key, value }) => [key, value]));
  const place = { file: table.file };
  if (values.get('format') !== 'hengmo-workbook' || values.get('version') !== '1') {
    const found = excerpt(`${values.get('format') ?? ''} ${values.get('version') ?? ''}`);
    throw refusal(place, 'unknown-format', 'hengmo-workbook 1', found);
  }
  const textOf = (key: string) => values.get(key) ?? '';
  const json = (key: string): unknown => {
    try {
      return JSON.parse(textOf(key));
    } catch {
      throw refusal(place, 'not-json', `JSON at ${key}`, excerpt(textOf(key)));
    }
  };
  return {
    has: (key: string) => values.has(key),
    text: textOf,
    number(key: string): number {
      const value = z.number().safeParse(json(key));
      if (value.success) return value.data;
      throw refusal(place, 'not-a-number', `a number at ${key}`, excerpt(textOf(key)));
    },
    method(prefix: string): Method {
      const byIndicator = `${prefix}.normalisationByIndicator.`;
      const parts = Object.keys(Method.shape).filter((name) => name !== 'normalisationByIndicator');
      const candidate = {
        ...Object.fromEntries(parts.map((name) => [name, json(`${prefix}.${name}`)])),
        normalisationByIndicator: Object.fromEntries(
          [...values.keys()]
            .filter((key) => key.startsWith(byIndicator))
            .map((key) => [NodeCode.parse(key.slice(byIndicator.length)), json(key)]),
        ),
      };
      const method = Method.safeParse(candidate);
      if (method.success) return method.data;
      const issue = method.error.issues[0];
      const key = `${prefix}.${issue?.path.join('.')}`;
      throw refusal(place, 'method-refused', `${issue?.message} at ${key}`, excerpt(textOf(key)));
    },
  };
}
