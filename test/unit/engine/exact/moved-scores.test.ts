import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanTransform } from '../../../../electron/engine/exact/mean-transform.ts';
import { MovedScores } from '../../../../electron/engine/exact/moved-scores.ts';
import { examples } from '../../../support/examples.ts';

/** Two units above shares that move, against the ratios themselves at many places of the slider. */

/** A value and how much of its share counts; null: missing. */
type Cell = readonly [value: number, presence: number] | null;
/** The children of one parent for one unit. */
type Row = readonly Cell[];

interface Slider {
  /** Share of the first child; the others divide the rest by `parts`. */
  readonly start: number;
  readonly parts: readonly number[];
}

interface Setting extends Slider {
  readonly tolerance?: number;
  readonly leastCoverage?: number;
  /** Scores now; by default those of the ratios. */
  readonly score?: readonly number[];
  readonly coverage?: readonly (readonly number[])[];
}

function sharesAt({ start, parts }: Slider, moved: number): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return [start + moved, ...parts.map((part) => ((1 - start - moved) * part) / whole)];
}

/** Σ share · presence · value / Σ share · presence. */
function ratioAt(row: Row, shares: readonly number[]): number {
  let top = 0;
  let bottom = 0;
  row.forEach((cell, child) => {
    if (cell === null) return;
    top += shares[child]! * cell[1] * cell[0];
    bottom += shares[child]! * cell[1];
  });
  return top / bottom;
}

function movedScores(rows: readonly Row[], side: 1 | -1, setting: Setting): MovedScores {
  const unitCount = rows.length;
  const { start, tolerance = 1e-9, leastCoverage = 0, coverage } = setting;
  const shares = sharesAt(setting, 0);
  const matrix = (of: (cell: Cell) => number) =>
    Float64Array.from(shares.flatMap((_, child) => rows.map((row) => of(row[child]!))));
  const presence = (cell: Cell) => cell?.[1] ?? 0;
  const moves = new MovedScores(
    {
      unitCount,
      score: Float64Array.from(setting.score ?? rows.map((row) => ratioAt(row, shares))),
      tolerance,
      leastCoverage,
    },
    {
      transform: meanTransform({ rule: 'arithmetic' })!,
      numerator: matrix((cell) => (cell?.[0] ?? 0) * presence(cell)),
      denominator: matrix(presence),
      coverage: coverage ? Float64Array.from(coverage.flat()) : matrix(presence),
    },
  );
  moves.setPath(
    Float64Array.from(shares),
    Float64Array.from(sharesAt(setting, 1), (share, child) => share - shares[child]!),
  );
  moves.setDirection(side, reachOf(side, start));
  return moves;
}

function reachOf(side: 1 | -1, start: number): number {
  return side === 1 ? 1 - start : start;
}

const PLACES = Array.from({ length: 199 }, (_, place) => (place + 1) / 200);

/** A case drawn at random, with the lead of the first unit at any distance. */
interface Drawn {
  readonly rows: readonly [Row, Row];
  readonly side: 1 | -1;
  readonly slider: Slider;
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }).map((value): Cell => [value, 1]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0.25, 0.5))
      .map((both): Cell => both),
  },
  { weight: 2, arbitrary: fc.constant(null) },
);
const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 2, max: 3 }).chain((children) => {
  const row = fc.array(cell, { minLength: children, maxLength: children });
  return fc
    .record({
      rows: fc.tuple(row, row),
      side: fc.constantFrom(1 as const, -1 as const),
      slider: fc.record({
        start: fc.constantFrom(0, 0.25, 0.5, 0.8, 1),
        parts: fc.array(fc.integer({ min: 1, max: 3 }), {
          minLength: children - 1,
          maxLength: children - 1,
        }),
      }),
    })
    .filter(({ side, slider }) => reachOf(side, slider.start) > 0);
});

function leadOf({ rows: [one, other], side, slider }: Drawn): (distance: number) => number {
  return (distance) => {
    const shares = sharesAt(slider, side * distance);
    return ratioAt(one, shares) - ratioAt(other, shares);
  };
}

