import { describe, expect, it } from 'vitest';
import type { NodeCode, UnitCode } from '../../../../shared/model/ids.ts';
import type { Method } from '../../../../shared/model/method.ts';
import {
  NO_METHOD_CHOICES,
  type UncertaintySources,
} from '../../../../shared/model/uncertainty.ts';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { score } from '../../../../electron/engine/score.ts';
import {
  BLOCK_ROWS,
  createSensitivityAnalysis,
  type SensitivitySetup,
} from '../../../../electron/engine/sensitivity/sensitivity-analysis.ts';
import { valueRanges } from '../../../../electron/engine/uncertainty/value-ranges.ts';
import { expectAppError } from '../expect-app-error.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';

const CERTAIN: UncertaintySources = {
  weights: null,
  locked: [],
  values: null,
  gaps: false,
  methods: NO_METHOD_CHOICES,
};

const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
const variance = (list: readonly number[]) => {
  const centre = mean(list);
  return mean(list.map((each) => (each - centre) ** 2));
};

describe('choices of method', () => {
  const NORMALISATION: Method['normalisation'][] = [AS_IS, { rule: 'rank', ties: 'min' }];
  const AGGREGATION: Method['aggregation'][] = [[{ rule: 'arithmetic' }], [{ rule: 'min' }]];
  const MISSING: Method['missing'][] = ['zero', 'available'];
  // `gap` has no score where what is missing stays missing: availability asks for both.
  const request = makeRequest(
    makeFramework([{ code: 'a', weight: 2 }, { code: 'b' }]),
    { even: [5, 4], steep: [9, 1], low: [2, 8], gap: [12, null], last: [1, 2] },
    { normalisation: AS_IS, missing: 'zero', availability: [1] },
  );
  const methods = {
    ...NO_METHOD_CHOICES,
    normalisation: NORMALISATION,
    aggregation: AGGREGATION,
    missing: MISSING,
  };

  /** Ranks under all eight methods, the place of each choice in `CHOICES`; who has no score comes after all others. */
  const CHOICES = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => [at >> 2, (at >> 1) & 1, at & 1] as const);
  const ranksOf = ([normalisation, aggregation, missing]: (typeof CHOICES)[number]) => {
    const { rank } = score({
      ...request,
      method: {
        ...request.method,
        normalisation: NORMALISATION[normalisation]!,
        aggregation: AGGREGATION[aggregation]!,
        missing: MISSING[missing]!,
      },
    });
    const scored = rank.filter((each) => each > 0).length;
    return Array.from(rank, (each) => (each === 0 ? scored + 1 : each));
  };

  // A net of 1,024 points has as many in each of the 64 boxes of choices: the estimates are then exact.
  const setup: SensitivitySetup = {
    request,
    ranges: null,
    sources: { ...CERTAIN, methods },
    samples: 1024,
    seed: 5,
  };

  it('have the shares of variance that all their combinations show', () => {
    const ranks = CHOICES.map(ranksOf);
    const nominal = ranks[0]!;
    const outputs = nominal.map((_, unit) => ranks.map((each) => each[unit]!));
    outputs.push(ranks.map((each) => mean(each.map((rank, at) => Math.abs(rank - nominal[at]!)))));

    const result = runAllBlocks(createSensitivityAnalysis(setup));
    expect(result).toMatchObject({
      inputs: ['normalisation', 'aggregation', 'missing'],
      samples: 1024,
      seed: 5,
    });
    expect(result.units.map(({ unit }) => unit)).toEqual(['even', 'steep', 'low', 'gap', 'last']);
    const found = [...result.units.map(({ indices }) => indices), result.meanRankChange];
    expect(new Set(ranks.map((each) => each[3])).size).toBeGreaterThan(2);
    outputs.forEach((output, at) => {
      const { first, total, ...whole } = found[at]!;
      const all = variance(output);
      expect(whole.mean).toBeCloseTo(mean(output), 10);
      expect(whole.variance).toBeCloseTo(all, 10);
      for (let input = 0; input < 3; input++) {
        const having = (choice: number) =>
          output.filter((_, method) => CHOICES[method]![input] === choice);
        const alone = variance([mean(having(0)), mean(having(1))]);
        const withOthers = mean(having(0).map((each, i) => (each - having(1)[i]!) ** 2 / 4));
        if (all === 0) {
          expect([first[input], total[input]]).toEqual([NaN, NaN]);
          continue;
        }
        expect(first[input]).toBeCloseTo(alone / all, 10);
        expect(total[input]).toBeCloseTo(withOthers / all, 10);
      }
    });
  });

  it('a source that is off, or has one choice, is no input; none at all is refused', () => {
    const one = { ...NO_METHOD_CHOICES, normalisation: NORMALISATION, missing: ['zero' as const] };
    const sources = { ...CERTAIN, methods: one };
    const analysis = createSensitivityAnalysis({ ...setup, sources, samples: 64 });
    expect(runAllBlocks(analysis).inputs).toEqual(['normalisation']);
    expectAppError(() => createSensitivityAnalysis({ ...setup, sources: CERTAIN }), 'E_INPUT', {
      reason: 'no-sources',
      expected: 'at least one source',
    });
  });

  it('refuses, before it starts, more than memory holds', () => {
    // Two copies of N · (3 + 2) runs · (5 + 1) numbers of 8 bytes.
    const most = Math.floor(1024 ** 3 / (2 * 5 * 6 * 8));
    expect(createSensitivityAnalysis({ ...setup, samples: most }).blockCount).toBe(
      Math.ceil(most / BLOCK_ROWS),
    );
    const { message } = expectAppError(
      () => createSensitivityAnalysis({ ...setup, samples: most + 1 }),
      'E_INPUT',
      { reason: 'more-than-memory' },
    );
    expect(message).toContain(`${most + 1} samples of 3 inputs and 5 units`);
  });
});

