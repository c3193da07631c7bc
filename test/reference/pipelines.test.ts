import { describe, expect, it } from 'vitest';
import { score } from '../../electron/engine/score.ts';
import { asemRequest } from './asem.ts';
import { expectRanks, expectTable } from './compare.ts';
import { referenceIsThere } from './reference-files.ts';

describe.skipIf(!referenceIsThere)('ASEM pipelines against COINr', () => {
  it('a: min-max 0–100, arithmetic, gaps left', () => {
    const result = score(asemRequest({ missing: 'available' }));
    expect(expectTable(result, 'asem/a_minmax0-100_amean/normalised.csv')).toBe(51 * 49);
    expect(expectTable(result, 'asem/a_minmax0-100_amean/aggregated.csv')).toBe(51 * 11);
    expectRanks(result, 'asem/a_minmax0-100_amean/ranks.csv');
  });

  it('a2: the same on imputed data', () => {
    const result = score(asemRequest({}, { data: 'asem/iData_imputed_i_mean.csv' }));
    expect(expectTable(result, 'asem/a2_minmax0-100_amean_imputed/normalised.csv')).toBe(51 * 49);
    expect(expectTable(result, 'asem/a2_minmax0-100_amean_imputed/aggregated.csv')).toBe(51 * 11);
    expectRanks(result, 'asem/a2_minmax0-100_amean_imputed/ranks.csv');
  });
});
