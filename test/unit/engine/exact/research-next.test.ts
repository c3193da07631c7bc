import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { researchNext } from '../../../../electron/engine/exact/research-next.ts';
import { CellState } from '../../../../electron/engine/cell-state.ts';
import { isGap } from '../../../../electron/engine/gap-cells.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import { ORDINARY, randomRequest } from './random-request.ts';
import { examples } from '../../../support/examples.ts';

test('the expected narrowing is the mean over places of the gap, counted pair by pair', () => {
  let narrowing = 0;
  fc.assert(
    fc.property(
      randomRequest({ ...ORDINARY, leastWeight: 1, missing: ['available', 'available-leaf'] }),
      (request) => {
        const scorer = createScorer(request);
        const { result, prepared } = scorer;
        const { columns, tree } = prepared;
        const gaps = researchNext(request, scorer, request.method);
        // A value in a column without information is a gap to the score interval, and yet nothing to look for.
        const unknown = columns.state.filter(
          (state) => isGap(state) && state !== CellState.uninformative,
        );
        expect(gaps).toHaveLength(unknown.length);
        const isRanked = (unit: number) => result.rank[unit]! > 0;
        for (const { unit: code, indicator, rankWidth, scoreWidth } of gaps) {
          const unit = result.units.indexOf(code);
          if (!isRanked(unit)) {
            expect(rankWidth).toBe(0);
            continue;
          }
          const leaf = tree.leafOfNode[tree.codes.indexOf(indicator)]!;
          if (Number.isNaN(columns.scaleLow[leaf]!)) continue;
          // The interval's width is that of its gaps.
          const width = result.scoreHigh[unit]! - result.scoreLow[unit]!;
          expect(scoreWidth).toBeLessThanOrEqual(width + 1e-9);
          const overlaps = (low: number, high: number) => {
            let count = 0;
            for (let other = 0; other < result.units.length; other++) {
              if (other === unit || !isRanked(other)) continue;
              if (low <= result.scoreHigh[other]! && result.scoreLow[other]! <= high) count++;
            }
            return count;
          };
          const now = overlaps(result.scoreLow[unit]!, result.scoreHigh[unit]!);
          const steps = 400;
          let then = 0;
          for (let step = 0; step < steps; step++) {
            const place = (step + 0.5) / steps;
            then += overlaps(
              result.scoreLow[unit]! + place * scoreWidth,
              result.scoreHigh[unit]! - (1 - place) * scoreWidth,
            );
          }
          // Each end of each rival is off by at most a step.
          const expected = 2 * (now - then / steps);
          expect(Math.abs(rankWidth - expected)).toBeLessThan((4 * result.units.length) / steps);
          if (rankWidth > 0.5) narrowing++;
        }
        const order = gaps.map((gap) => gap.rankWidth);
        expect(order).toEqual(order.toSorted((a, b) => b - a));
      },
    ),
    { numRuns: examples(80), seed: 2 },
  );
  expect(narrowing).toBeGreaterThan(examples(10));
});
