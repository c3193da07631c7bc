import type { Diagnosis } from '../../shared/model/diagnosis.ts';
import { printJson } from './print-json.ts';

/** As the command line prints it: matrices as lists of rows. */
export function diagnosisJson(diagnosis: Diagnosis): string {
  const { values, correlation, pairs, indicators, units } = diagnosis;
  const rowsOf = (matrix: Float64Array | Int32Array, width: number) =>
    indicators.map((_, row) => Array.from(matrix.subarray(row * width, (row + 1) * width)));
  return printJson({
    ...diagnosis,
    values: rowsOf(values, units.length),
    correlation: rowsOf(correlation, indicators.length),
    pairs: rowsOf(pairs, indicators.length),
  });
}
