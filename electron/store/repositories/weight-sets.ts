import { z } from 'zod';
import type { WeightSetId } from '../../../shared/model/ids.ts';
import { NodeWeight, type WeightSet } from '../../../shared/model/weight-set.ts';
import type { RowWriter } from '../../oplog/row-writer.ts';
import { parseColumn } from '../column.ts';
import type { Reader } from '../reader.ts';

/** A set with its row number. */
export interface StoredWeightSet {
  readonly number: number;
  readonly set: WeightSet;
}

const Weights = z.array(NodeWeight);

/** In the order in which they were made. */
export function readWeightSets(reader: Reader): StoredWeightSet[] {
  return reader
    .rows<{ number: number; id: WeightSetId; name: string; weights: string }>(
      'SELECT number, id, name, weights FROM weight_set ORDER BY number',
    )
    .map(({ number, id, name, weights }) => ({
      number,
      set: { id, name, weights: parseColumn(Weights, weights, `weights of the set ${id}`) },
    }));
}

export function insertWeightSet(
  writer: Pick<RowWriter, 'insert'>,
  number: number,
  { id, name, weights }: WeightSet,
): void {
  writer.insert('weight_set', { number, id, name, weights: JSON.stringify(weights) });
}

export function renameWeightSet(writer: RowWriter, number: number, name: string): void {
  writer.update('weight_set', { number }, { name });
}

export function deleteWeightSet(writer: RowWriter, number: number): void {
  writer.delete('weight_set', { number });
}
