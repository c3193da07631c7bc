import type { UncertaintyRow } from '../services/uncertainty-output.ts';
import { layOut } from './lay-out.ts';

/** For a terminal: best units first, with the ranks that a unit has in at least 5 % of the draws. */
export function uncertaintyTable(rows: readonly UncertaintyRow[]): string {
  return layOut([
    ['rank', 'uCode', 'uName', 'mean', 'median', '5 %', '95 %', 'share of draws at rank'],
    ...rows
      .toSorted((a, b) => a.nominal - b.nominal)
      .map(({ nominal, uCode, uName, mean, median, q5, q95, shares }) => [
        String(nominal),
        uCode,
        uName,
        ...[mean, median, q5, q95].map((rank) => (rank === null ? '–' : rank.toFixed(1))),
        shares
          .map((share, place) => ({ share, rank: place + 1 }))
          .filter(({ share }) => share >= 0.05)
          .map(({ share, rank }) => `${rank}: ${Math.round(share * 100)} %`)
          .join(', '),
      ]),
  ]);
}
