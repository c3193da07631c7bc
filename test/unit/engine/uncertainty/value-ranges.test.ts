import { describe, expect, it } from 'vitest';
import type { Confidence } from '../../../../shared/model/observation.ts';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import type { ValueUncertainty } from '../../../../shared/model/uncertainty.ts';
import { valueRanges } from '../../../../electron/engine/uncertainty/value-ranges.ts';
import { expectAppError } from '../expect-app-error.ts';
import { makeFramework, makeRequest } from '../make-request.ts';

const request = makeRequest(
  makeFramework([
    { code: 'G', children: [{ code: 'a' }] },
    { code: 'yes', type: 'boolean' },
  ]),
  { u: [10, 1], v: [-40, 0], w: [null, 1] },
);
const byConfidence = { high: 0.1, medium: 0.5, low: 0.9 };

function ranges(grades: (Confidence | null)[], cells: ValueUncertainty['cells'] = []) {
  const { low, high } = valueRanges(request, { byConfidence, cells }, (at) => grades[at] ?? null);
  return { low: [...low], high: [...high] };
}

const own = (indicator: string, unit: string, low: number, high: number) => ({
  indicator: indicator as NodeCode,
  unit: unit as UnitCode,
  low,
  high,
});

describe('where the truth of a cell may lie', () => {
  it('by grade: a share of its size to either side, but exact without one', () => {
    expect(ranges(['high', 'medium', 'high', 'high', 'high', 'high'])).toEqual({
      low: [9, -60, NaN, 1, 0, 1],
      high: [11, -20, NaN, 1, 0, 1],
    });
    expect(ranges([null, 'medium'])).toEqual({
      low: [10, -60, NaN, 1, 0, 1],
      high: [10, -20, NaN, 1, 0, 1],
    });
    expect([...request.values]).toEqual([10, -40, NaN, 1, 0, 1]);
  });

  it('in a range of its own, a boolean too, but a gap stays one', () => {
    const cells = [own('a', 'v', -50, 5), own('yes', 'v', 0, 1), own('a', 'w', 1, 2)];
    expect(ranges(['high', 'high'], cells)).toEqual({
      low: [9, -50, NaN, 1, 0, 1],
      high: [11, 5, NaN, 1, 1, 1],
    });
  });

  it.each([
    ['b', 'u'],
    ['a', 'nobody'],
    ['G', 'u'],
  ])('has no range of a cell that is not there: %s of %s', (node, unit) => {
    expectAppError(() => ranges([], [own(node, unit, 0, 1)]), 'E_INPUT', {
      reason: 'unknown-cell',
      node,
      unit,
    });
  });
});
