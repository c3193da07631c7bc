import type {
  SensitivityInput,
  SensitivityResult,
  SobolIndices,
} from '../../shared/model/sensitivity.ts';

/** Indices of one input, as the command line prints them; null: the output never varies. */
export interface IndexRow {
  readonly input: SensitivityInput;
  readonly first: number | null;
  readonly firstLow: number | null;
  readonly firstHigh: number | null;
  readonly total: number | null;
  readonly totalLow: number | null;
  readonly totalHigh: number | null;
}

export function indexRows(
  inputs: readonly SensitivityInput[],
  indices: SobolIndices,
): readonly IndexRow[] {
  const at = (values: Float64Array, input: number) => {
    const value = values[input];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  return inputs.map((name, input) => ({
    input: name,
    first: at(indices.first, input),
    firstLow: at(indices.firstLow, input),
    firstHigh: at(indices.firstHigh, input),
    total: at(indices.total, input),
    totalLow: at(indices.totalLow, input),
    totalHigh: at(indices.totalHigh, input),
  }));
}

export function sensitivityJson({
  inputs,
  samples,
  seed,
  meanRankChange,
  units,
}: SensitivityResult): string {
  const output = (indices: SobolIndices) => ({
    mean: indices.mean,
    variance: indices.variance,
    indices: indexRows(inputs, indices),
  });
  const document = {
    samples,
    seed,
    inputs,
    meanRankChange: output(meanRankChange),
    units: units.map(({ unit, indices }) => ({ uCode: unit, ...output(indices) })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
