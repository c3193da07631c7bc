import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NodeCode } from '../../../shared/model/ids.ts';
import {
  rememberZeros,
  startWeightDrag,
  transferWeight,
  type SiblingWeight,
} from '../../../shared/weights/rebalance.ts';

const code = (index: number) => `n${index}` as NodeCode;
const sumOf = (siblings: readonly SiblingWeight[]) =>
  siblings.reduce((sum, { weight }) => sum + weight, 0);
const none = new Set<NodeCode>();
const nothing = new Map<NodeCode, number>();

function siblingsOf(...weights: number[]): SiblingWeight[] {
  return weights.map((weight, index) => ({ node: code(index), weight }));
}

/** Siblings, the moved one, some locks and a target that may lie outside what is allowed. */
const dragCase = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true })), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((weights) =>
    fc.record({
      siblings: fc.constant(siblingsOf(...weights)),
      moved: fc.nat(weights.length - 1).map(code),
      locked: fc
        .subarray(weights.map((_, index) => code(index)))
        .map((nodes) => new Set<NodeCode>(nodes)),
      target: fc.double({ min: -50, max: 1000, noNaN: true }),
    }),
  );

describe('startWeightDrag', () => {
  test('rescales the unlocked others in proportion', () => {
    const drag = startWeightDrag(siblingsOf(40, 30, 20, 10), code(0), new Set([code(3)]), nothing);
    // (100 − 10 − 65) / (100 − 10 − 40) = 0.5
    expect(drag.moveTo(65)).toEqual(siblingsOf(65, 15, 10, 10));
    expect(drag.most).toBe(90);
  });

  test('keeps the sum, the locks, the order and the bounds, whatever is dragged where', () => {
    fc.assert(
      fc.property(dragCase, ({ siblings, moved, locked, target }) => {
        const drag = startWeightDrag(siblings, moved, locked, nothing);
        const after = drag.moveTo(target);
        expect(after.map(({ node }) => node)).toEqual(siblings.map(({ node }) => node));
        expect(Math.abs(sumOf(after) - sumOf(siblings))).toBeLessThanOrEqual(
          1e-12 * (1 + sumOf(siblings)),
        );
        after.forEach(({ node, weight }, index) => {
          expect(weight).toBeGreaterThanOrEqual(0);
          if (locked.has(node)) expect(weight).toBe(siblings[index]?.weight);
        });
        if (drag.disabled === null) {
          const reached = after.find(({ node }) => node === moved)?.weight;
          expect(reached).toBe(Math.min(Math.max(target, 0), drag.most));
        } else {
          expect(after).toEqual(siblings);
        }
      }),
    );
  });

  test('keeps the ratios of the unlocked others', () => {
    fc.assert(
      fc.property(dragCase, ({ siblings, moved, locked, target }) => {
        const after = startWeightDrag(siblings, moved, locked, nothing).moveTo(target);
        const free = siblings.flatMap(({ node, weight }, index) =>
          node !== moved && !locked.has(node) && weight > 1e-6 ? [index] : [],
        );
        for (const [at, first] of free.entries()) {
          for (const second of free.slice(at + 1)) {
            const before = siblings[first]!.weight * after[second]!.weight;
            const now = siblings[second]!.weight * after[first]!.weight;
            expect(Math.abs(before - now)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(before)));
          }
        }
      }),
    );
  });

  test('depends on the start only: the path of the pointer leaves no trace', () => {
    fc.assert(
      fc.property(
        dragCase,
        fc.array(fc.double({ min: -50, max: 300, noNaN: true })),
        ({ siblings, moved, locked, target }, path) => {
          const drag = startWeightDrag(siblings, moved, locked, nothing);
          for (const step of path) drag.moveTo(step);
          expect(drag.moveTo(target)).toEqual(
            startWeightDrag(siblings, moved, locked, nothing).moveTo(target),
          );
          const start = siblings.find(({ node }) => node === moved)!.weight;
          expect(drag.moveTo(start)).toEqual(siblings);
        },
      ),
    );
  });

  test('says why a handle cannot move', () => {
    const three = siblingsOf(1, 2, 3);
    const others = new Set([code(1), code(2)]);
    expect(startWeightDrag(three, code(0), none, nothing).disabled).toBeNull();
    expect(startWeightDrag(three, code(0), new Set([code(0)]), nothing).disabled).toBe('locked');
    expect(startWeightDrag(three, code(0), others, nothing).disabled).toBe('others-locked');
    expect(startWeightDrag(siblingsOf(5), code(0), none, nothing).disabled).toBe('only-child');
  });

  test('brings back what a drag to the top pushed to zero', () => {
    const before = siblingsOf(50, 30, 20);
    const top = startWeightDrag(before, code(0), none, nothing).moveTo(100);
    expect(top).toEqual(siblingsOf(100, 0, 0));
    const remembered = rememberZeros(nothing, code(0), before, top);
    const back = startWeightDrag(top, code(0), none, remembered).moveTo(80);
    expect(back).toEqual(siblingsOf(80, 12, 8));
  });

  test('shares equally among zeros of which nothing is remembered', () => {
    const drag = startWeightDrag(siblingsOf(100, 0, 0), code(0), none, nothing);
    expect(drag.moveTo(90)).toEqual(siblingsOf(90, 5, 5));
  });

  test('leaves a node at zero that was moved there on purpose', () => {
    const before = siblingsOf(50, 30, 20);
    const zeroed = startWeightDrag(before, code(2), none, nothing).moveTo(0);
    const remembered = rememberZeros(nothing, code(2), before, zeroed);
    const after = startWeightDrag(zeroed, code(0), none, remembered).moveTo(20);
    expect(after[2]?.weight).toBe(0);
  });
});

describe('rememberZeros', () => {
  test('forgets a sibling as soon as it has weight again', () => {
    const remembered = new Map([[code(1), 30]]);
    const next = rememberZeros(remembered, code(0), siblingsOf(100, 0), siblingsOf(60, 40));
    expect(next.size).toBe(0);
  });
});

describe('transferWeight', () => {
  test('moves weight between two and nobody else', () => {
    expect(transferWeight(siblingsOf(40, 30, 20), code(0), code(2), 50)).toEqual(
      siblingsOf(50, 30, 10),
    );
    expect(transferWeight(siblingsOf(40, 30, 20), code(0), code(2), 1000)).toEqual(
      siblingsOf(60, 30, 0),
    );
  });
});
