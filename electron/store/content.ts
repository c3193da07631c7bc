import type { Method } from '../../shared/model/method.ts';
import type { Adoption, Observation, Series } from '../../shared/model/observation.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Source } from '../../shared/model/source.ts';
import type { Unit } from '../../shared/model/unit.ts';
import type { WeightSet } from '../../shared/model/weight-set.ts';
import type { ShippedRules, WorkbookContent } from '../../shared/model/workbook-content.ts';
import type { RowWriter } from '../oplog/row-writer.ts';
import type { Reader } from './reader.ts';
import {
  frameworkColumns,
  nodeRow,
  readFramework,
  readMethod,
  readShippedRules,
} from './repositories/framework.ts';
import {
  insertObservation,
  iterateObservations,
  observationRow,
  toAdoption,
} from './repositories/observations.ts';
import {
  insertOverride,
  insertScenario,
  readScenarios,
  type RowNumbers,
} from './repositories/scenarios.ts';
import { readSeries, seriesRow } from './repositories/series.ts';
import { readSources, sourceRow } from './repositories/sources.ts';
import { readUnits, unitRow } from './repositories/units.ts';
import { insertWeightSet, readWeightSets } from './repositories/weight-sets.ts';
import { readWorkbookRow } from './repositories/workbook-row.ts';

/**
 * What a workbook is created from: a `WorkbookContent`, whose observations may also come one by one, for there may be a
 * million of them.
 */
export interface NewWorkbook extends Omit<
  WorkbookContent,
  'units' | 'sources' | 'series' | 'observations' | 'adoptions' | 'scenarios' | 'weightSets'
> {
  readonly units: readonly Unit[];
  readonly sources: readonly Source[];
  readonly series: readonly Series[];
  readonly observations: Iterable<Observation>;
  readonly adoptions: Iterable<Adoption>;
  readonly scenarios: readonly Scenario[];
  readonly weightSets: readonly WeightSet[];
}

/** Everything in the workbook but its history. */
export function readContent(reader: Reader): WorkbookContent {
  const { title, author } = readWorkbookRow(reader);
  const stored = [...iterateObservations(reader)];
  return {
    title,
    author,
    framework: readFramework(reader),
    method: readMethod(reader),
    shipped: readShippedRules(reader),
    units: readUnits(reader),
    sources: readSources(reader),
    series: readSeries(reader),
    observations: stored.map(({ observation }) => observation),
    adoptions: stored.filter(({ adopted }) => adopted).map(toAdoption),
    scenarios: readScenarios(reader).map(({ scenario }) => scenario),
    weightSets: readWeightSets(reader).map(({ set }) => set),
  };
}

/**
 * Fills the tables of a new workbook with content that was checked: every id given once, every id that is named there,
 * adoptions that are allowed. What does not fit fails, and nothing of it may be kept then.
 */
export function writeContent(
  writer: Pick<RowWriter, 'insert'>,
  content: NewWorkbook,
  workbook: { readonly uid: string; readonly createdAt: string },
): void {
  const shipped = content.shipped ?? shippedAsIs(content);
  writer.insert('workbook', {
    id: 1,
    uid: workbook.uid,
    created_at: workbook.createdAt,
    title_zh: content.title.zh,
    title_en: content.title.en,
    author: content.author,
    ...frameworkColumns(content.framework, content.method, shipped.method),
  });

  const nodes = numbered(content.framework.nodes, (node) => node.code);
  content.framework.nodes.forEach((node, position) => {
    const parent = node.parent === null ? null : known(nodes, node.parent);
    writer.insert(
      'node',
      nodeRow(node, position + 1, parent, shipped.weights[position] ?? node.weight),
    );
  });
  const units = numbered(content.units, (unit) => unit.code);
  content.units.forEach((unit, position) => writer.insert('unit', unitRow(unit, position + 1)));
  const sources = numbered(content.sources, (source) => source.id);
  content.sources.forEach((source, position) =>
    writer.insert('source', sourceRow(source, position + 1)),
  );
  for (const series of content.series) {
    writer.insert('series', seriesRow(series, known(nodes, series.indicator)));
  }

  const adoptions = new Map<string, Adoption>();
  for (const adoption of content.adoptions) adoptions.set(adoption.observation, adoption);
  let number = 0;
  for (const observation of content.observations) {
    number += 1;
    const adoption = adoptions.get(observation.id);
    adoptions.delete(observation.id);
    if (adoption !== undefined && !isOfCell(observation, adoption)) {
      throw new Error(`unchecked content: "${observation.id}" fills a cell of others`);
    }
    insertObservation(
      writer,
      observationRow(observation, {
        number,
        unit: known(units, observation.unit),
        indicator: known(nodes, observation.indicator),
        source: observation.source === null ? null : known(sources, observation.source),
        adopted: adoption !== undefined,
      }),
    );
  }
  if (adoptions.size > 0) throw new Error('unchecked content: adopted observations are missing');

  writeScenarios(writer, content.scenarios, { units, nodes });
  content.weightSets.forEach((set, position) => insertWeightSet(writer, position + 1, set));
}

function writeScenarios(
  writer: Pick<RowWriter, 'insert'>,
  scenarios: readonly Scenario[],
  rowNumbers: RowNumbers,
): void {
  const numbers = numbered(scenarios, (scenario) => scenario.id);
  scenarios.forEach((scenario, position) => {
    const parent = scenario.parent === null ? null : known(numbers, scenario.parent);
    insertScenario(writer, scenario, { number: position + 1, parent });
    for (const override of scenario.overrides) {
      insertOverride(writer, position + 1, override, rowNumbers);
    }
  });
}

function shippedAsIs(content: {
  framework: NewWorkbook['framework'];
  method: Method;
}): ShippedRules {
  return { weights: content.framework.nodes.map(({ weight }) => weight), method: content.method };
}

function isOfCell(observation: Observation, adoption: Adoption): boolean {
  return observation.unit === adoption.unit && observation.indicator === adoption.indicator;
}

function numbered<Part, Code>(
  parts: readonly Part[],
  codeOf: (part: Part) => Code,
): ReadonlyMap<Code, number> {
  return new Map(parts.map((part, position) => [codeOf(part), position + 1]));
}

function known<Code>(numbers: ReadonlyMap<Code, number>, code: Code): number {
  const number = numbers.get(code);
  if (number === undefined) throw new Error(`unchecked content: no row for "${String(code)}"`);
  return number;
}
