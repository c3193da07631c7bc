import { describe, expect, it } from 'vitest';
import { sobolIndices } from '../../../../electron/engine/sensitivity/sobol-indices.ts';
import { sobolPoints } from '../../../../electron/engine/sensitivity/sobol-points.ts';
import { expectAppError } from '../expect-app-error.ts';

describe('Sobol points', () => {
  it('begin as published when they are not scrambled', () => {
    const point = sobolPoints(3, null);
    const first = Array.from({ length: 8 }, (_, index) => [0, 1, 2].map((d) => point(index, d)));
    // Natural order; the Gray-code order of Joe & Kuo's program visits the same points.
    expect(first).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.25, 0.75, 0.75],
      [0.75, 0.25, 0.25],
      [0.125, 0.625, 0.375],
      [0.625, 0.125, 0.875],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
    ]);
  });

  it.each([null, 1, 2])('fill every one of 256 strips once in each dimension, seed %s', (seed) => {
    const point = sobolPoints(21, seed);
    for (let dimension = 0; dimension < 21; dimension++) {
      const strips = new Set(
        Array.from({ length: 256 }, (_, index) => Math.floor(point(index, dimension) * 256)),
      );
      expect(strips.size).toBe(256);
    }
  });

  it('are other points for another seed, and the same for the same', () => {
    expect(sobolPoints(2, 1)(5, 1)).toBe(sobolPoints(2, 1)(5, 1));
    expect(sobolPoints(2, 1)(5, 1)).not.toBe(sobolPoints(2, 2)(5, 1));
  });

  it('say how many dimensions there are', () => {
    expectAppError(() => sobolPoints(22, 1), 'E_UNSUPPORTED', { reason: 'too-many-dimensions' });
  });
});

describe('Sobol indices', () => {
  const ishigami = ([x1, x2, x3]: readonly number[]) => {
    const [a, b, c] = [x1!, x2!, x3!].map((u) => Math.PI * (2 * u - 1)) as [number, number, number];
    return Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
  };
  const design = (samples: number, seed: number, offset = 0) => {
    const point = sobolPoints(6, seed);
    const outputs = new Float64Array(samples * 5);
    for (let row = 0; row < samples; row++) {
      for (let run = 0; run < 5; run++) {
        const place = [0, 1, 2].map((input) =>
          point(row, run === 1 || run === input + 2 ? 3 + input : input),
        );
        outputs[row * 5 + run] = ishigami(place) + offset;
      }
    }
    return outputs;
  };

  it('are those of the Ishigami function, inside their intervals', () => {
    const { first, firstLow, firstHigh, total, totalLow, totalHigh } = sobolIndices(
      design(4096, 3),
      3,
      3,
    );
    [0.3139, 0.4424, 0].forEach((want, input) => {
      expect(Math.abs(first[input]! - want)).toBeLessThan(0.02);
      expect(want).toBeGreaterThanOrEqual(firstLow[input]!);
      expect(want).toBeLessThanOrEqual(firstHigh[input]!);
    });
    [0.5576, 0.4424, 0.2437].forEach((want, input) => {
      expect(Math.abs(total[input]! - want)).toBeLessThan(0.02);
      expect(want).toBeGreaterThanOrEqual(totalLow[input]!);
      expect(want).toBeLessThanOrEqual(totalHigh[input]!);
    });
  });

  it('do not depend on where the output is centred', () => {
    const far = sobolIndices(design(512, 3, 1000), 3, 3);
    const near = sobolIndices(design(512, 3), 3, 3);
    near.first.forEach((index, input) => expect(far.first[input]).toBeCloseTo(index, 8));
  });

  it('are missing for an output that never varies', () => {
    const { first, totalHigh, variance } = sobolIndices(new Float64Array(40).fill(3), 2, 1);
    expect([...first, ...totalHigh]).toEqual([NaN, NaN, NaN, NaN]);
    expect(variance).toBe(0);
  });
});
