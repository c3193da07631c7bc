import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { score, type ScoringRequest } from '../../../../electron/engine/score.ts';
import { createPairedSimulation } from '../../../../electron/engine/uncertainty/paired-simulation.ts';
import type { DrawnModelSetup } from '../../../../electron/engine/uncertainty/drawn-model.ts';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import type { PairedResult } from '../../../../shared/model/scenario-comparison.ts';
import {
  NO_METHOD_CHOICES,
  type UncertaintySources,
} from '../../../../shared/model/uncertainty.ts';
import { expectAppError } from '../expect-app-error.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';
import { randomRequest } from '../random-request.ts';
import { examples } from '../../../support/examples.ts';
import { NOISE_AND_GAPS } from './noise-and-gaps.ts';

function setupOf(request: ScoringRequest, sources = NOISE_AND_GAPS): DrawnModelSetup {
  return { request, sources, ranges: null };
}

function paired(
  first: DrawnModelSetup,
  second: DrawnModelSetup,
  { draws = 600, seed = 5 } = {},
): PairedResult {
  return runAllBlocks(createPairedSimulation({ first, second, draws, seed }));
}

const framework = makeFramework([
  { code: 'g', weight: 3, children: [{ code: 'a', weight: 2 }, { code: 'b' }] },
  { code: 'h', weight: 1, children: [{ code: 'c' }, { code: 'd' }, { code: 'e' }] },
]);
const rows = {
  u: [9, 1, 4, 2, 7],
  v: [3, 8, null, 5, 1],
  w: [6, 6, 2, null, 3],
  x: [1, null, 1, 1, 2],
};

