import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChildColumns } from '../../../electron/engine/child-columns.ts';
import {
  childMaximum,
  childMedian,
  childMinimum,
} from '../../../electron/engine/order-statistics.ts';

/** Row 0 of the matrix belongs to another node: the children are those after it. */
function ofChildren(
  statistic: (children: ChildColumns, out: Float64Array) => void,
  children: readonly (readonly number[])[],
): number[] {
  const unitCount = children[0]!.length;
  const out = new Float64Array(unitCount).fill(99);
  const others = {
    codes: [],
    local: new Float64Array(0),
    leafOfNode: new Int32Array(0),
    known: null,
    rowOfNode: new Int32Array(0),
    presence: null,
    units: [],
    zeroIsLimit: false,
  };
  const values = Float64Array.from([...Array<number>(unitCount).fill(-77), ...children.flat()]);
  statistic(
    { ...others, nodes: Int32Array.from(children, (_, at) => at + 1), unitCount, values },
    out,
  );
  return [...out];
}

const CHILDREN = [
  [3, 8, NaN, NaN, -5],
  [1, NaN, NaN, 4, -5],
  [2, 6, NaN, NaN, -9],
  [9, 7, NaN, 2, 0],
];

it('takes the lowest, the highest and the middle of the children that a unit has', () => {
  expect(ofChildren(childMinimum, CHILDREN)).toEqual([1, 6, NaN, 2, -9]);
  expect(ofChildren(childMaximum, CHILDREN)).toEqual([9, 8, NaN, 4, 0]);
  expect(ofChildren(childMedian, CHILDREN)).toEqual([2.5, 7, NaN, 3, -5]);
});

it('agrees with sorting', () => {
  const value = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(NaN));
  const columns = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 }))
    .chain(([children, units]) =>
      fc.array(fc.array(value, { minLength: units, maxLength: units }), {
        minLength: children,
        maxLength: children,
      }),
    );
  fc.assert(
    fc.property(columns, (children) => {
      const sorted = children[0]!.map((_, unit) =>
        children
          .map((column) => column[unit]!)
          .filter((x) => !Number.isNaN(x))
          .toSorted((one, other) => one - other),
      );
      expect(ofChildren(childMinimum, children)).toEqual(sorted.map((own) => own[0] ?? NaN));
      expect(ofChildren(childMaximum, children)).toEqual(sorted.map((own) => own.at(-1) ?? NaN));
      // The middle seen from below and from above, which are two for an even count.
      const median = (own: number[]) => {
        const below = own[Math.ceil(own.length / 2) - 1] ?? NaN;
        const above = own[Math.floor(own.length / 2)] ?? NaN;
        return (below + above) / 2;
      };
      expect(ofChildren(childMedian, children)).toEqual(sorted.map(median));
    }),
    { numRuns: 100 },
  );
});
