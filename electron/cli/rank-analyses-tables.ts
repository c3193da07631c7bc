import type {
  MultiverseResult,
  RemoveOneResult,
  TornadoResult,
} from '../../shared/model/one-at-a-time.ts';
import { createNames } from '../../shared/text/names.ts';
import { aggregationInWords, normalisationInWords } from '../../shared/text/method-in-words.ts';
import { combinationRows, removalRows, tornadoRows } from '../services/rank-analyses-output.ts';
import { layOut } from './lay-out.ts';

/* What becomes of the ranks, for a terminal. */

/** The node whose absence moves the ranks most first; ranks of the units that are ranked with it. */
export function removeOneTable(result: RemoveOneResult): string {
  const order = rankedOrder(result);
  return layOut([
    ['mean change', 'without', '', ...order.map((unit) => result.units[unit] ?? '')],
    ['', '(nothing)', '', ...order.map((unit) => rankText(result.nominalRank[unit]))],
    ...removalRows(result)
      .toSorted((a, b) => b.meanRankChange - a.meanRankChange)
      .map(({ node, meanRankChange, units }) => [
        Number.isNaN(meanRankChange) ? '–' : meanRankChange.toFixed(2),
        node,
        '',
        ...order.map((unit) => rankText(units[unit]?.rank)),
      ]),
  ]);
}

/** For each ranked unit the weights that move its score most. */
export function tornadoTable(result: TornadoResult): string {
  const rows = tornadoRows(result);
  return layOut([
    ['rank', 'uCode', 'weight', 'score', 'down', 'up', 'rank down', 'rank up'],
    ...rankedOrder(result).flatMap((unit) => {
      const row = rows[unit];
      if (row === undefined) return [];
      const swing = ({ scoreDown, scoreUp }: (typeof row.weights)[number]) =>
        Math.max(Math.abs(scoreDown - row.score), Math.abs(scoreUp - row.score));
      return row.weights
        .toSorted((a, b) => swing(b) - swing(a))
        .slice(0, WEIGHTS_SHOWN)
        .map(({ node, scoreDown, scoreUp, rankDown, rankUp }, at) => [
          at === 0 ? rankText(row.nominal) : '',
          at === 0 ? row.uCode : '',
          node,
          row.score.toFixed(2),
          scoreDown.toFixed(2),
          scoreUp.toFixed(2),
          rankText(rankDown),
          rankText(rankUp),
        ]);
    }),
  ]);
}

const WEIGHTS_SHOWN = 5;

/** Ranks over all combinations, then what each choice does to the mean rank. */
export function multiverseTable(result: MultiverseResult): string {
  const combinations = combinationRows(result);
  const names = createNames('en', [], []);
  const order = rankedOrder(result);
  const words = {
    normalisation: result.choices.normalisation.map((each) => normalisationInWords(each, names)),
    aggregation: result.choices.aggregation.map((levels) =>
      levels.map((each) => aggregationInWords('en', each)).join(', '),
    ),
    missing: result.choices.missing,
    treatment: result.choices.treatment,
  };
  return [
    layOut([
      ['rank', 'uCode', '', 'best', 'worst', 'mean'],
      ...order.map((unit) => {
        const ranks = combinations.flatMap(({ units }) => units[unit]?.rank ?? []);
        const mean = ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length;
        return [
          rankText(result.nominalRank[unit]),
          result.units[unit] ?? '',
          '',
          rankText(ranks.length === 0 ? null : Math.min(...ranks)),
          rankText(ranks.length === 0 ? null : Math.max(...ranks)),
          ranks.length === 0 ? '–' : mean.toFixed(1),
        ];
      }),
    ]),
    layOut([
      ['', 'change of mean rank under', 'choice', ...order.map((unit) => result.units[unit] ?? '')],
      ...result.effects.map(({ part, choice, meanRankChange }) => [
        '',
        part,
        words[part][choice] ?? '',
        ...order.map((unit) => (meanRankChange[unit] ?? Number.NaN).toFixed(2)),
      ]),
    ]),
    `${combinations.length} combinations\n`,
  ].join('\n');
}

/** Positions of the ranked units, best first. */
function rankedOrder({
  units,
  nominalRank,
}: {
  readonly units: readonly string[];
  readonly nominalRank: Int32Array;
}): number[] {
  return units
    .map((_, unit) => unit)
    .filter((unit) => (nominalRank[unit] ?? 0) > 0)
    .toSorted((a, b) => (nominalRank[a] ?? 0) - (nominalRank[b] ?? 0));
}

function rankText(rank: number | null | undefined): string {
  return rank === null || rank === undefined || rank === 0 ? '–' : String(rank);
}
