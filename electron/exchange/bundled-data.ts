import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/contract/errors.ts';
import type { Framework } from '../../shared/model/framework.ts';
import { LocalizedText } from '../../shared/model/language.ts';
import type { Method } from '../../shared/model/method.ts';
import { Adoption, Observation, Series } from '../../shared/model/observation.ts';
import { Source } from '../../shared/model/source.ts';
import { Unit } from '../../shared/model/unit.ts';
import { FrameworkDocument } from './framework-document.ts';
import { readJson, readJsonLines } from './read-json.ts';
import { findTreeProblem } from './tree-problem.ts';

/** The data set that a new workbook starts from. */
export const BUNDLED_DATASET = 'china-llm-2025';

const DatasetDocument = z.strictObject({
  format: z.literal('hengmo-dataset'),
  version: z.literal(1),
  id: z.string().min(1),
  title: LocalizedText,
  /** Name of the file under `frameworks/`, without its ending. */
  framework: z.string().min(1),
  /** What the other files must hold: a shortened or lengthened file is noticed. */
  counts: z.strictObject({
    units: z.int(),
    indicators: z.int(),
    sources: z.int(),
    observations: z.int(),
    adopted: z.int(),
  }),
});
type DatasetDocument = z.infer<typeof DatasetDocument>;

/** A shipped observation has no author, and enters a workbook only when the workbook is made. */
export const BundledObservation = Observation.omit({ author: true, recordedAt: true });
export type BundledObservation = z.infer<typeof BundledObservation>;

/** A data set as shipped under `resources/`, checked: every id in it resolves. */
export interface BundledData {
  readonly id: string;
  readonly title: LocalizedText;
  readonly framework: Framework;
  readonly method: Method;
  readonly units: readonly Unit[];
  readonly sources: readonly Source[];
  readonly series: readonly Series[];
  readonly observations: readonly BundledObservation[];
  readonly adopted: readonly Adoption[];
}

/**
 * Loads a shipped data set with its framework and checks it as a whole.
 *
 * @throws AppError E_STORAGE when the installation is damaged; the message names the file and the row
 */
export async function loadBundledData(
  resourcesFolder: string,
  dataset: string = BUNDLED_DATASET,
): Promise<BundledData> {
  try {
    const data = await readFiles(resourcesFolder, dataset);
    checkFramework(data);
    checkReferences(data);
    checkCounts(data);
    const { document, ...rest } = data;
    return { id: document.id, title: document.title, ...rest };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      'E_STORAGE',
      `The bundled data set "${dataset}" is damaged; reinstall the program. ${message}`,
      { reason: 'bundled-data-damaged', ...(cause instanceof AppError ? cause.details : {}) },
      { cause },
    );
  }
}

type Files = Omit<BundledData, 'id' | 'title'> & { readonly document: DatasetDocument };

async function readFiles(resourcesFolder: string, dataset: string): Promise<Files> {
  const read = (...path: string[]) => readFile(join(resourcesFolder, ...path), 'utf8');
  const readRows = async <Schema extends z.ZodType>(file: string, schema: Schema) =>
    readJsonLines(await read('datasets', dataset, file), file, schema);

  const document = readJson(
    await read('datasets', dataset, 'dataset.json'),
    'dataset.json',
    DatasetDocument,
  );
  const frameworkFile = `${document.framework}.json`;
  const { framework, method } = readJson(
    await read('frameworks', frameworkFile),
    frameworkFile,
    FrameworkDocument,
  );
  return {
    document,
    framework,
    method,
    units: await readRows('units.jsonl', Unit),
    sources: await readRows('sources.jsonl', Source),
    series: await readRows('series.jsonl', Series),
    observations: await readRows('observations.jsonl', BundledObservation),
    adopted: await readRows('adopted.jsonl', Adoption),
  };
}

