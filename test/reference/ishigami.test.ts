import { describe, expect, it } from 'vitest';
import { sobolIndices } from '../../electron/engine/sensitivity/sobol-indices.ts';
import { readReferenceCsv, referenceIsThere } from './reference-files.ts';

describe.skipIf(!referenceIsThere)('the Ishigami design of the reference', () => {
  const BLOCKS = ['A', 'B', 'AB1', 'AB2', 'AB3'];
  const outputs = () => {
    const byBlock = Map.groupBy(
      readReferenceCsv('sensitivity/ishigami_N1000_design.csv'),
      (row) => row['block'] as string,
    );
    expect([...byBlock.keys()]).toEqual(BLOCKS);
    const width = BLOCKS.length;
    const table = new Float64Array(1000 * width);
    BLOCKS.forEach((block, at) => {
      byBlock.get(block)?.forEach((row, sample) => {
        table[sample * width + at] = Number(row['y']);
      });
    });
    return table;
  };
  const reference = () => readReferenceCsv('sensitivity/ishigami_N1000_indices.csv');

  it('gives the reference’s total indices: the same estimator on the same runs', () => {
    const { total, variance } = sobolIndices(outputs(), 3, 1);
    reference().forEach((row, input) => {
      expect(variance / Number(row['variance'])).toBeCloseTo(1, 2);
      expect(total[input]! * variance).toBeCloseTo(Number(row['STi']) * Number(row['variance']), 9);
    });
  });

  it('has the analytic indices within its intervals', () => {
    const { first, firstLow, firstHigh, totalLow, totalHigh } = sobolIndices(outputs(), 3, 1);
    reference().forEach((row, input) => {
      const analytic = Number(row['analytic_S']);
      // 5–95 % intervals of independent inputs may just miss; half a width more must not.
      const slack = (firstHigh[input]! - firstLow[input]!) / 2;
      expect(analytic).toBeGreaterThan(firstLow[input]! - slack);
      expect(analytic).toBeLessThan(firstHigh[input]! + slack);
      expect(Number(row['analytic_ST'])).toBeGreaterThan(totalLow[input]! - slack);
      expect(Number(row['analytic_ST'])).toBeLessThan(totalHigh[input]! + slack);
      // With 1,000 rows the reference itself is up to 0.05 off.
      expect(Math.abs(first[input]! - analytic)).toBeLessThan(0.06);
    });
  });
});