describe('weights, values and gaps', () => {
  // Three pairs far apart in h; within each pair, one source decides who is ahead, and no other has a say.
  const request = makeRequest(
    makeFramework([{ code: 'h', weight: 8 }, { code: 'x' }, { code: 'y' }]),
    {
      x: [90, 1, 0],
      y: [90, 0, 1 / 3],
      value: [59, 0, 0],
      fixed: [60, 0, 0],
      gap: [30, null, 0],
      known: [30, 0.25, 0],
    },
    { normalisation: AS_IS, missing: 'zero' },
  );
  const cells = [{ unit: 'value' as UnitCode, indicator: 'h' as NodeCode, low: 58, high: 61 }];
  const byConfidence = { high: 0, medium: 0, low: 0 };
  const setup: SensitivitySetup = {
    request,
    ranges: valueRanges(request, { byConfidence, cells }, () => null),
    sources: { ...CERTAIN, weights: { rule: 'simplex' }, locked: ['h' as NodeCode], gaps: true },
    samples: 500,
    seed: 3,
  };

  it('explain the ranks that they alone decide, and no others', () => {
    const { inputs, units, meanRankChange } = runAllBlocks(createSensitivityAnalysis(setup));
    expect(inputs).toEqual(['weights', 'values', 'gaps']);
    // Chances to be ahead: x weighs more than a quarter of both; above 60 of 58 to 61; above ¼ of 0 to 1.
    const ahead = [3 / 4, 1 / 4, 1 / 3, 2 / 3, 3 / 4, 1 / 4];
    units.forEach(({ unit, indices }, at) => {
      const own = Math.floor(at / 2);
      expect(indices.mean, unit).toBeCloseTo(2 * own + 2 - ahead[at]!, 1);
      for (let input = 0; input < 3; input++) {
        const share = input === own ? 1 : 0;
        // A standard error of about 0.06 with 500 rows; without any part in the rank exactly nothing.
        expect(Math.abs(indices.first[input]! - share), unit).toBeLessThan(0.2);
        expect(Math.abs(indices.total[input]! - share), unit).toBeLessThan(
          share === 0 ? 1e-12 : 0.2,
        );
      }
    });
    // Without uncertainty x, fixed and known are ahead. A pair that changes places moves two of six ranks by one.
    expect(meanRankChange.mean).toBeCloseTo((1 / 4 + 1 / 3 + 3 / 4) / 3, 1);
    const own = [3 / 16, 2 / 9, 3 / 16];
    const all = own.reduce((sum, each) => sum + each, 0);
    expect(meanRankChange.variance).toBeCloseTo(all / 9, 2);
    own.forEach((each, input) => {
      expect(meanRankChange.total[input]).toBeCloseTo(each / all, 0.7);
    });
  });

  it('do not matter in which order or with what else their blocks are made', () => {
    const analysis = createSensitivityAnalysis({ ...setup, samples: BLOCK_ROWS + 3 });
    const width = (3 + 2) * (6 + 1);
    const [second, first] = [analysis.runBlock(1), analysis.runBlock(0)];
    expect([first.length, second.length]).toEqual([BLOCK_ROWS * width, 3 * width]);
    const longer = createSensitivityAnalysis({ ...setup, samples: 2 * BLOCK_ROWS });
    expect(longer.runBlock(1).subarray(0, 3 * width)).toEqual(second);
    expect(longer.runBlock(0)).toEqual(first);
  });
});
