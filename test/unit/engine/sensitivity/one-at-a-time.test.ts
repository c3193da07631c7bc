import { describe, expect, it } from 'vitest';
import type { NodeCode } from '../../../../shared/model/ids.ts';
import { NO_METHOD_CHOICES } from '../../../../shared/model/uncertainty.ts';
import { runAllBlocks } from '../../../../electron/engine/block-analysis.ts';
import { createScorer, score } from '../../../../electron/engine/score.ts';
import { createMultiverse } from '../../../../electron/engine/sensitivity/multiverse.ts';
import { createRemoveOne } from '../../../../electron/engine/sensitivity/remove-one.ts';
import { createTornado } from '../../../../electron/engine/sensitivity/tornado.ts';
import { AS_IS, makeFramework, makeRequest } from '../make-request.ts';

const framework = makeFramework([
  {
    code: 'only',
    children: [
      { code: 'g', weight: 2, children: [{ code: 'a' }, { code: 'b' }] },
      { code: 'c', weight: 1 },
    ],
  },
]);
const request = makeRequest(
  framework,
  { u: [9, 3, 1], v: [5, 5, 5], w: [0, 2, 9] },
  { normalisation: AS_IS },
);
const row = <Values extends Int32Array | Float64Array>(values: Values, at: number) =>
  Array.from(values.subarray(at * 3, at * 3 + 3));

describe('remove-one', () => {
  it('ranks without each node that something is left without', () => {
    const { nodes, nominalRank, rank, meanRankChange } = runAllBlocks(createRemoveOne(request));
    // Scores: u (2·6 + 1)/3, v 5, w (2·1 + 9)/3.
    expect(Array.from(nominalRank)).toEqual([2, 1, 3]);
    expect(nodes).toEqual(['g', 'a', 'b', 'c']);
    expect(row(rank, 0)).toEqual([3, 2, 1]);
    expect(row(rank, 1)).toEqual([3, 1, 2]);
    expect(row(rank, 3)).toEqual([1, 2, 3]);
    expect(Array.from(meanRankChange)).toEqual([4 / 3, 2 / 3, 2 / 3, 2 / 3]);
  });
});

describe('a tornado', () => {
  it('moves one weight at a time and nothing else', () => {
    const { nodes, scoreDown, scoreUp, rankUp, nominalScore } = runAllBlocks(
      createTornado(request, 0.5),
    );
    expect(nodes).toEqual(['g', 'a', 'b', 'c']);
    expect(row(scoreDown, 0)).toEqual([(6 + 1) / 2, 5, (1 + 9) / 2]);
    expect(row(scoreUp, 0)[0]).toBeCloseTo((3 * 6 + 1) / 4, 12);
    expect(nominalScore[0]).toBeCloseTo(13 / 3, 12);
    const scorer = createScorer(request);
    nodes.forEach((node: NodeCode, at) => {
      const weight = framework.nodes.find(({ code }) => code === node)!.weight;
      const expected = scorer.reweigh(new Map([[node, weight * 1.5]]));
      expect(row(scoreUp, at)).toEqual(Array.from(expected.score));
      expect(row(rankUp, at)).toEqual(Array.from(expected.rank));
    });
  });
});

describe('a tornado of weights that cannot move', () => {
  it('leaves out who weighs nothing, or all; ranks go both ways', () => {
    const still = makeFramework([
      { code: 'a', weight: 3 },
      { code: 'b', weight: 2 },
      { code: 'none', weight: 0 },
      { code: 'g', weight: 0, children: [{ code: 'all' }, { code: 'nothing', weight: 0 }] },
    ]);
    const { nodes, nominalRank, rankDown, rankUp } = runAllBlocks(
      createTornado(
        makeRequest(
          still,
          { u: [6, 1, 0, 0, 0], v: [1, 8, 0, 0, 0], w: [3, 3, 9, 9, 9] },
          { normalisation: AS_IS },
        ),
        0.5,
      ),
    );
    expect(nodes).toEqual(['a', 'b']);
    // 5 · scores: u 20, v 19, w 15; with 1.5 : 2 these are 11, 17.5, 10.5, with 4.5 : 2 29, 20.5, 19.5 …
    expect(Array.from(nominalRank)).toEqual([1, 2, 3]);
    expect([row(rankDown, 0), row(rankUp, 0)]).toEqual([
      [2, 1, 3],
      [1, 2, 3],
    ]);
    // … with 3 : 1 they are 19, 11, 12, with 3 : 3 21, 27, 18.
    expect([row(rankDown, 1), row(rankUp, 1)]).toEqual([
      [1, 3, 2],
      [2, 1, 3],
    ]);
  });
});

describe('the multiverse', () => {
  it('ranks under every combination and gives the main effect of each choice', () => {
    const choices = {
      ...NO_METHOD_CHOICES,
      normalisation: [AS_IS, { rule: 'rank', ties: 'min' } as const],
      aggregation: [
        [{ rule: 'arithmetic' } as const],
        [{ rule: 'min' } as const],
        [{ rule: 'max' } as const],
      ],
      missing: ['zero' as const],
    };
    const { rank, effects, units } = runAllBlocks(createMultiverse(request, choices));
    expect(rank).toHaveLength(6 * 3);
    const third = {
      ...request.method,
      aggregation: [{ rule: 'max' as const }],
      missing: 'zero' as const,
    };
    expect(row(rank, 2)).toEqual(Array.from(score({ ...request, method: third }).rank));
    expect(effects.map(({ part, choice }) => [part, choice])).toEqual([
      ['normalisation', 0],
      ['normalisation', 1],
      ['aggregation', 0],
      ['aggregation', 1],
      ['aggregation', 2],
    ]);
    units.forEach((_, unit) => {
      const all = [0, 1, 2, 3, 4, 5].map((at) => rank[at * 3 + unit]!);
      const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
      expect(effects[0]?.meanRankChange[unit]).toBeCloseTo(mean(all.slice(0, 3)) - mean(all), 12);
      expect(effects[3]?.meanRankChange[unit]).toBeCloseTo(
        mean([all[1]!, all[4]!]) - mean(all),
        12,
      );
    });
  });
});
