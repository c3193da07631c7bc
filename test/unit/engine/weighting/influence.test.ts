import { expect, it } from 'vitest';
import { compileFramework } from '../../../../electron/engine/compile-framework.ts';
import { influenceOnIndex } from '../../../../electron/engine/weighting/influence.ts';
import { makeFramework } from '../make-request.ts';

const tree = compileFramework(
  makeFramework([{ code: 'G', children: [{ code: 'a' }, { code: 'b' }] }, { code: 'c' }]),
);
const UNITS = ['u', 'v', 'w', 'x'];
const RANKED = [1, 2, 3, 4];

/** In the order of the tree: index, G, a, b, c. */
function influence(columns: Record<string, number[]>, rank = RANKED) {
  const values = Float64Array.from(tree.codes.flatMap((code) => columns[code] ?? []));
  const { correlation, share } = influenceOnIndex(tree, UNITS, values, rank);
  const byNode = (array: Float64Array) =>
    Object.fromEntries(tree.codes.map((code, node) => [code, array[node]!]));
  return { correlation: byNode(correlation), share: byNode(share) };
}

it('is the squared correlation with the index as a share of the nodes at the same depth', () => {
  const { correlation, share } = influence({
    index: [1, 2, 3, 4],
    G: [2, 4, 6, 8],
    c: [4, 3, 2, 1],
    a: [1, 0, 1, 0],
    b: [1, 0, 2, 3],
  });
  expect(correlation.index).toBeCloseTo(1, 12);
  expect(correlation.G).toBeCloseTo(1, 12);
  expect(correlation.c).toBeCloseTo(-1, 12);
  // Deviations from the mean: index −1½, −½, ½, 1½; a ½, −½, ½, −½. Σxy = −1, Σxx = 1, Σyy = 5.
  expect(correlation.a).toBeCloseTo(-1 / Math.sqrt(5), 12);
  // b −½, −1½, ½, 1½: Σxy = 4, Σxx = 5, Σyy = 5.
  expect(correlation.b).toBeCloseTo(0.8, 12);
  expect(share.index).toBe(1);
  expect(share.G).toBeCloseTo(0.5, 12);
  expect(share.c).toBeCloseTo(0.5, 12);
  expect(share.a).toBeCloseTo(0.2 / (0.2 + 0.64), 12);
  expect(share.b).toBeCloseTo(0.64 / (0.2 + 0.64), 12);
});

it('gives a node without spread no correlation and no share', () => {
  const { correlation, share } = influence({
    index: [1, 2, 3, 4],
    G: [5, 5, 5, 5],
    c: [1, 2, 3, 5],
    a: [NaN, NaN, NaN, 3],
    b: [7, 7, 7, 7],
  });
  expect(correlation.G).toBeNaN();
  expect(share).toMatchObject({ G: 0, c: 1 });
  // At the lowest depth nothing is left to divide by.
  expect([share.a, share.b]).toEqual([NaN, NaN]);
});

it('looks at ranked units only, of which it needs three', () => {
  const columns = {
    index: [1, 2, 100, 3],
    G: [1, 2, -50, 3],
    c: [3, 2, -70, 1],
    a: [0, 1, 9, 0],
    b: [2, 4, 0, 6],
  };
  const { correlation, share } = influence(columns, [1, 2, 0, 3]);
  expect(correlation.G).toBeCloseTo(1, 12);
  expect(correlation.c).toBeCloseTo(-1, 12);
  expect(correlation.a).toBeCloseTo(0, 12);
  expect(share.b).toBeCloseTo(1, 12);
  const tooFew = influence(columns, [1, 2, 0, 0]);
  expect(Object.values(tooFew.correlation)).toEqual([NaN, NaN, NaN, NaN, NaN]);
  expect(Object.values(tooFew.share)).toEqual([NaN, NaN, NaN, NaN, NaN]);
});