function checkFramework({ document, framework, method }: Files): void {
  const file = `${document.framework}.json`;
  const nodes = framework.nodes;
  const problem = findTreeProblem(
    nodes.map(({ code, parent, indicator }) => ({ code, parent, isIndicator: indicator !== null })),
  );
  if (problem !== null) refuse(file, null, `expected ${problem.expected}, found ${problem.found}`);

  const seen = new Set<string>();
  for (const node of nodes) {
    if (node.parent !== null && !seen.has(node.parent)) {
      refuse(file, null, `"${node.code}" stands before its parent "${node.parent}"`);
    }
    seen.add(node.code);
  }
  if (nodes[0]?.weight !== 100)
    refuse(file, null, `the index has ${nodes[0]?.weight} points, not 100`);
  for (const node of nodes) {
    if (node.indicator !== null) continue;
    const children = nodes.filter((child) => child.parent === node.code);
    const points = children.reduce((sum, child) => sum + child.weight, 0);
    if (points !== node.weight) {
      refuse(file, null, `"${node.code}" has ${node.weight} points, its children ${points}`);
    }
  }
  const indicators = indicatorCodes(framework);
  for (const code of Object.keys(method.normalisationByIndicator)) {
    if (!indicators.has(code))
      refuse(file, null, `the method names an unknown indicator "${code}"`);
  }
}

function checkReferences(data: Files): void {
  const indicators = indicatorCodes(data.framework);
  const units = uniqueCodes(data.units, 'units.jsonl', (unit) => unit.code);
  const sources = uniqueCodes(data.sources, 'sources.jsonl', (source) => source.id);
  uniqueCodes(data.observations, 'observations.jsonl', (observation) => observation.id);
  uniqueCodes(data.series, 'series.jsonl', (series) => series.indicator);
  uniqueCodes(data.adopted, 'adopted.jsonl', (cell) => `${cell.unit} × ${cell.indicator}`);

  data.series.forEach((series, row) => {
    mustKnow(indicators, series.indicator, 'indicator', 'series.jsonl', row);
  });
  data.observations.forEach((observation, row) => {
    mustKnow(units, observation.unit, 'unit', 'observations.jsonl', row);
    mustKnow(indicators, observation.indicator, 'indicator', 'observations.jsonl', row);
    if (observation.source !== null) {
      mustKnow(sources, observation.source, 'source', 'observations.jsonl', row);
    }
  });

  const observations = new Map(data.observations.map((each) => [each.id, each]));
  data.adopted.forEach((cell, row) => {
    const observation = observations.get(cell.observation);
    if (observation === undefined) {
      return refuse('adopted.jsonl', row + 1, `unknown observation "${cell.observation}"`);
    }
    if (observation.unit !== cell.unit || observation.indicator !== cell.indicator) {
      const place = `${observation.unit} × ${observation.indicator}`;
      refuse('adopted.jsonl', row + 1, `observation "${cell.observation}" belongs to ${place}`);
    }
    if (observation.rejectedReason !== null || observation.evidenceOnly) {
      refuse('adopted.jsonl', row + 1, `observation "${cell.observation}" may not be adopted`);
    }
  });
}

function checkCounts(data: Files): void {
  const found = {
    units: data.units.length,
    indicators: indicatorCodes(data.framework).size,
    sources: data.sources.length,
    observations: data.observations.length,
    adopted: data.adopted.length,
  };
  for (const [what, expected] of Object.entries(data.document.counts)) {
    const count = found[what as keyof typeof found];
    if (count !== expected) {
      refuse('dataset.json', null, `expected ${expected} ${what}, found ${count}`);
    }
  }
}

function indicatorCodes(framework: Framework): ReadonlySet<string> {
  return new Set(
    framework.nodes.filter((node) => node.indicator !== null).map((node) => node.code as string),
  );
}

function uniqueCodes<Row>(
  rows: readonly Row[],
  file: string,
  codeOf: (row: Row) => string,
): ReadonlySet<string> {
  const codes = new Set<string>();
  rows.forEach((each, row) => {
    const code = codeOf(each);
    if (codes.has(code)) refuse(file, row + 1, `"${code}" stands here a second time`);
    codes.add(code);
  });
  return codes;
}

function mustKnow(
  known: ReadonlySet<string>,
  id: string,
  what: string,
  file: string,
  row: number,
): void {
  if (!known.has(id)) refuse(file, row + 1, `unknown ${what} "${id}"`);
}

function refuse(file: string, row: number | null, problem: string): never {
  const place = row === null ? file : `${file}, row ${row}`;
  throw new AppError('E_INPUT', `${place}: ${problem}`, { file, ...(row === null ? {} : { row }) });
}