/** Is the unit left without any weight at the end of the slider? Then it has no score there to draw level with. */
function losesWeight([first, ...others]: Row, side: 1 | -1): boolean {
  return side === 1 ? first === null : others.every((cell) => cell === null);
}

function losesAny({ rows, side }: Drawn): boolean {
  return rows.some((row) => losesWeight(row, side));
}

/** `holds` all the way up to the distance found, and no longer just beyond it; the whole way where it is Infinity. */
function expectFirst(
  found: number,
  after: number,
  reach: number,
  holds: (distance: number) => boolean,
): void {
  expect(found).toBeGreaterThanOrEqual(after);
  const broken = PLACES.map((place) => after + place * (reach - after)).find(
    (distance) => !holds(distance),
  );
  expect(broken ?? reach).toBeGreaterThan(Math.min(found, reach) - 1e-6);
  if (found < reach - 1e-6) expect(holds(found + 1e-7)).toBe(false);
}

/** Tries a statement about two units on many cases; `check` says whether the case was of use. */
function tryMany(count: number, seed: number, check: (given: Drawn) => boolean): void {
  let used = 0;
  fc.assert(
    fc.property(drawn, (given) => {
      if (check(given)) used++;
    }),
    { numRuns: examples(count), seed },
  );
  expect(used).toBeGreaterThan(examples(count) / 20);
}

describe('two units', () => {
  it('cross where the lower one comes to stand above the other', () => {
    let crossed = 0;
    tryMany(2000, 1, (given) => {
      const { rows, side, slider } = given;
      const reach = reachOf(side, slider.start);
      const lead = leadOf(given);
      if (!(lead(0) > 1e-6)) return false;
      const moves = movedScores(rows, side, slider);
      const { distance, ahead, behind } = moves.crossing(0, 1);
      expect([ahead, behind]).toEqual([1, 0]);
      expectFirst(distance, 0, reach, (at) => !(lead(at) < -1e-9));
      if (losesAny(given)) expect(distance).not.toBe(reach);
      if (distance < reach) {
        crossed++;
        expect(moves.mayCross(0, 1, reach)).toBe(true);
        expect(moves.mayCross(0, 1, distance * 1.001)).toBe(true);
      }
      return true;
    });
    expect(crossed).toBeGreaterThan(examples(100));
  });

  it('that tie part where their scores differ by more than the tolerance', () => {
    tryMany(2000, 2, (given) => {
      const { rows, side, slider } = given;
      const reach = reachOf(side, slider.start);
      const lead = leadOf(given);
      const tolerance = 1.2;
      if (!(Math.abs(lead(0)) < 1.1)) return false;
      const moves = movedScores(rows, side, { ...slider, tolerance });
      expect(moves.mayCross(0, 1, reach)).toBe(true);
      const { distance, ahead } = moves.crossing(0, 1);
      expectFirst(distance, 0, reach, (at) => !(Math.abs(lead(at)) > tolerance + 1e-9));
      if (distance < reach - 1e-6) expect(ahead).toBe(lead(distance + 1e-7) > 0 ? 0 : 1);
      // One of them overtakes the other there.
      const overtaking = Math.min(moves.overtaking(0, 1), moves.overtaking(1, 0));
      if (distance < reach - 1e-9) expect(overtaking).toBeCloseTo(distance, 12);
      else expect(overtaking).toBe(Infinity);
      return distance < reach;
    });
  });

  it('of which one overtakes come to differ by more than the tolerance', () => {
    tryMany(2000, 3, (given) => {
      const { rows, side, slider } = given;
      const reach = reachOf(side, slider.start);
      const lead = leadOf(given);
      const tolerance = 1.2;
      if (!(lead(0) > -1.1)) return false;
      const distance = movedScores(rows, side, { ...slider, tolerance }).overtaking(1, 0);
      expectFirst(distance, 0, reach, (at) => !(lead(at) < -tolerance - 1e-9));
      return distance < reach;
    });
  });

  it('cross at or after a place, also if one has no weight at the start', () => {
    tryMany(2000, 4, (given) => {
      const { rows, side, slider } = given;
      const reach = reachOf(side, slider.start);
      const after = slider.parts[0] === 1 ? 0 : reach / 3;
      const lead = leadOf(given);
      const isLevel = PLACES.every((place) => Math.abs(lead(place * reach)) < 1e-9);
      // The first has a score at the start, and the other one on the way.
      if (Number.isNaN(ratioAt(rows[0], sharesAt(slider, 0)) + lead(reach / 2))) return false;
      const distance = movedScores(rows, side, slider).crossingAfter(0, 1, after);
      if (isLevel) expect(distance).toBe(after);
      else expectFirst(distance, after, reach, (at) => !(lead(at) < -1e-9));
      if (losesAny(given)) expect(distance).not.toBe(reach);
      return distance < reach;
    });
  });
});

