import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RankProblem, type Side } from '../../../../electron/engine/exact/rank-problem.ts';
import { fewestAhead } from '../../../../electron/engine/exact/rank-search.ts';
import { rankedRegion } from '../../../../electron/engine/exact/ranked-region.ts';
import { regionForms, standInValues } from '../../../../electron/engine/exact/region-forms.ts';
import { weightModel } from '../../../../electron/engine/exact/weight-model.ts';
import { weightRegion } from '../../../../electron/engine/exact/weight-region.ts';
import { createScorer } from '../../../../electron/engine/score.ts';
import { RandomStream } from '../../../../electron/engine/random.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';

/** The search on its own, without any ranks known beforehand, against random weights. */

type Cells = readonly (number | null)[];

const MUCH_WORK = 3_000_000;
/** Scores that differ by no more count as level. */
const LEVEL = 1e-6;

/** Groups of two indicators, the last one alone where their number is odd; all weigh the same. */
function frameworkOf(count: number) {
  const leaves = Array.from({ length: count }, (_, at) => ({ code: 'abcdef'[at]! }));
  const groups = Array.from({ length: Math.ceil(count / 2) }, (_, at) => ({
    code: `G${at}`,
    weight: Math.min(2, count - 2 * at),
    children: leaves.slice(2 * at, 2 * at + 2),
  }));
  return makeFramework(groups);
}

interface Course {
  readonly mostWork?: number;
  /** Of the scores now: the wider, the sooner a rival is decided, and the later an interval is narrowed. */
  readonly scoreSpread?: number;
}

function setUp(rows: readonly Cells[], side: Side, spread: number | null, scoreSpread: number) {
  const request = makeRequest(
    frameworkOf(rows[0]!.length),
    Object.fromEntries(rows.map((row, unit) => [`u${unit}`, row])),
    { normalisation: AS_IS },
  );
  const model = weightModel(createScorer(request), request.method);
  const region = weightRegion(model, { scope: { kind: 'leaves' }, spread, locked: new Set() });
  const forms = regionForms(model, region);
  const ranked = rankedRegion(model, region, forms, rows.keys());
  const rivals = Array.from(rows.keys()).slice(1);
  const strictly = side === 1 ? 0 : 2 * LEVEL;
  const problem = new RankProblem(forms, ranked, 0, rivals, side, strictly, scoreSpread);
  return { problem, rivals, region, forms, ranked };
}

function search(
  rows: readonly Cells[],
  side: Side,
  spread: number | null,
  { mostWork = MUCH_WORK, scoreSpread = 5 }: Course = {},
) {
  const { problem, rivals, region, forms, ranked } = setUp(rows, side, spread, scoreSpread);
  let evaluated = 0;
  let fewest = rivals.length;
  const aheadAt = (weights: Float64Array) => {
    const [own, ...others] = forms.evaluate(weights);
    return Uint8Array.from(others, (score) => (score > own! + LEVEL === (side === 1) ? 1 : 0));
  };
  const bound = fewestAhead(
    problem,
    (weights) => {
      evaluated++;
      const isAhead = aheadAt(weights);
      const ahead = isAhead.reduce((sum, each) => sum + each, 0);
      fewest = Math.min(fewest, ahead);
      const own = forms.evaluate(weights)[0]!;
      const quantities = Float64Array.of(own, ...standInValues(forms, weights));
      return { ahead, isAhead, quantities: quantities.map((each) => side * each) };
    },
    rivals.length,
    mostWork,
  );
  const onGrid = drawn(region.present.length)
    .filter((weights) =>
      weights.every((each, at) => each >= ranked.lower[at]! && each <= ranked.upper[at]!),
    )
    .map((weights) => aheadAt(weights).reduce((sum, each) => sum + each, 0));
  return { bound, fewest, evaluated, leastOnGrid: Math.min(...onGrid) };
}

/** Some hundred weights, evenly spread. */
function drawn(count: number): Float64Array[] {
  const random = new RandomStream(5, 'weights');
  return Array.from({ length: 300 }, () => {
    const parts = Float64Array.from({ length: count }, () => -Math.log(1 - random.uniform()));
    const sum = parts.reduce((all, each) => all + each, 0);
    return parts.map((part) => part / sum);
  });
}

/** The first unit is middling in everything; each of the others is better here and worse there, and as good on the whole. */
function tableOf(gaps: number, indicators: number, units: number): fc.Arbitrary<Cells[]> {
  const length = { minLength: indicators, maxLength: indicators };
  const rival = fc
    .record({
      values: fc.array(fc.integer({ min: 0, max: 997 }), length),
      chances: fc.array(fc.nat(9), length),
    })
    .map(({ values, chances }): Cells => {
      const mean = values.reduce((sum, each) => sum + each, 0) / indicators;
      return values.map((each, at) => (at > 0 && chances[at]! < gaps ? null : 500 + each - mean));
    });
  return fc
    .array(rival, { minLength: units - 1, maxLength: units - 1 })
    .map((rivals) => [Array.from({ length: indicators }, (_, at) => 500 + (at % 2)), ...rivals]);
}

/** The first unit lacks its second indicator: its own score is a ratio, too. */
function withoutSecond([own, ...rivals]: readonly Cells[]): Cells[] {
  return [own!.map((each, at) => (at === 1 ? null : each)), ...rivals];
}

