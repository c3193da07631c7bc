import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import type { ScoringRequest } from '../../../../electron/engine/score.ts';
import { createPairedSimulation } from '../../../../electron/engine/uncertainty/paired-simulation.ts';
import type { DrawnModelSetup } from '../../../../electron/engine/uncertainty/drawn-model.ts';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import type { PairedResult } from '../../../../shared/model/scenario-comparison.ts';
import {
  NO_METHOD_CHOICES,
  type UncertaintySources,
} from '../../../../shared/model/uncertainty.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';
import { randomRequest } from '../random-request.ts';
import { examples } from '../../../support/examples.ts';

const SOURCES: UncertaintySources = {
  weights: { rule: 'noise', factor: 0.5 },
  locked: [],
  values: null,
  gaps: true,
  methods: NO_METHOD_CHOICES,
};

function setupOf(request: ScoringRequest, sources = SOURCES): DrawnModelSetup {
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
        const setup = setupOf(request, { ...SOURCES, weights });
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
    const sources = { ...SOURCES, weights: null };
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
    const onlyB = { ...SOURCES, weights: null };
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
});
