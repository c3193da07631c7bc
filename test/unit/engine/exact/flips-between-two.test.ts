import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastFlip } from '../../../../electron/engine/exact/least-flip.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import type { RegionRequest } from '../../../../electron/engine/exact/weight-region.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import type { Method } from '../../../../shared/model/method.ts';
import { expectAppError } from '../expect-app-error.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';
import { levelAt, type Row, rowsOf, scoreAt } from './two-indicators.ts';

/** Between two indicators the least change that flips two units leads to where they draw level. */

const ANYWHERE: RegionRequest = { scope: { kind: 'leaves' }, spread: null, locked: new Set() };

function setUp(
  rows: Record<string, readonly (number | null)[]>,
  weights: readonly number[] = [1, 1],
  method: Partial<Method> = {},
) {
  const request = makeRequest(
    makeFramework(weights.map((weight, at) => ({ code: 'abc'[at]!, weight }))),
    rows,
    { normalisation: AS_IS, ...method },
  );
  const scorer = createScorer(request);
  return { scorer, model: weightModel(scorer, request.method) };
}

function expectFlip(
  rows: readonly Row[],
  first: number,
  region: RegionRequest,
  [least, most]: readonly [number, number],
): boolean {
  const { scorer, model } = setUp(Object.fromEntries(rows.map((row, unit) => [`u${unit}`, row])), [
    first,
    1 - first,
  ]);
  const [one, other] = [rows[0]!, rows[1]!];
  const level = levelAt(one, other);
  const [ahead, behind] = scoreAt(one, first) > scoreAt(other, first) ? [0, 1] : [1, 0];
  for (const norm of ['l1', 'l2'] as const) {
    const flip = leastFlip(model, scorer, region, [0, 1], norm);
    if (!(level > least && level < most)) {
      expect(flip).toBeNull();
      continue;
    }
    const distance = Math.abs(level - first) * (norm === 'l1' ? 2 : Math.SQRT2);
    expect(flip).toMatchObject({ ahead, behind, norm });
    expect(flip!.distance).toBeCloseTo(distance, 5);
    expect(flip!.bound).toBeLessThanOrEqual(flip!.distance);
    const { rank } = scorer.reweigh(flip!.shares);
    expect(rank[behind]).toBeLessThan(rank[ahead]!);
    // At most a thousandth less could do; with gaps the search may end earlier.
    const open = rows.some((row) => row.includes(null)) ? 0.3 : 1.01e-3;
    expect(flip!.bound).toBeGreaterThan(flip!.distance * (1 - open) - 2e-6);
    const [a, b] = ['a', 'b'].map((code) => flip!.shares.get(code as NodeCode)!) as [
      number,
      number,
    ];
    expect(a).toBeCloseTo(level, 5);
    expect(a + b).toBeCloseTo(1, 9);
    // Pulled back as far as they still differ: by little more than a tie.
    const lead = scoreAt(rows[behind]!, a) - scoreAt(rows[ahead]!, a);
    expect(lead).toBeGreaterThan(0);
    expect(lead).toBeLessThan(1e-3);
  }
  return level > least && level < most;
}

describe.each([0, 3])('with %i gaps in ten cells', (gaps) => {
  // Where they draw level at a tenth of the scale or more for the whole weight.
  const pair = rowsOf(gaps, [2, 3]).filter(([one, other]) => {
    const turn = scoreAt(one!, 1) - scoreAt(other!, 1) - scoreAt(one!, 0) + scoreAt(other!, 0);
    return Math.abs(turn) > 1000;
  });

  it.each([
    { region: ANYWHERE, range: () => [1e-4, 1 - 1e-4] as const },
    {
      region: { ...ANYWHERE, spread: 0.8 },
      range: (first: number) => {
        const reach = 0.8 * Math.min(first, 1 - first);
        return [first - reach, first + reach] as const;
      },
    },
    {
      region: { ...ANYWHERE, scope: { kind: 'siblings', parent: 'index' as NodeCode } } as const,
      range: () => [1e-4, 1 - 1e-4] as const,
    },
  ])('it leads there, and is none where that is out of reach: $region', ({ region, range }) => {
    let found = 0;
    fc.assert(
      fc.property(pair, fc.constantFrom(0.5, 0.25, 0.6), (rows, first) => {
        const level = levelAt(rows[0]!, rows[1]!);
        const [least, most] = range(first);
        // Not at the very edge of what is allowed, where it may go either way, nor where they tie now.
        fc.pre(![least, most, first].some((edge) => Math.abs(level - edge) < 0.01));
        if (expectFlip(rows, first, region, range(first))) found++;
      }),
      { numRuns: 20, seed: 61 },
    );
    expect(found).toBeGreaterThan(1);
  });
});

