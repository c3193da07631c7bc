import { formatScore, formatScoreDifference, MISSING_MARK } from '../../../shared/text/numbers.ts';
import type { MatrixCell, Shown } from './matrix-table.ts';

/** What stands in a cell: its figure, and the change against the reference beside it. */
export function cellText(cell: MatrixCell, shown: Shown): { figure: string; change: string } {
  const { rank, score, gained, scoreChange } = cell;
  const places =
    gained === null || gained === 0 ? '' : `${gained > 0 ? '▲' : '▼'}${Math.abs(gained)}`;
  switch (shown) {
    case 'rank':
      return { figure: rank === 0 ? MISSING_MARK : `${rank}`, change: places };
    case 'score':
      return {
        figure: formatScore(score),
        change:
          scoreChange === 0 || Number.isNaN(scoreChange) ? '' : formatScoreDifference(scoreChange),
      };
    case 'rankChange':
      return {
        figure: gained === null ? MISSING_MARK : gained === 0 ? '0' : places,
        change: '',
      };
    case 'scoreChange':
      return { figure: formatScoreDifference(scoreChange), change: '' };
  }
}
