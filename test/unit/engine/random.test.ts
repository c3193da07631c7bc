import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../electron/engine/random.ts';

function draw(stream: RandomStream, count: number): number[] {
  return Array.from({ length: count }, () => stream.uniform());
}

describe('RandomStream', () => {
  it('is xoshiro128++: the published generator from the state 1, 2, 3, 4', () => {
    const stream = new RandomStream(0);
    Object.assign(stream, { s0: 1, s1: 2, s2: 3, s3: 4 });
    const published = [
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295,
      495546011, 621204420,
    ];
    expect(published.map(() => stream.bits())).toEqual(published);
  });

  it('depends on nothing but the seed and the key', () => {
    expect(draw(new RandomStream(5, 1), 20)).toEqual(draw(new RandomStream(5, 1), 20));
    const different = [
      new RandomStream(5, 1),
      new RandomStream(5, 2),
      new RandomStream(6, 1),
      new RandomStream(5),
      new RandomStream(5, 1, 0),
      new RandomStream(5, '1'),
      new RandomStream(5, 'unit', 'indicator'),
      new RandomStream(5, 'indicator', 'unit'),
      new RandomStream(5, 'unitindicator'),
      // Seeds and blocks count with all their bits.
      new RandomStream(5 + 2 ** 32, 1),
      new RandomStream(5, 1 + 2 ** 32),
      new RandomStream(-5, 1),
    ].map((stream) => draw(stream, 2).join());
    expect(new Set(different).size).toBe(different.length);
  });

  it('keeps its numbers from one version to the next, so that stored seeds stay good', () => {
    const stream = new RandomStream(20250101, 'alibaba', 'I01');
    expect(draw(stream, 3)).toEqual([0.37198720495451165, 0.04849681810593254, 0.9426566707481081]);
  });

  it('fills an array with the same numbers as one by one, all in [0, 1)', () => {
    const filled = new Float64Array(1000);
    new RandomStream(3).fillUniform(filled);
    expect([...filled]).toEqual(draw(new RandomStream(3), 1000));
    expect(filled.every((x) => x >= 0 && x < 1)).toBe(true);
  });

  it('is uniform: mean, variance and the counts of twenty bins', () => {
    const count = 200_000;
    const numbers = draw(new RandomStream(11), count);
    const mean = numbers.reduce((sum, x) => sum + x, 0) / count;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / count;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 3);
    const bins = new Int32Array(20);
    for (const x of numbers) bins[Math.floor(x * 20)]! += 1;
    const chiSquare = bins.reduce((sum, seen) => sum + (seen - count / 20) ** 2 / (count / 20), 0);
    // 19 degrees of freedom: 43.8 is exceeded once in a thousand.
    expect(chiSquare).toBeLessThan(43.8);
  });

  it('gives neighbouring blocks and similar names unrelated numbers', () => {
    const pairs: [RandomStream, RandomStream][] = [
      [new RandomStream(1, 0), new RandomStream(1, 1)],
      [new RandomStream(1, 'u1', 'I01'), new RandomStream(1, 'u1', 'I02')],
      [new RandomStream(1, 7), new RandomStream(2, 7)],
    ];
    for (const [a, b] of pairs) {
      const count = 20_000;
      const xs = draw(a, count);
      const ys = draw(b, count);
      const covariance = xs.reduce((sum, x, at) => sum + (x - 0.5) * ((ys[at] as number) - 0.5), 0);
      // Correlation of independent streams: standard error 1/√n = 0.007.
      expect(Math.abs((covariance / count) * 12)).toBeLessThan(0.03);
    }
  });
});
