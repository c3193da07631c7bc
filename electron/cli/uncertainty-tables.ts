import type { Unit } from '../../shared/model/unit.ts';
import type { UncertaintyResult } from '../../shared/model/uncertainty.ts';
import {
  centralWeightsRows,
  uncertaintyRows,
  winningRows,
} from '../services/uncertainty-output.ts';
import { layOut } from './lay-out.ts';

/* Results of a simulation for a terminal: best units first, rounded. */

/** With the ranks that a unit has in at least 5 % of the draws. */
export function uncertaintyTable(result: UncertaintyResult, units: readonly Unit[]): string {
  return layOut([
    ['rank', 'uCode', 'uName', 'mean', 'median', '5 %', '95 %', 'share of draws at rank'],
    ...bestFirst(uncertaintyRows(result, units)).map(
      ({ nominal, uCode, uName, mean, median, q5, q95, shares }) => [
        String(nominal),
        uCode,
        uName,
        ...[mean, median, q5, q95].map((rank) => (rank === null ? '–' : rank.toFixed(1))),
        shares
          .map((share, place) => ({ share, rank: place + 1 }))
          .filter(({ share }) => share >= 0.05)
          .map(({ share, rank }) => `${rank}: ${percent(share)}`)
          .join(', '),
      ],
    ),
  ]);
}

/** How often the unit of a row stands before the unit of a column. */
export function winningTable(result: UncertaintyResult, units: readonly Unit[]): string {
  const rows = bestFirst(winningRows(result, units));
  return layOut([
    ['rank', 'uCode', 'uName', ...rows.map(({ uCode }) => uCode)],
    ...rows.map(({ nominal, uCode, uName, before }) => {
      const shareOf = new Map(before.map((each) => [each.uCode, each.share]));
      return [
        String(nominal),
        uCode,
        uName,
        ...rows.map((other) =>
          other.uCode === uCode ? '–' : percent(shareOf.get(other.uCode) ?? NaN),
        ),
      ];
    }),
  ]);
}

/** One line for each node, one column for each unit that wins a draw. */
export function centralWeightsTable(result: UncertaintyResult, units: readonly Unit[]): string {
  const winners = bestFirst(centralWeightsRows(result, units)).filter(({ first }) => first > 0);
  return layOut([
    ['', 'node', '', ...winners.map(({ uCode }) => uCode)],
    ['', 'draws won', '', ...winners.map(({ first }) => percent(first))],
    ...result.nodes.map((node, at) => [
      '',
      node,
      '',
      ...winners.map(({ weights }) => {
        const share = weights?.[at]?.share;
        return share === undefined ? '–' : share.toFixed(3);
      }),
    ]),
  ]);
}

function bestFirst<Row extends { readonly nominal: number }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => a.nominal - b.nominal);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
