import { describe, expect, it } from 'vitest';
import { compileFramework } from '../../../../electron/engine/compile-framework.ts';
import type { RandomStream } from '../../../../electron/engine/random.ts';
import { weightDraw } from '../../../../electron/engine/uncertainty/weight-draw.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { WeightUncertainty } from '../../../../shared/model/uncertainty.ts';
import { makeFramework } from '../make-request.ts';

/** One draw of the weights of siblings when each takes its random numbers from a list of its own. */
function shares(
  declared: Record<string, number>,
  rule: WeightUncertainty,
  numbers: Record<string, number[]>,
  locked: string[] = [],
): Record<string, number> {
  const codes = Object.keys(declared);
  const tree = compileFramework(makeFramework(codes.map((code) => ({ code }))), new Set());
  const local = Float64Array.from(tree.codes, (code) => declared[code] ?? 1);
  const streamOf = (node: number) => {
    const code = tree.codes[node]!;
    return {
      uniform() {
        const next = numbers[code]?.shift();
        if (next === undefined) throw new Error(`${code} asks for one more number`);
        return next;
      },
    } as RandomStream;
  };
  weightDraw(tree, local.slice(), rule, locked as NodeCode[])(streamOf, local);
  return Object.fromEntries(
    codes.map((code) => [code, local[tree.codes.indexOf(code as NodeCode)]!]),
  );
}

const NOISE = { rule: 'noise', factor: 0.5 } as const;

describe('one draw of weights', () => {
  it('noise: w · (1 + f(2u − 1)), then back to the sum of those that are free', () => {
    const drawn = shares({ a: 0.5, b: 0.25, c: 0.25 }, NOISE, { a: [0.9], b: [0.2] }, ['c']);
    const [a, b] = [0.5 * (1 + 0.5 * 0.8), 0.25 * (1 - 0.5 * 0.6)];
    expect(drawn['a']).toBeCloseTo((0.75 * a) / (a + b), 14);
    expect(drawn['b']).toBeCloseTo((0.75 * b) / (a + b), 14);
    expect(drawn['c']).toBe(0.25);
  });

  it('takes no numbers where there is nothing to share: one free sibling, or free siblings that weigh nothing', () => {
    expect(shares({ a: 0.3, b: 0.7 }, NOISE, {}, ['b'])).toEqual({ a: 0.3, b: 0.7 });
    const nothing = { a: 0, b: 0, c: 1 };
    expect(shares(nothing, NOISE, {}, ['c'])).toEqual(nothing);
  });

  it('draws again, with the next numbers, where all were drawn as nothing', () => {
    const drawn = shares(
      { a: 0.5, b: 0.5 },
      { rule: 'noise', factor: 1 },
      { a: [0, 0.5], b: [0, 0.25] },
    );
    expect(drawn['a']).toBeCloseTo(2 / 3, 14);
    expect(drawn['b']).toBeCloseTo(1 / 3, 14);
  });

  it('simplex: exponential variates −ln(1 − u) over their sum, whatever was declared', () => {
    const drawn = shares({ a: 0.9, b: 0.1 }, { rule: 'simplex' }, { a: [0.5], b: [0.75] });
    expect(drawn['a']).toBeCloseTo(1 / 3, 14);
    expect(drawn['b']).toBeCloseTo(2 / 3, 14);
  });

  it('dirichlet: gamma variates of shape c · share by the squeeze of Marsaglia and Tsang', () => {
    const rule = { rule: 'dirichlet', concentration: 10 } as const;
    // b: a normal of −6.1 makes the cube negative; one of 4.3 is rejected by 0.7, above the ratio 0.59 of the densities.
    const numbers = {
      a: [0.6, 0.3, 0.8],
      b: [1 - 1e-8, 0.5, 0.9999, 0.02, 0.3, 0.1, 0.1, 0.9],
    };
    const drawn = shares({ a: 0.6, b: 0.4 }, rule, numbers);
    const variate = (shape: number, u: number, angle: number) => {
      const d = shape - 1 / 3;
      const x = Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * angle);
      return d * (1 + x / Math.sqrt(9 * d)) ** 3;
    };
    const [a, b] = [variate(6, 0.6, 0.3), variate(4, 0.1, 0.1)];
    expect(drawn['a']).toBeCloseTo(a / (a + b), 13);
    expect(drawn['b']).toBeCloseTo(b / (a + b), 13);
  });

  it('dirichlet below shape 1: a variate of shape + 1 times a power of a uniform; a sibling of weight 0 takes no part', () => {
    const rule = { rule: 'dirichlet', concentration: 1 } as const;
    const drawn = shares({ a: 0.8, b: 0.2, c: 0 }, rule, {
      a: [0.5, 0.25, 0.5, 0.4],
      b: [0.5, 0.25, 0.5, 0.1],
    });
    // With the angle of a right angle the normal is 0, and a variate of shape s + 1 is s + ⅔.
    const [a, b] = [(0.8 + 2 / 3) * 0.6 ** (1 / 0.8), (0.2 + 2 / 3) * 0.9 ** (1 / 0.2)];
    expect(drawn['a']).toBeCloseTo(a / (a + b), 13);
    expect(drawn['b']).toBeCloseTo(b / (a + b), 13);
    expect(drawn['c']).toBe(0);
  });

  it('dirichlet of shape 1 needs no power of a uniform', () => {
    const rule = { rule: 'dirichlet', concentration: 2 } as const;
    const numbers = { a: [0.3, 0.25, 0.5], b: [0.6, 0.25, 0.5] };
    expect(shares({ a: 0.5, b: 0.5 }, rule, numbers)).toEqual({ a: 0.5, b: 0.5 });
  });
});
