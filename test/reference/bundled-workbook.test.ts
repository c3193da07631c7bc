import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BundledData, loadBundledData } from '../../electron/exchange/bundled-data.ts';
import { type Scorer, createScorer } from '../../electron/engine/score.ts';

/** Points of the 100 for which each company has an adopted value, as the data set's own description counts them. */
const COVERED_POINTS = {
  alibaba: 54,
  bytedance: 49,
  tencent: 46,
  baidu: 44,
  iflytek: 34,
  zhipu: 30,
  deepseek: 22,
  huawei: 19,
  moonshot: 17,
  sensetime: 17,
  minimax: 12,
  '01ai': 11,
  baichuan: 9,
  stepfun: 9,
};

describe('the bundled workbook', () => {
  let data: BundledData;
  let scorer: Scorer;
  beforeAll(async () => {
    data = await loadBundledData(fileURLToPath(new URL('../../resources', import.meta.url)));
    scorer = createScorer({
      framework: data.framework,
      units: data.units,
      values: adoptedTable(data),
      method: data.method,
      excludedUnits: new Set(),
      excludedNodes: new Set(),
      plausible: { draws: 2000, seed: 1 },
    });
  });

  it('covers the points that the data set says', () => {
    const { result } = scorer;
    const points = Object.fromEntries(
      result.units.map((unit, at) => [
        unit,
        Math.round((result.coverage[at] as number) * 1e9) / 1e7,
      ]),
    );
    expect(points).toEqual(COVERED_POINTS);
  });

  it('ranks the six companies with 30 points or more, by the points earned of those that can be judged', () => {
    const { result } = scorer;
    const rows = result.units
      .map((unit, at) => ({
        unit,
        rank: result.rank[at] as number,
        score: (result.score[at] as number).toFixed(1),
        low: (result.scoreLow[at] as number).toFixed(0),
        high: (result.scoreHigh[at] as number).toFixed(0),
      }))
      .filter(({ rank }) => rank > 0)
      .toSorted((a, b) => a.rank - b.rank);
    expect(rows).toEqual([
      { unit: 'alibaba', rank: 1, score: '54.0', low: '29', high: '75' },
      { unit: 'iflytek', rank: 2, score: '50.4', low: '17', high: '83' },
      { unit: 'bytedance', rank: 3, score: '45.6', low: '22', high: '73' },
      { unit: 'baidu', rank: 4, score: '37.5', low: '16', high: '72' },
      { unit: 'tencent', rank: 5, score: '31.0', low: '14', high: '68' },
      { unit: 'zhipu', rank: 6, score: '26.1', low: '8', high: '78' },
    ]);
  });

  it('says how uncertain each rank is', () => {
    const { result } = scorer;
    expect(result.plausible?.draws).toBe(2000);
    result.units.forEach((unit, at) => {
      const ranked = (result.rank[at] as number) > 0;
      const low = result.plausible?.low[at] as number;
      const high = result.plausible?.high[at] as number;
      if (!ranked) {
        expect([low, high, result.rankBest[at], result.rankWorst[at]], unit).toEqual([0, 0, 0, 0]);
        return;
      }
      expect(low, unit).toBeGreaterThanOrEqual(result.rankBest[at] as number);
      expect(high, unit).toBeLessThanOrEqual(result.rankWorst[at] as number);
      expect(low, unit).toBeLessThanOrEqual(high);
    });
  });
});

function adoptedTable({ framework, units, observations, adopted }: BundledData): Float64Array {
  const valueOf = new Map(observations.map((observation) => [observation.id, observation.value]));
  const leaves = framework.nodes.filter((node) => node.indicator !== null).map(({ code }) => code);
  const table = new Float64Array(leaves.length * units.length).fill(NaN);
  for (const { unit, indicator, observation } of adopted) {
    const column = units.findIndex(({ code }) => code === unit);
    table[leaves.indexOf(indicator) * units.length + column] = valueOf.get(observation) as number;
  }
  return table;
}