describe('by hand: s is the share of the first of two children, from ½', () => {
  const half: Slider = { start: 0.5, parts: [1] };
  const full = (...values: number[]): Row => values.map((value): Cell => [value, 1]);

  it('the end of the slider counts where the scores meet there, not where they would meet beyond it', () => {
    // u − v = 1 − s·1 and 1.1 − s.
    const meets = movedScores([full(0, 1), full(0, 0)], 1, half);
    expect(meets.crossing(0, 1).distance).toBe(0.5);
    expect(meets.overtaking(1, 0)).toBe(Infinity);
    const nearly = movedScores([full(0.1, 1.1), full(0, 0)], 1, half);
    expect(nearly.crossing(0, 1).distance).toBe(Infinity);
    // 1e-13 short of the end is its end.
    const almost = movedScores([full(-1e-13, 1), full(0, 0)], 1, half);
    expect(almost.crossing(0, 1).distance).toBe(0.5);
  });

  it('alike all the way never part', () => {
    const moves = movedScores([full(3, 7), full(3, 7)], 1, half);
    expect(moves.crossing(0, 1).distance).toBe(Infinity);
    expect(moves.overtaking(1, 0)).toBe(Infinity);
    expect(moves.crossingAfter(0, 1, 0.2)).toBe(0.2);
  });

  it('are level all the way only where all places between say so', () => {
    const tolerant = { ...half, tolerance: 0.3 };
    const rising = movedScores([full(2, 0), full(0, 1)], 1, tolerant);
    // u − v = 0.5 + 3τ: never behind.
    expect(rising.crossingAfter(0, 1, 0)).toBe(Infinity);
    // u − v = 0.2 − 2τ: within the tolerance at a quarter and a half of the way after τ = 0.1, not at three quarters.
    const falling = movedScores([full(-0.8, 1.2), full(0, 0)], 1, tolerant);
    expect(falling.crossingAfter(0, 1, 0)).toBeCloseTo(0.1, 14);
    // u − v = 0.5 − τ: only near the end within the tolerance.
    const late = movedScores([full(0.05, 1.05), full(0, 0)], 1, tolerant);
    expect(late.crossingAfter(0, 1, 0)).toBe(Infinity);
    // 0.2 − 0.4τ stays within: level from where one asks.
    const within = movedScores([full(0, 0.4), full(0, 0)], 1, tolerant);
    expect(within.crossingAfter(0, 1, 0.25)).toBe(0.25);
  });

  it('far apart cannot change places, and need no root', () => {
    const moves = movedScores([full(9, 8), full(1, 2)], 1, half);
    expect(moves.mayCross(0, 1, 0.5)).toBe(false);
    // u − v = 1 − 2(s − ½): level at the end only.
    const later = movedScores([full(0, 2), full(0, 0)], 1, half);
    expect(later.mayCross(0, 1, 0.5)).toBe(true);
    expect(later.mayCross(0, 1, 0.4)).toBe(false);
    expect(later.mayCross(0, 1, Infinity)).toBe(true);
    // The other way they draw apart, however far one looks.
    const apart = movedScores([full(0, 2), full(0, 0)], -1, half);
    expect(apart.mayCross(0, 1, 100)).toBe(false);
    // u − v = (9 − 1.5) and a denominator of s that falls with the slider: its end is not looked beyond.
    const thin = movedScores([[[9, 1], null], full(1, 2)], 1, half);
    expect(thin.mayCross(0, 1, 100)).toBe(false);
    const rows: [Row, Row] = [full(1, 3), [[2, 1], null]];
    expect(movedScores(rows, 1, half).mayCross(0, 1, 0.5)).toBe(true);
    expect(movedScores([[[9, 1], null], full(1, 2)], 1, half).mayCross(0, 1, 0.5)).toBe(false);
    expect(movedScores([[[9, 1], null], full(1, 2)], -1, half).mayCross(0, 1, 0.4)).toBe(false);
  });

  it('a unit has no score where its share ends, and so does not cross there', () => {
    // u has the first child alone, 4; v = 2s + 5(1 − s) reaches it at s = ⅓.
    const rows: [Row, Row] = [[[4, 1], null], full(2, 5)];
    const down = movedScores(rows, -1, half);
    expect(down.crossing(0, 1).distance).toBeCloseTo(1 / 6, 14);
    expect(down.weightLost(0)).toBe(0.5);
    expect(down.weightLost(1)).toBe(Infinity);
    expect(down.coverageReached(0)).toBe(0);
    // v = 3 never gets there, though at s = 0 neither has any weight to compare.
    const under = movedScores([[[4, 1], null], full(3, 3)], -1, half);
    expect(under.crossing(0, 1).distance).toBe(Infinity);
    expect(under.crossingAfter(0, 1, 0.25)).toBe(Infinity);
    const over = movedScores([full(5, 5), [[4, 1], null]], -1, half);
    expect(over.crossing(0, 1).distance).toBe(Infinity);
    expect(over.crossingAfter(0, 1, 0.25)).toBe(Infinity);
    // Never reached: v = 2s + 4(1 − s) at most draws level at s = 0, where u has gone.
    const level = movedScores([[[4, 1], null], full(2, 4)], -1, half);
    expect(level.crossing(0, 1).distance).toBe(Infinity);
    expect(level.crossingAfter(0, 1, 0.3)).toBe(Infinity);
    expect(level.overtaking(1, 0)).toBe(Infinity);
    // With the roles changed: u gains on v = 4 only at the very end.
    const gains = movedScores([full(6, 4), [[4, 1], null]], -1, half);
    expect(gains.crossing(0, 1).distance).toBe(Infinity);
    // Behind already when the search begins.
    expect(movedScores(rows, -1, half).crossingAfter(0, 1, 0.25)).toBe(0.25);
    expect(movedScores(rows, -1, half).crossingAfter(0, 1, 0.125)).toBeCloseTo(1 / 6, 14);
  });

  it('falling behind from level on, by the square alone', () => {
    // Both at 0/0 and 1·… : u = 3 on the second child, v = 3 on both, and u lacks the first: level all the way.
    const level = movedScores([[null, [3, 1]], full(3, 3)], 1, half);
    expect(level.crossingAfter(0, 1, 0)).toBe(0);
    // From s = 0 where v has no weight yet: v = 4 at once, and u = 3.
    const jump = movedScores([full(3, 3), [[4, 1], null]], 1, { start: 0, parts: [1] });
    expect(jump.weightLost(1)).toBe(0);
    expect(jump.crossingAfter(0, 1, 0)).toBe(0);
    // v = 2 at once: it stays behind u = 3(1 − s) + s until s = ½.
    const later = movedScores([full(1, 3), [[2, 1], null]], 1, { start: 0, parts: [1] });
    expect(later.crossingAfter(0, 1, 0)).toBeCloseTo(0.5, 14);
    // v = 3 at once: level with u = 3 − 2s at the start, ahead from there.
    const square = movedScores([full(1, 3), [[3, 1], null]], 1, { start: 0, parts: [1] });
    expect(square.crossingAfter(0, 1, 0)).toBe(0);
    // And u = 3 + 2s draws away from there.
    const away = movedScores([full(5, 3), [[3, 1], null]], 1, { start: 0, parts: [1] });
    expect(away.crossingAfter(0, 1, 0)).toBe(Infinity);
  });

  it('a unit that never has any weight there keeps the score it has', () => {
    // u has 2.5 from elsewhere, v = 4(1 − s) passes below it at s = 3/8.
    const kept = { score: [2.5, 2] };
    const moves = movedScores([[null, null], full(0, 4)], -1, { ...half, ...kept });
    expect(moves.crossing(0, 1).distance).toBeCloseTo(0.125, 14);
    expect(moves.weightLost(0)).toBe(Infinity);
    expect(moves.coverageReached(0)).toBe(0);
    // Without a score now it has none.
    const none = { score: [NaN, 2] };
    const gone = movedScores([[null, null], full(0, 4)], -1, { ...half, ...none });
    expect(gone.coverageReached(0)).toBe(Infinity);
    expect(gone.weightLost(0)).toBe(0);
  });
});

