import type { SensitivityInput, SobolIndices } from '../../../../shared/model/sensitivity.ts';

/** One index with its bootstrap interval. */
export interface Index {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface InfluenceRow {
  readonly input: SensitivityInput;
  readonly first: Index;
  readonly total: Index;
}

/** One row for each input, in the order of the result; null: the output never varies, so there are no indices. */
export function influenceRows(
  inputs: readonly SensitivityInput[],
  indices: SobolIndices,
): InfluenceRow[] | null {
  if (!(indices.variance > 0)) return null;
  const at = (values: Float64Array, place: number) => values[place] ?? NaN;
  return inputs.map((input, place) => ({
    input,
    first: {
      value: at(indices.first, place),
      low: at(indices.firstLow, place),
      high: at(indices.firstHigh, place),
    },
    total: {
      value: at(indices.total, place),
      low: at(indices.totalLow, place),
      high: at(indices.totalHigh, place),
    },
  }));
}

/** By total index, the largest first. */
export function byInfluence(rows: readonly InfluenceRow[]): InfluenceRow[] {
  return rows.toSorted((a, b) => b.total.value - a.total.value);
}

/** What the inputs explain each by itself, together. */
export function explainedAlone(rows: readonly InfluenceRow[]): number {
  return rows.reduce((sum, { first }) => sum + first.value, 0);
}

/** Two decimals, with a true minus sign. */
export function printedIndex(index: number): string {
  return index.toFixed(2).replace('-', '−');
}
