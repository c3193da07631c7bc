import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

/** Independent results that stand beside the project, not in it; without them the tests that need them are skipped. */
const folder = fileURLToPath(new URL('../../../shared/reference/', import.meta.url));

export const referenceIsThere = existsSync(folder);
if (!referenceIsThere) console.log('reference tests: skipped, no ../shared/reference');

export function referencePath(path: string): string {
  return folder + path;
}

export function readReferenceText(path: string): string {
  return readFileSync(referencePath(path), 'utf8');
}

/** Reads on first use, so that a skipped suite reads nothing. */
export function readReferenceJson<Content>(path: string): () => Content {
  let content: Content | undefined;
  return () => (content ??= JSON.parse(readReferenceText(path)) as Content);
}

/** Rows of a CSV file as texts by column name. */
export function readReferenceCsv(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readReferenceText(path).trim(), { header: true }).data;
}

/** A number as the reference files write it; `NA` and `NaN` are missing. */
export function referenceNumber(text: string): number {
  return text === 'NA' || text === 'NaN' || text === '' ? NaN : Number(text);
}
