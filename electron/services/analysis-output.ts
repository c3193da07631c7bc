import type { PairAnswer } from '../../shared/contract/analysis-operations.ts';
import type { Diagnosis } from '../../shared/model/diagnosis.ts';
import type { StabilityAnswer } from '../../shared/model/weight-analysis.ts';

/* Exact answers as the command line prints them. NaN has no JSON: it is null. */

function json(value: unknown): string {
  const plain = (_key: string, each: unknown) => {
    if (typeof each === 'number' && !Number.isFinite(each)) return null;
    return ArrayBuffer.isView(each) ? Array.from(each as Float64Array) : each;
  };
  return `${JSON.stringify(value, plain, 1)}\n`;
}

export function pairJson(answer: PairAnswer): string {
  return json(answer);
}

export function stabilityJson(answers: readonly StabilityAnswer[]): string {
  return json(answers);
}

export function diagnosisJson(diagnosis: Diagnosis): string {
  const { values, correlation, pairs, indicators, units } = diagnosis;
  const rowsOf = (matrix: Float64Array | Int32Array, width: number) =>
    indicators.map((_, row) => Array.from(matrix.subarray(row * width, (row + 1) * width)));
  return json({
    ...diagnosis,
    values: rowsOf(values, units.length),
    correlation: rowsOf(correlation, indicators.length),
    pairs: rowsOf(pairs, indicators.length),
  });
}