describe('coverage', () => {
  const half: Slider = { start: 0.5, parts: [1] };
  /** Covered to s, and to 1 − s. */
  const rows: [Row, Row] = [
    [[1, 1], null],
    [null, [1, 1]],
  ];

  it('falls below the least and reaches it', () => {
    const up = movedScores(rows, 1, { ...half, leastCoverage: 0.4 });
    expect(up.coverageLost(0)).toBe(Infinity);
    expect(up.coverageLost(1)).toBeCloseTo(0.1, 14);
    const down = movedScores(rows, -1, { ...half, leastCoverage: 0.4 });
    expect(down.coverageLost(0)).toBeCloseTo(0.1, 14);
    expect(down.coverageLost(1)).toBe(Infinity);
    const strict = movedScores(rows, 1, { ...half, leastCoverage: 0.6 });
    expect(strict.coverageReached(0)).toBeCloseTo(0.1, 14);
    expect(strict.coverageReached(1)).toBe(Infinity);
    // Rounding has carried a ranked unit just below the least: at once.
    expect(strict.coverageLost(1)).toBe(0);
  });

  it('is out of reach where the slider ends before it, and at the end where it is met there', () => {
    const tenth: Slider = { start: 0.9, parts: [1] };
    // v is covered to 0.1 + τ down, 0.1 − τ up; u to 0.9 + τ, at most 1.
    expect(movedScores(rows, 1, { ...tenth, leastCoverage: 1 }).coverageReached(0)).toBeCloseTo(
      0.1,
      14,
    );
    const low = {
      coverage: [
        [0.2, 0.5],
        [0.4, 0.5],
      ],
    };
    // The first unit is covered to 0.2s + 0.4(1 − s): 0.22 at s = 0.9, 0.2 at 1.
    expect(movedScores(rows, 1, { ...tenth, ...low, leastCoverage: 0.19 }).coverageLost(0)).toBe(
      Infinity,
    );
    expect(movedScores(rows, 1, { ...tenth, ...low, leastCoverage: 0.2 }).coverageLost(0)).toBe(
      1 - 0.9,
    );
    // The second one's coverage never changes.
    expect(movedScores(rows, -1, { ...tenth, ...low, leastCoverage: 0.6 }).coverageReached(1)).toBe(
      Infinity,
    );
    expect(movedScores(rows, -1, { ...tenth, ...low, leastCoverage: 0.5 }).coverageReached(1)).toBe(
      0,
    );
  });

  it('is not enough without a score', () => {
    // At s = 1 the second has no weight; the slider gives it some.
    const from = { start: 1, parts: [1], score: [1, NaN] };
    expect(movedScores(rows, -1, from).coverageReached(1)).toBe(0);
    expect(movedScores([rows[0], [null, null]], -1, from).coverageReached(1)).toBe(Infinity);
    expect(movedScores(rows, -1, { ...from, leastCoverage: 0.25 }).coverageReached(1)).toBeCloseTo(
      0.25,
      14,
    );
  });
});
