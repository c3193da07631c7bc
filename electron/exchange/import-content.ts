import type { Framework } from '../../shared/model/framework.ts';
import {
  BASELINE,
  ObservationId,
  SourceId,
  type NodeCode,
  type UnitCode,
} from '../../shared/model/ids.ts';
import type { Language } from '../../shared/model/language.ts';
import { DEFAULT_METHOD } from '../../shared/model/method.ts';
import type { Adoption, Observation } from '../../shared/model/observation.ts';
import type { Source } from '../../shared/model/source.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { BASELINE_NAME } from '../../shared/text/baseline-name.ts';
import { checkContent } from './check-content.ts';
import {
  isIndicatorNode,
  readDataTable,
  type DataTable,
  type IndicatorNode,
} from './data-table.ts';
import { readFrameworkTable } from './framework-table.ts';
import { readImportSource, type ImportSource } from './import-source.ts';
import { refusal } from './refuse.ts';
import {
  readTabledEvidence,
  readTabledFramework,
  type TabledEvidence,
  type TabledFramework,
} from './workbook-tables.ts';

/** More cells than this make a workbook that no machine here opens in a second. */
const MOST_VALUES = 2_000_000;

export interface ImportedContent {
  readonly content: WorkbookContent;
  /** Columns of the data kept as attributes of the units. */
  readonly attributeColumns: readonly string[];
}

export interface ImportOptions {
  /** Time at which the values enter the workbook, ISO 8601. */
  readonly recordedAt: string;
  /** Names the root scenario of a workbook that brings none. */
  readonly language: Language;
}

/**
 * Reads a framework and data into the content of a new workbook, as a whole or not at all. Each value becomes an
 * adopted observation whose source is the data file. An export of ours also brings its method, evidence and scenarios;
 * there the values of the data table count: one that was changed becomes an observation beside the exported ones.
 *
 * @throws AppError E_INPUT or E_NOT_FOUND naming file, row and column
 */
export async function readImport(
  frameworkPath: string,
  dataPath: string,
  options: ImportOptions,
): Promise<ImportedContent> {
  const frameworkSource = await readImportSource(frameworkPath, 'framework');
  const { framework, method, shipped } = rulesOf(frameworkSource);
  const dataSource = await readImportSource(dataPath, 'data');
  const indicators = framework.nodes.filter(isIndicatorNode);
  const data = dataOf(dataSource, framework);
  const evidence = evidenceOf(dataSource);
  const count = data.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
  if (count > MOST_VALUES) {
    const expected = `at most ${MOST_VALUES} values`;
    throw refusal({ file: dataSource.file }, 'too-many-values', expected, `${count}`);
  }

  const content: WorkbookContent = {
    title: evidence?.title ?? framework.name,
    author: evidence?.author ?? '',
    framework,
    method,
    shipped,
    units: [...data.units],
    series: evidence?.series ?? [],
    scenarios: evidence?.scenarios ?? [
      {
        id: BASELINE,
        parent: null,
        name: BASELINE_NAME[options.language],
        description: '',
        overrides: [],
      },
    ],
    weightSets: evidence?.weightSets ?? [],
    ...adoptValues(data, indicators, evidence, dataSource.file, options),
  };
  checkContent(content, (part) => ({
    file: part === 'framework' ? frameworkSource.file : dataSource.file,
  }));
  return { content, attributeColumns: data.attributeColumns };
}

function rulesOf(source: ImportSource): TabledFramework {
  const { file } = source;
  switch (source.kind) {
    case 'workbook': {
      const { framework, method, shipped } = source.content;
      if (shipped !== null && shipped.weights.length !== framework.nodes.length) {
        const expected = `${framework.nodes.length} shipped weights`;
        throw refusal({ file }, 'shipped-weights', expected, `${shipped.weights.length}`);
      }
      return { framework, method, shipped };
    }
    case 'framework':
      return {
        framework: source.document.framework,
        method: source.document.method,
        shipped: null,
      };
    case 'tables':
      if (source.export !== null) return readTabledFramework(source.export);
      return {
        framework: standaloneFramework(source),
        method: DEFAULT_METHOD,
        shipped: null,
      };
  }
}

function standaloneFramework({ table }: Extract<ImportSource, { kind: 'tables' }>): Framework {
  const nodes = [...readFrameworkTable(table)];
  const root = nodes[0];
  if (root === undefined) throw refusal({ file: table.file }, 'no-root', 'an index', 'none');
  return { id: root.code, name: root.name, source: null, assumptions: [], nodes };
}