describe('fewest rivals ahead', () => {
  it.each([
    { gaps: 0, indicators: 3, units: 8, spread: null, runs: 20, most: 35 },
    { gaps: 0, indicators: 6, units: 16, spread: 0.5, runs: 12, most: 75 },
    { gaps: 0, indicators: 6, units: 20, spread: 0.3, runs: 12, most: 165 },
    { gaps: 1, indicators: 4, units: 10, spread: 0.5, runs: 20, most: 75 },
    { gaps: 2, indicators: 6, units: 14, spread: 0.4, runs: 10, most: 45 },
  ])(
    'are found, proved, not beaten by random weights, and soon: $gaps gaps in ten, spread $spread',
    (setting) => {
      const total = { evaluated: 0, searches: 0, proved: 0 };
      fc.assert(
        fc.property(
          tableOf(setting.gaps, setting.indicators, setting.units),
          fc.constantFrom(1 as const, -1 as const),
          (rows, side) => {
            const { bound, fewest, evaluated, leastOnGrid } = search(rows, side, setting.spread);
            expect(bound).toBeLessThanOrEqual(leastOnGrid);
            expect(bound).toBeLessThanOrEqual(fewest);
            if (setting.gaps === 0) expect(bound).toBe(fewest);
            if (bound === fewest) total.proved++;
            total.evaluated += evaluated;
            total.searches++;
          },
        ),
        { numRuns: setting.runs, seed: 71 },
      );
      expect(total.proved).toBe(total.searches);
      // The search goes where it leads to something: a little more than it takes now.
      expect(total.evaluated).toBeLessThan(setting.most);
    },
  );

  it('are not claimed to be proved when there is no more time', () => {
    const rows = [
      [490, 490, 490],
      [900, 300, 300],
      [300, 900, 300],
      [300, 300, 900],
    ];
    // The three sum to 1500: one of them is always ahead, and all are where they weigh alike.
    expect(search(rows, 1, null)).toMatchObject({ bound: 1, fewest: 1 });
    expect(search(rows, -1, null)).toMatchObject({ bound: 0, fewest: 0 });
    expect(search(rows, 1, null, { mostWork: -1 })).toMatchObject({
      bound: 0,
      fewest: 3,
      evaluated: 0,
    });
    expect(search(rows, -1, null, { mostWork: 0 })).toMatchObject({ evaluated: 1 });
  });

  it.each([
    { gaps: 4, indicators: 6, units: 16, spread: 0.6, least: 12 },
    { gaps: 3, indicators: 3, units: 20, spread: 0.8, least: 7 },
  ])('hold whether rivals are decided or intervals narrowed first: %o', (setting) => {
    let proved = 0;
    fc.assert(
      fc.property(
        tableOf(setting.gaps, setting.indicators, setting.units).map(withoutSecond),
        fc.constantFrom(1 as const, -1 as const),
        (rows, side) => {
          const narrowed = search(rows, side, setting.spread, {
            scoreSpread: 0,
            mostWork: MUCH_WORK / 4,
          });
          const decided = search(rows, side, setting.spread, { scoreSpread: 1e9 });
          const fewest = Math.min(narrowed.fewest, decided.fewest, decided.leastOnGrid);
          expect(narrowed.bound).toBeLessThanOrEqual(fewest);
          expect(decided.bound).toBeLessThanOrEqual(fewest);
          if (decided.bound === decided.fewest) proved++;
        },
      ),
      { numRuns: 12, seed: 72 },
    );
    expect(proved).toBeGreaterThanOrEqual(setting.least);
  });

  it('count a rival that draws level at one place alone as behind there', () => {
    const rows = [
      [5, 1],
      [5, 3],
    ];
    expect(search(rows, 1, null)).toMatchObject({ bound: 0, fewest: 0 });
  });

  it('are not claimed where weights never give what the programs promise', () => {
    const rows = [
      [500, 500],
      [900, 100],
      [100, 900],
    ];
    const { problem, rivals } = setUp(rows, 1, null, 5);
    let evaluated = 0;
    const allAhead = () => {
      evaluated++;
      const isAhead = new Uint8Array(rivals.length).fill(1);
      return { ahead: rivals.length, isAhead, quantities: Float64Array.of(500) };
    };
    expect(fewestAhead(problem, allAhead, rivals.length, MUCH_WORK)).toBe(0);
    expect(evaluated).toBe(1);
  });

  it.each([
    // One program.
    { gaps: 0, indicators: 4, side: -1 as const, most: 1 },
    // One, and four guesses.
    { gaps: 4, indicators: 6, side: 1 as const, most: 5 },
  ])(
    'are searched for no longer than allowed: $gaps gaps in ten',
    ({ gaps, indicators, side, most }) => {
      const tables = fc.sample(tableOf(gaps, indicators, 16), { numRuns: 8, seed: 73 });
      const evaluated = (mostWork: number) =>
        tables.map((rows) => {
          const given = gaps === 0 ? rows : withoutSecond(rows);
          return search(given, side, 0.4, { mostWork, scoreSpread: 1e9 }).evaluated;
        });
      expect(Math.max(...evaluated(100))).toBe(most);
      expect(Math.max(...evaluated(MUCH_WORK))).toBeGreaterThan(most);
    },
  );
});