describe('two scenarios in the same draws', () => {
  it('differ by exactly nothing when they are the same, whatever is drawn', () => {
    const rules = fc.constantFrom<UncertaintySources['weights'][]>(
      { rule: 'noise', factor: 0.8 },
      { rule: 'dirichlet', concentration: 3 },
      { rule: 'simplex' },
    );
    let compared = 0;
    fc.assert(
      fc.property(randomRequest(), rules, fc.nat(1000), (request, weights, seed) => {
        const setup = setupOf(request, { ...NOISE_AND_GAPS, weights });
        const result = paired(setup, setup, { draws: 20, seed });
        result.units.forEach((_, unit) => {
          if (result.compared[unit] === 0) return;
          compared++;
          expect(result.meanScoreChange[unit]).toBe(0);
          expect(result.scoreChange5[unit]).toBe(0);
          expect(result.scoreChange95[unit]).toBe(0);
          expect(result.meanRankChange[unit]).toBe(0);
          expect(result.equal[unit]).toBe(1);
        });
      }),
      { numRuns: examples(60), seed: 3 },
    );
    expect(compared).toBeGreaterThan(examples(50));
  });

  it('differ by the effect of a change alone: without noise in what was changed, every draw says the same', () => {
    const first = makeRequest(framework, rows, { normalisation: AS_IS });
    // One more point for u in the indicator a, which weighs ½ of the index. Only the gaps are drawn.
    const second = makeRequest(
      framework,
      { ...rows, u: [10, 1, 4, 2, 7] },
      { normalisation: AS_IS },
    );
    const sources = { ...NOISE_AND_GAPS, weights: null };
    const result = paired(setupOf(first, sources), setupOf(second, sources));
    const at = result.units.indexOf('u' as UnitCode);
    expect(result.meanScoreChange[at]).toBeCloseTo(0.5, 9);
    expect(result.scoreChange5[at]).toBeCloseTo(0.5, 9);
    expect(result.scoreChange95[at]).toBeCloseTo(0.5, 9);
    const other = result.units.indexOf('v' as UnitCode);
    expect(result.meanScoreChange[other]).toBe(0);
  });

  it('draw a gap and a node alike though the second leaves another node out', () => {
    const first = makeRequest(framework, rows, { normalisation: AS_IS });
    const second = makeRequest(
      framework,
      rows,
      { normalisation: AS_IS },
      {
        excludedNodes: new Set(['b' as NodeCode]),
      },
    );
    const onlyB = { ...NOISE_AND_GAPS, weights: null };
    // Against itself without b: the same numbers as the second of the pair has.
    const pair = paired(setupOf(first, onlyB), setupOf(second, onlyB));
    const same = paired(setupOf(second, onlyB), setupOf(second, onlyB));
    const back = paired(setupOf(second, onlyB), setupOf(first, onlyB));
    expect([...same.meanScoreChange]).toEqual(same.units.map(() => 0));
    pair.units.forEach((_, unit) => {
      expect(back.meanScoreChange[unit]).toBeCloseTo(-(pair.meanScoreChange[unit] ?? NaN), 9);
      expect(back.better[unit]).toBe(pair.worse[unit]);
    });
  });

  it('have shares that sum to 1 and quantiles around the mean', () => {
    const first = makeRequest(framework, rows, { normalisation: AS_IS });
    const second = makeRequest(
      framework,
      { ...rows, v: [8, 8, null, 5, 1] },
      { normalisation: AS_IS },
    );
    const result = paired(setupOf(first), setupOf(second));
    result.units.forEach((_, unit) => {
      const [better, equal, worse] = [
        result.better[unit]!,
        result.equal[unit]!,
        result.worse[unit]!,
      ];
      expect(better + equal + worse).toBeCloseTo(1, 12);
      expect(result.scoreChange5[unit]).toBeLessThanOrEqual(result.scoreChange95[unit]!);
      expect(result.compared[unit]).toBe(600);
    });
    const at = result.units.indexOf('v' as UnitCode);
    expect(result.meanScoreChange[at]).toBeGreaterThan(0);
    expect(result.better[at]).toBeGreaterThan(0);
    expect(result.worse[at]).toBe(0);
  });

  it('name the units that are ranked in one of the two only', () => {
    const first = makeRequest(framework, rows, { normalisation: AS_IS });
    const second = makeRequest(
      framework,
      rows,
      { normalisation: AS_IS },
      {
        excludedUnits: new Set(['w' as UnitCode]),
      },
    );
    const result = paired(setupOf(first), setupOf(second), { draws: 10 });
    expect(result.onlyFirst).toEqual(['w']);
    expect(result.onlySecond).toEqual([]);
    expect(result.units).toEqual(['u', 'v', 'x']);
  });

  const asIs = makeRequest(framework, rows, { normalisation: AS_IS });
  const EXACT: UncertaintySources = { ...NOISE_AND_GAPS, weights: null, gaps: false };

  it('give each node and each cell numbers of its own', () => {
    // With one and the same number for all siblings their shares would never move.
    const reference = paired(setupOf(asIs), setupOf(asIs, EXACT), { draws: 1500 });
    const spread = (at: number) => reference.scoreChange95[at]! - reference.scoreChange5[at]!;
    expect(spread(0)).toBeGreaterThan(0.5);
    // The gaps of v and w lie anywhere on a scale, apart from each other.
    const gapsOnly = paired(
      setupOf(asIs, { ...EXACT, gaps: true }),
      setupOf(makeRequest(framework, rows, { normalisation: AS_IS, missing: 'zero' }), EXACT),
      { draws: 1500 },
    );
    const of = (unit: string, list: Float64Array) =>
      list[gapsOnly.units.indexOf(unit as UnitCode)]!;
    // v lacks c, which weighs 1/12 and lies between 0 and 4.
    expect(of('v', gapsOnly.scoreChange5)).toBeCloseTo(-(0.95 * 4) / 12, 1.8);
    expect(of('v', gapsOnly.scoreChange95)).toBeCloseTo(-(0.05 * 4) / 12, 1.8);
    expect(of('v', gapsOnly.meanScoreChange)).toBeCloseTo(-4 / 24, 1.8);
    expect(of('u', gapsOnly.scoreChange95)).toBe(0);
  });

  it('draw values and gaps where either of the two asks for them', () => {
    const ranges = { low: asIs.values, high: asIs.values.map((x) => x + 12) };
    const exact = setupOf(asIs, EXACT);
    const drawn = { ...exact, ranges };
    for (const result of [paired(exact, drawn), paired(drawn, exact)]) {
      const sign = Math.sign(result.meanScoreChange[0]!);
      // Five values of u go up by 6 each on average, so its score does.
      expect(sign * result.meanScoreChange[0]!).toBeCloseTo(6, 0.3);
      expect(result.scoreChange95[0]! - result.scoreChange5[0]!).toBeGreaterThan(3);
    }
    expect(paired(exact, drawn).meanScoreChange[0]).toBeGreaterThan(0);
    const gaps = setupOf(asIs, { ...EXACT, gaps: true });
    const v = asIs.units.findIndex(({ code }) => code === 'v');
    for (const result of [paired(exact, gaps), paired(gaps, exact)]) {
      expect(result.scoreChange95[v]! - result.scoreChange5[v]!).toBeGreaterThan(0.2);
    }
  });

  it('draw the methods that either lists, all alike, and leave out draws in which a unit is not ranked', () => {
    const deep = makeFramework([
      { code: 'g', children: [{ code: 'a' }, { code: 'b' }] },
      { code: 'h', children: [{ code: 'c' }, { code: 'd' }] },
    ]);
    const request = makeRequest(
      deep,
      { u: [1, 2, 3, 4], v: [2, 3, 4, 5], w: [null, null, 9, 9] },
      { normalisation: AS_IS, missing: 'available' },
    );
    const methods = {
      ...NO_METHOD_CHOICES,
      aggregation: [[{ rule: 'arithmetic' as const }], [{ rule: 'max' as const }]],
    };
    const result = paired(setupOf(request, { ...EXACT, methods }), setupOf(request, EXACT), {
      draws: 1000,
    });
    // Under the maximum u has 4 instead of 2.5: −1.5 in half of the draws.
    expect(result.meanScoreChange[0]).toBeCloseTo(-0.75, 1);
    expect([result.scoreChange5[0], result.scoreChange95[0]]).toEqual([-1.5, 0]);
  });

  it('leave out the draws in which a unit has no score in one of the two', () => {
    const single = makeFramework([{ code: 'a' }]);
    const rowsOf = { u: [1], v: [2], w: [null] };
    const methods = { ...NO_METHOD_CHOICES, missing: ['available' as const, 'mean' as const] };
    const imputed = makeRequest(single, rowsOf, { normalisation: AS_IS, missing: 'mean' });
    const sometimes = setupOf(imputed, { ...EXACT, methods });
    const always = setupOf(imputed, EXACT);
    for (const result of [paired(sometimes, always), paired(always, sometimes)]) {
      const w = result.units.indexOf('w' as UnitCode);
      expect(result.compared[0]).toBe(600);
      expect(result.compared[w]).toBeGreaterThan(240);
      expect(result.compared[w]).toBeLessThan(360);
      expect(result.meanScoreChange[w]).toBe(0);
      expect(result.scoreChange95[w]).toBe(0);
      expect([result.better[w], result.equal[w], result.worse[w]]).toEqual([0, 1, 0]);
    }
  });

  it('report the quantiles of what the blocks hold', () => {
    const second = makeRequest(
      framework,
      { ...rows, v: [9, 9, 9, 0, 0] },
      { normalisation: AS_IS },
    );
    const setup = { first: setupOf(asIs), second: setupOf(second), draws: 201, seed: 4 };
    const simulation = createPairedSimulation(setup);
    const { rankChange, scoreChange } = simulation.runBlock(0);
    const result = runAllBlocks(simulation);
    result.units.forEach((_, unit) => {
      const of = (changes: Float64Array) =>
        Array.from(changes.filter((__, at) => at % result.units.length === unit)).toSorted(
          (one, other) => one - other,
        );
      // Of 201 draws, those with 10 and with 190 before them.
      const [ranks, scores] = [of(rankChange), of(scoreChange)];
      expect([result.rankChange5[unit], result.rankChange95[unit]]).toEqual([
        ranks[10],
        ranks[190],
      ]);
      expect([result.scoreChange5[unit], result.scoreChange95[unit]]).toEqual([
        scores[10],
        scores[190],
      ]);
    });
    expect(result.rankChange5.some((change, unit) => change < result.rankChange95[unit]!)).toBe(
      true,
    );
  });

  it('report ranks and score differences without uncertainty, each under its own scenario', () => {
    const second = makeRequest(
      framework,
      { ...rows, x: [20, null, 20, 20, 20] },
      { normalisation: AS_IS },
    );
    const excluded = { ...asIs, excludedUnits: new Set(['w' as UnitCode]) };
    const result = paired(setupOf(excluded), setupOf(second), { draws: 10 });
    expect(result.onlySecond).toEqual(['w']);
    expect(result.units).toEqual(['u', 'v', 'x']);
    expect([...result.nominalRankFirst]).toEqual([1, 2, 3]);
    expect([...result.nominalRankSecond]).toEqual([2, 4, 1]);
    const [before, after] = [score(excluded), score(second)].map((scored) =>
      scored.units.flatMap((unit, at) => (unit === 'w' ? [] : [scored.score[at]!])),
    );
    expect([...result.nominalScoreChange]).toEqual(after!.map((x, at) => x - before![at]!));
    expect(result.nominalScoreChange[2]).toBeGreaterThan(15);
  });

  it('refuse more differences than fit into memory', () => {
    const setup = setupOf(asIs);
    const make = () =>
      createPairedSimulation({ first: setup, second: setup, draws: 6_000_000, seed: 1 });
    // 6,000,000 draws · 4 units · 16 bytes, three times.
    const refused = expectAppError(make, 'E_INPUT', {
      reason: 'more-than-memory',
      found: '1099 MB',
    });
    expect(refused.message).toContain('differences of 4 units in 6000000 draws');
  });
});
