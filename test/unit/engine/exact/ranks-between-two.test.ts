import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { createAttainableRanks } from '../../../../electron/engine/exact/attainable-ranks.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';
import { levelAt, type Row, rowsOf, scoreAt } from './two-indicators.ts';

/**
 * Between two indicators a ranking changes only where two units draw level: trying these weights and some between them
 * finds every rank that there is.
 */
interface Range {
  readonly from: number;
  readonly to: number;
}

function rankRanges(rows: readonly Row[], { from, to }: Range): [best: number, worst: number][] {
  const levels = rows.flatMap((one) => rows.map((other) => levelAt(one, other)));
  const places = [from, ...levels.filter((s) => s > from && s < to), to].sort((s, t) => s - t);
  const between = places.slice(1).map((place, before) => (place + places[before]!) / 2);
  return rows.map((own) => {
    const ranks = [...places, ...between].map(
      (s) => 1 + rows.filter((row) => scoreAt(row, s) > scoreAt(own, s) + 1e-9).length,
    );
    return [Math.min(...ranks), Math.max(...ranks)];
  });
}

interface Case {
  readonly weights: readonly [number, number];
  readonly spread: number | null;
  readonly minCoverage: number;
  readonly gaps: number;
  readonly range: (rows: readonly Row[]) => Range;
}

/** With a gap anywhere, weights come this close to 0. */
const LEAST = 1e-7;

const lacks = (rows: readonly Row[], indicator: 0 | 1) =>
  rows.some((row) => row[indicator] === null);

/** The weights under which whoever lacks an indicator keeps at least `weight` on the other one. */
function within(rows: readonly Row[], weight: number): Range {
  const edge = lacks(rows, 0) || lacks(rows, 1) ? LEAST : 0;
  return { from: lacks(rows, 1) ? weight : edge, to: 1 - (lacks(rows, 0) ? weight : edge) };
}

const CASES: Case[] = [
  {
    // Anywhere.
    weights: [1, 1],
    spread: null,
    minCoverage: 0,
    gaps: 0,
    range: () => ({ from: 0, to: 1 }),
  },
  {
    // ¼ ± 40 %, but the other weight, too, no further than 40 % from ¾.
    weights: [1, 3],
    spread: 0.4,
    minCoverage: 0,
    gaps: 2,
    range: () => ({ from: 0.15, to: 0.35 }),
  },
  {
    // Who lacks one of the two is ranked from 0.45 of the other on.
    weights: [1, 1],
    spread: null,
    minCoverage: 0.45,
    gaps: 3,
    range: (rows) => within(rows, 0.45),
  },
];

test.each(CASES)(
  'best and worst attainable ranks are those of all weights that matter: %o',
  ({ weights, spread, minCoverage, gaps, range }) => {
    fc.assert(
      fc.property(rowsOf(gaps), (rows) => {
        const codes = rows.map((_, unit) => `u${unit}`);
        const request = makeRequest(
          makeFramework(weights.map((weight, at) => ({ code: 'ab'[at]!, weight }))),
          Object.fromEntries(rows.map((row, unit) => [codes[unit]!, row])),
          { normalisation: AS_IS, minCoverage },
        );
        const scorer = createScorer(request);
        const expected = rankRanges(rows, range(rows));
        const region = { scope: { kind: 'leaves' }, spread, locked: new Set<never>() } as const;
        const answers = runAllBlocks(createAttainableRanks(request, region));
        expect(answers.map(({ unit }) => codes.indexOf(unit)).sort()).toEqual([...rows.keys()]);
        for (const { unit, best, worst } of answers) {
          const [least, most] = expected[codes.indexOf(unit)]!;
          expect([best.rank, best.bound]).toEqual([least, least]);
          expect([worst.rank, worst.bound]).toEqual([most, most]);
          for (const { rank, shares } of [best, worst]) {
            const moved = scorer.reweigh(new Map(shares.map(({ node, share }) => [node, share])));
            expect(moved.rank[codes.indexOf(unit)]).toBe(rank);
          }
        }
      }),
      { numRuns: 40, seed: 41 },
    );
  },
);

test('a unit that is not ranked stays so, and the others are ranked among themselves', () => {
  // s = ⅓: who has only the first is covered to ⅓, less than 0.4.
  const rows: Record<string, Row> = { x: [9, null], u: [8, 2], v: [4, 4], w: [0, 7] };
  const request = makeRequest(makeFramework([{ code: 'a' }, { code: 'b', weight: 2 }]), rows, {
    normalisation: AS_IS,
    minCoverage: 0.4,
  });
  const region = { scope: { kind: 'leaves' }, spread: null, locked: new Set<never>() } as const;
  const answers = runAllBlocks(createAttainableRanks(request, region));
  const expected = rankRanges(Object.values(rows).slice(1), { from: 1e-7, to: 0.4 - 1e-8 });
  for (const { unit, best, worst } of answers) {
    expect([best.rank, worst.rank]).toEqual(expected[['u', 'v', 'w'].indexOf(unit)]);
  }
  expect(answers.map(({ unit }) => unit)).toEqual(['w', 'u', 'v']);
});

test('to draw level with all others is to be first', () => {
  // At s = 0.8 all three have 6.4; before that the last is first, after that the first.
  const rows: Record<string, Row> = { u: [8, 0], v: [6, 8], w: [5, 12] };
  const request = makeRequest(makeFramework([{ code: 'a' }, { code: 'b' }]), rows, {
    normalisation: AS_IS,
  });
  const region = { scope: { kind: 'leaves' }, spread: null, locked: new Set<never>() } as const;
  const middle = runAllBlocks(createAttainableRanks(request, region)).find(
    ({ unit }) => unit === 'v',
  );
  expect(middle?.best).toMatchObject({ rank: 1, bound: 1 });
  expect(middle?.best.shares[0]?.share).toBeCloseTo(0.8, 6);
  expect(middle?.worst.rank).toBe(2);
});