describe('among three indicators with gaps', () => {
  /** Two units of six values that all differ; one lacks an indicator, the other may lack one. */
  const pair = fc
    .record({
      cells: fc.uniqueArray(fc.integer({ min: 0, max: 9973 }), { minLength: 6, maxLength: 6 }),
      gaps: fc.tuple(fc.nat(2), fc.option(fc.nat(2))),
    })
    .map(({ cells, gaps }) =>
      [0, 1].map((unit) =>
        cells.slice(3 * unit, 3 * unit + 3).map((each, at) => (gaps[unit] === at ? null : each)),
      ),
    );
  const scoreOf = (row: readonly (number | null)[], weights: readonly number[]) => {
    const known = row.flatMap((each, at) => (each === null ? [] : [[each, weights[at]!] as const]));
    const weight = known.reduce((sum, [, each]) => sum + each, 0);
    return known.reduce((sum, [value, each]) => sum + value * each, 0) / weight;
  };
  const even = Array.from({ length: 39 }, (_, a) => (a + 0.5) / 40).flatMap((a) =>
    Array.from({ length: 39 }, (_, b) => (b + 0.5) / 40)
      .filter((b) => a + b < 0.999)
      .map((b) => [a, b, 1 - a - b]),
  );

  it.each([
    { norm: 'l1' as const, runs: 46 },
    { norm: 'l2' as const, runs: 36 },
  ])('no weights evenly spread flip two sooner: $norm', ({ norm, runs }) => {
    let flipped = 0;
    let unproved = 0;
    fc.assert(
      fc.property(pair, (rows) => {
        const declared = [0.5, 0.3, 0.2];
        const { model, scorer } = setUp({ u: rows[0]!, v: rows[1]! }, declared);
        const flip = leastFlip(model, scorer, ANYWHERE, [0, 1], norm);
        const lead = (weights: readonly number[]) =>
          scoreOf(rows[0]!, weights) - scoreOf(rows[1]!, weights);
        const distances = even
          .filter((weights) => Math.sign(lead(weights)) === -Math.sign(lead(declared)))
          .map((weights) => {
            const changes = weights.map((each, at) => Math.abs(each - declared[at]!));
            const sum = changes.reduce((all, each) => all + (norm === 'l1' ? each : each ** 2), 0);
            return norm === 'l1' ? sum : Math.sqrt(sum);
          });
        const nearest = Math.min(...distances);
        if (flip === null) {
          expect(distances).toEqual([]);
          return;
        }
        expect(flip.bound).toBeLessThanOrEqual(nearest);
        expect(flip.distance).toBeLessThanOrEqual(nearest * (1 + 1e-3));
        if (distances.length > 0) flipped++;
        if (flip.bound < flip.distance * (1 - 1.01e-3)) unproved++;
      }),
      { numRuns: runs, seed: 62 },
    );
    expect(flipped).toBeGreaterThan(10);
    // A search that ends before it has proved its answer says so.
    expect(unproved).toBeGreaterThan(0);
  });
});

describe('by hand', () => {
  it('two that tie are flipped by next to nothing, in favour of the one named second', () => {
    const { model, scorer } = setUp({ u: [1, 0], v: [0, 1] });
    const flip = leastFlip(model, scorer, ANYWHERE, [1, 0], 'l1');
    expect(flip).toMatchObject({ ahead: 1, behind: 0 });
    expect(flip!.distance).toBeLessThan(1e-6);
    expect(leastFlip(model, scorer, ANYWHERE, [0, 1], 'l1')).toMatchObject({ ahead: 0, behind: 1 });
  });

  it('ties are told by the scores of ranked units alone', () => {
    // A unit a million times larger, but not ranked, does not widen what counts as a tie.
    const rows = { u: [1, 0], v: [0, 0.8], huge: [1e6, null] };
    const { model, scorer } = setUp(rows, [1, 1], { minCoverage: 0.9 });
    const flip = leastFlip(model, scorer, ANYWHERE, [0, 1], 'l1');
    expect(flip!.distance).toBeCloseTo(1 / 9, 6);
  });

  it('needs two different units that are ranked', () => {
    const rows = { u: [1, 0], v: [0, 0.8], w: [null, null] };
    const { model, scorer } = setUp(rows);
    const flip = (units: [number, number]) => leastFlip(model, scorer, ANYWHERE, units, 'l1');
    expectAppError(() => flip([1, 1]), 'E_INPUT', { reason: 'same-unit', unit: 'v' });
    for (const units of [
      [0, 2],
      [2, 0],
    ] as [number, number][]) {
      expectAppError(() => flip(units), 'E_INPUT', { reason: 'unit-not-ranked', unit: 'w' });
    }
  });
});
