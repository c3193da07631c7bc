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
import { checkContent, type ContentPart } from './check-content.ts';
import { FrameworkDocument } from './framework-document.ts';
import { readJson, readJsonLines } from './read-json.ts';
import { refusal, type Place } from './refuse.ts';

/** The data set that a new workbook starts from. */
const BUNDLED_DATASET = 'china-llm-2025';

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
const BundledObservation = Observation.omit({ author: true, recordedAt: true });
type BundledObservation = z.infer<typeof BundledObservation>;

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
    const { adopted: adoptions, ...parts } = data;
    checkContent({ ...parts, adoptions, scenarios: [], weightSets: [] }, (part, index) =>
      placeOf(data, part, index),
    );
    checkPoints(data);
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
  const read = (...path: string[]) =>
    readFile(join(resourcesFolder, ...path), 'utf8').catch((cause: unknown) => {
      throw refusal({ file: path.at(-1) ?? '' }, 'file-missing', 'a file', 'none', { cause });
    });
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

function placeOf({ document }: Files, part: ContentPart, index: number): Place {
  if (part === 'framework') return { file: `${document.framework}.json` };
  return { file: part === 'adoptions' ? 'adopted.jsonl' : `${part}.jsonl`, row: index + 1 };
}

function checkPoints({ document, framework: { nodes } }: Files): void {
  const file = `${document.framework}.json`;
  const root = nodes[0];
  if (root?.weight !== 100) throw refusal({ file }, 'points', '100 points', `${root?.weight}`);
  for (const { code, weight, indicator } of nodes) {
    if (indicator !== null) continue;
    const children = nodes.filter((child) => child.parent === code);
    const points = children.reduce((sum, child) => sum + child.weight, 0);
    if (points === weight) continue;
    throw refusal({ file }, 'points', `${weight} points below "${code}"`, `${points}`);
  }
}

function checkCounts(data: Files): void {
  const found = {
    units: data.units.length,
    indicators: data.framework.nodes.filter(({ indicator }) => indicator !== null).length,
    sources: data.sources.length,
    observations: data.observations.length,
    adopted: data.adopted.length,
  };
  for (const [what, expected] of Object.entries(data.document.counts)) {
    const count = found[what as keyof typeof found];
    if (count === expected) continue;
    throw refusal({ file: 'dataset.json' }, 'count', `${expected} ${what}`, `${count}`);
  }
}
