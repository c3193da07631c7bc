import type { Diagnosis } from '../engine/diagnostics/diagnose.ts';
import type { StabilityAnswer } from '../../shared/model/weight-analysis.ts';
import type { PairAnswer } from './analysis.ts';

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
  const { correlation, pairs, indicators } = diagnosis;
  const size = indicators.length;
  const rowsOf = (values: Float64Array | Int32Array) =>
    indicators.map((_, row) => Array.from(values.subarray(row * size, (row + 1) * size)));
  return json({ ...diagnosis, correlation: rowsOf(correlation), pairs: rowsOf(pairs) });
}
