import { describe, expect, test } from 'vitest';
import type { Columns } from '../../electron/engine/columns.ts';
import { rescaleToUnitInterval } from '../../electron/engine/columns.ts';
import { correlationMatrix } from '../../electron/engine/diagnostics/correlation-matrix.ts';
import { criticWeights } from '../../electron/engine/weighting/critic-weights.ts';
import { entropyWeights } from '../../electron/engine/weighting/entropy-weights.ts';
import { pairwiseComparisonWeights } from '../../electron/engine/weighting/pairwise-comparison-weights.ts';
import { readReferenceJson, referenceIsThere } from './reference-files.ts';

interface DecisionVectors {
  matrix: number[][];
  alternatives: string[];
  criteria: string[];
  direction: number[];
  entropy: Record<'on_raw' | 'on_minmax_direction_adjusted', { e: number[]; w: number[] }>;
  critic: Record<string, { sd: number[]; corr: number[][]; C: number[]; w: number[] }>;
}

interface ComparisonVectors {
  matrices: Record<
    string,
    {
      n: number;
      matrix: number[][];
      weights_eigenvector: number[];
      lambda_max: number;
      CI: number;
      CR_saaty1980: number;
    }
  >;
}

function columnsOf({ matrix, alternatives, criteria }: DecisionVectors, signs: number[]): Columns {
  const values = criteria.flatMap((_, column) =>
    matrix.map((row) => row[column]! * signs[column]!),
  );
  return { units: alternatives, nodes: criteria, values: Float64Array.from(values) };
}

/** Largest difference, relative to the largest reference number. */
function gap(found: ArrayLike<number>, expected: readonly number[]): number {
  const scale = Math.max(...expected.map(Math.abs), 1e-300);
  expect(found.length).toBe(expected.length);
  return Math.max(...expected.map((value, index) => Math.abs(found[index]! - value) / scale));
}

describe.skipIf(!referenceIsThere)('weights of the 6 × 4 decision matrix', () => {
  const vectors = readReferenceJson<DecisionVectors>('vectors/decision_6x4.json');
  const raw = () => columnsOf(vectors(), [1, 1, 1, 1]);
  const scaled = () => rescaleToUnitInterval(columnsOf(vectors(), vectors().direction), 'test');

  test('entropy, on raw and on scaled values', () => {
    for (const [columns, expected] of [
      [raw(), vectors().entropy.on_raw],
      [scaled(), vectors().entropy.on_minmax_direction_adjusted],
    ] as const) {
      const found = entropyWeights(columns);
      expect(gap(found.entropy, expected.e)).toBeLessThan(1e-12);
      expect(gap(found.weights, expected.w)).toBeLessThan(1e-12);
    }
  });

  test.each([
    ['minmax_pearson', 'pearson'],
    ['minmax_spearman', 'spearman'],
    ['minmax_kendall_tau_b', 'kendall'],
  ] as const)('CRITIC with %s', (name, kind) => {
    const expected = vectors().critic[name]!;
    const found = criticWeights(scaled(), kind);
    expect(gap(found.standardDeviation, expected.sd)).toBeLessThan(1e-12);
    expect(gap(found.correlation.values, expected.corr.flat())).toBeLessThan(1e-12);
    expect(gap(found.information, expected.C)).toBeLessThan(1e-12);
    expect(gap(found.weights, expected.w)).toBeLessThan(1e-12);
  });

  test('CRITIC on raw values', () => {
    const expected = vectors().critic['raw_unscaled_pearson']!;
    expect(gap(criticWeights(raw()).weights, expected.w)).toBeLessThan(1e-12);
  });

  test('a gap takes its unit out of the pairs it concerns and of no other', () => {
    const columns = scaled();
    const whole = correlationMatrix(columns, 'pearson');
    columns.values[0] = NaN;
    const holed = correlationMatrix(columns, 'pearson');
    expect(holed.pairs[1]).toBe(5);
    expect(holed.pairs[1 * 4 + 2]).toBe(6);
    expect(holed.values[1 * 4 + 2]).toBeCloseTo(whole.values[1 * 4 + 2]!, 12);
  });
});

describe.skipIf(!referenceIsThere)('AHP', () => {
  const vectors = readReferenceJson<ComparisonVectors>('vectors/ahp.json');

  test.each(['A1_3x3', 'A2_4x4', 'A3_5x5_consistent', 'A4_4x4_inconsistent', 'A5_7x7'])(
    'weights and consistency of %s',
    (name) => {
      const expected = vectors().matrices[name]!;
      const nodes = expected.matrix.map((_, index) => `${name}-${index}`);
      const found = pairwiseComparisonWeights(nodes, expected.matrix);
      expect(gap(found.weights, expected.weights_eigenvector)).toBeLessThan(1e-12);
      expect(gap([found.largestEigenvalue], [expected.lambda_max])).toBeLessThan(1e-12);
      expect(Math.abs(found.consistencyIndex - expected.CI)).toBeLessThan(1e-12);
      expect(Math.abs(found.consistencyRatio! - expected.CR_saaty1980)).toBeLessThan(1e-12);
    },
  );
});
