import { z } from 'zod';
import type { FrameworkNode } from '../../shared/model/framework.ts';
import { NodeCode } from '../../shared/model/ids.ts';
import { readCsvTable } from './csv-table.ts';
import { readInputFile } from './input-file.ts';
import { readJson } from './read-json.ts';
import { excerpt, refusal, type Place } from './refuse.ts';
import { fieldsOf } from './row-fields.ts';
import { refuseUnknownColumns, requireColumn } from './table.ts';
import { decodeText } from './text-encoding.ts';

const REQUIRED = ['iCode', 'Weight'];
/** Columns of COINr's weight tables and of `iMeta` that may stand beside, and say nothing here. */
const IGNORED = ['Level', 'iName', 'Parent'];

const WeightsDocument = z.record(z.string(), z.number());

/**
 * Reads local weights of nodes: CSV with the columns `iCode` and `Weight`, or a JSON object from code to weight. Nodes
 * that are not named keep theirs.
 *
 * @throws AppError E_INPUT naming the row for an unknown code, one that comes twice, or a weight that is negative or no number
 */
export async function readWeightsFile(
  path: string,
  nodes: readonly FrameworkNode[],
): Promise<ReadonlyMap<NodeCode, number>> {
  const file = await readInputFile(path);
  const text = decodeText(file);
  const entries = text.trimStart().startsWith('{')
    ? jsonEntries(text, file.name)
    : csvEntries(text, file.name);
  const known = new Set<string>(nodes.map(({ code }) => code));
  const weights = new Map<NodeCode, number>();
  for (const { code, weight, place } of entries) {
    if (!known.has(code)) {
      throw refusal(place, 'unknown-node', 'the code of a node of the framework', excerpt(code));
    }
    const node = NodeCode.parse(code);
    if (weights.has(node)) {
      throw refusal(place, 'duplicate-code', 'every code once', `${excerpt(code)} again`);
    }
    if (weight < 0) throw refusal(place, 'weight-refused', 'a weight of 0 or more', `${weight}`);
    weights.set(node, weight);
  }
  return weights;
}

interface WeightEntry {
  readonly code: string;
  readonly weight: number;
  readonly place: Place;
}

function jsonEntries(text: string, file: string): WeightEntry[] {
  return Object.entries(readJson(text, file, WeightsDocument)).map(([code, weight]) => ({
    code,
    weight,
    place: { file },
  }));
}

function csvEntries(text: string, file: string): WeightEntry[] {
  const table = readCsvTable(text, file, 'iCode');
  for (const name of REQUIRED) requireColumn(table, name);
  refuseUnknownColumns(table, [...REQUIRED, ...IGNORED]);
  return table.rows.map((row) => {
    const fields = fieldsOf(table, row);
    const weight = fields.number('Weight', 'a weight of 0 or more');
    if (weight === null) throw fields.refuse('Weight', 'weight-refused', 'a weight of 0 or more');
    return {
      code: fields.text('iCode'),
      weight,
      place: { file, row: row.number, column: weight < 0 ? 'Weight' : 'iCode' },
    };
  });
}
