import { describe, expect, it } from 'vitest';
import type { NodeCode } from '../../shared/model/ids.ts';
import { replayWeights } from '../../electron/engine/uncertainty/replay-weights.ts';
import { asemFullExample, referenceTable } from './asem.ts';
import { expectColumn } from './compare.ts';
import { readReferenceCsv, referenceIsThere, referenceNumber } from './reference-files.ts';

/** 500 draws of weight noise on the two levels above the indicators, with the scores and ranks another implementation gives. */
describe.skipIf(!referenceIsThere)('replaying 500 draws of weights', () => {
  const replay = () => {
    const request = asemFullExample();
    const draws = readReferenceCsv('sensitivity/ua_weights_N500_draws.csv').map(
      ({ rep: _rep, ...weights }) =>
        new Map(
          Object.entries(weights).map(([code, text]) => [code as NodeCode, referenceNumber(text)]),
        ),
    );
    return { units: request.units, draws, ...replayWeights(request, draws) };
  };

  it('gives the same scores and ranks, draw by draw', () => {
    const { units, draws, scores, ranks } = replay();
    expect(draws).toHaveLength(500);
    const ofUnit = (values: Float64Array | Int32Array, unit: number) =>
      draws.map((_, draw) => values[draw * units.length + unit] as number);
    for (const [file, values] of [
      ['ua_weights_N500_scores.csv', scores],
      ['ua_weights_N500_ranks.csv', ranks],
    ] as const) {
      const table = referenceTable(`sensitivity/${file}`);
      units.forEach(({ code }, unit) => {
        const row = table.get(code);
        const expected = draws.map((_, draw) => referenceNumber(row?.[`r_${draw + 1}`] as string));
        expectColumn(ofUnit(values, unit), expected, `${file} ${code}`);
      });
    }
  });

  it('gives the same mean, median, 5 % and 95 % ranks', () => {
    const { units, summary } = replay();
    const table = referenceTable('sensitivity/ua_weights_N500_rankstats.csv');
    for (const [column, values] of [
      ['Mean', summary.meanRank],
      ['Median', summary.medianRank],
      ['Q5', summary.rank5],
      ['Q95', summary.rank95],
    ] as const) {
      const expected = units.map(({ code }) =>
        referenceNumber(table.get(code)?.[column] as string),
      );
      expectColumn(values, expected, column);
    }
  });
});