function dataOf(source: ImportSource, framework: Framework): DataTable {
  switch (source.kind) {
    case 'workbook':
      return dataOfWorkbook(source.content, framework.nodes.filter(isIndicatorNode));
    case 'tables':
      return readDataTable(source.table, framework.nodes);
    case 'framework':
      throw refusal({ file: source.file }, 'unknown-format', 'data', 'a framework');
  }
}

function dataOfWorkbook(content: WorkbookContent, indicators: readonly IndicatorNode[]): DataTable {
  const { units, observations, adoptions } = content;
  const rowOf = new Map(units.map(({ code }, index) => [code, index]));
  const columnOf = new Map(indicators.map(({ code }, index) => [code, index]));
  const valueOf = new Map(observations.map(({ id, value }) => [id, value]));
  const values = new Float64Array(units.length * indicators.length).fill(Number.NaN);
  for (const { unit, indicator, observation } of adoptions) {
    const row = rowOf.get(unit);
    const column = columnOf.get(indicator);
    if (row === undefined || column === undefined) continue;
    values[row * indicators.length + column] = valueOf.get(observation) ?? Number.NaN;
  }
  const attributeColumns = [...new Set(units.flatMap(({ attributes }) => Object.keys(attributes)))];
  return { units, values, attributeColumns };
}

function evidenceOf(source: ImportSource): TabledEvidence | null {
  switch (source.kind) {
    case 'workbook':
      return source.content;
    case 'tables':
      return source.export === null ? null : readTabledEvidence(source.export);
    case 'framework':
      return null;
  }
}

type AdoptedValues = Pick<WorkbookContent, 'sources' | 'observations' | 'adoptions'>;

/** Gives every value of the data an observation: the exported one that fills the cell, or a new one. */
function adoptValues(
  { units, values }: DataTable,
  indicators: readonly IndicatorNode[],
  evidence: TabledEvidence | null,
  file: string,
  { recordedAt }: ImportOptions,
): AdoptedValues {
  const sources: Source[] = [...(evidence?.sources ?? [])];
  const observations: Observation[] = [...(evidence?.observations ?? [])];
  const adoptions: Adoption[] = [];
  const exported = exportedAdoptions(evidence);
  const nextId = freeIds(observations.map(({ id }) => id));
  const source = SourceId.parse(freeIds(sources.map(({ id }) => id))());
  let isSourceNew = true;
  units.forEach(({ code: unit }, u) => {
    indicators.forEach(({ code, indicator }, i) => {
      const value = values[u * indicators.length + i] ?? Number.NaN;
      if (Number.isNaN(value)) return;
      const before = exported.get(unit)?.get(code);
      if (before !== undefined && before.value === value) {
        adoptions.push({ unit, indicator: code, observation: before.id });
        return;
      }
      if (isSourceNew) sources.push({ id: source, title: file, url: null, published: '' });
      isSourceNew = false;
      const id = ObservationId.parse(nextId());
      adoptions.push({ unit, indicator: code, observation: id });
      observations.push({
        id,
        unit,
        indicator: code,
        evidenceOnly: false,
        value,
        unitOfMeasure: indicator.unitOfMeasure,
        asOf: '',
        fit: 'exact',
        // The file does not say how sure its values are.
        confidence: 'medium',
        rejectedReason: null,
        model: null,
        note: '',
        source,
        author: null,
        recordedAt,
      });
    });
  });
  return { sources, observations, adoptions };
}

function exportedAdoptions(
  evidence: TabledEvidence | null,
): ReadonlyMap<UnitCode, ReadonlyMap<NodeCode, Observation>> {
  const observationOf = new Map(evidence?.observations.map((each) => [each.id, each]));
  const adopted = new Map<UnitCode, Map<NodeCode, Observation>>();
  for (const { unit, indicator, observation: id } of evidence?.adoptions ?? []) {
    const observation = observationOf.get(id);
    if (observation === undefined) continue;
    const row = adopted.get(unit) ?? new Map<NodeCode, Observation>();
    adopted.set(unit, row.set(indicator, observation));
  }
  return adopted;
}

/** `imported-1`, `imported-2` …, without those already taken. */
function freeIds(taken: readonly string[]): () => string {
  const used = new Set(taken);
  let count = 0;
  return () => {
    do count += 1;
    while (used.has(`imported-${count}`));
    return `imported-${count}`;
  };
}
