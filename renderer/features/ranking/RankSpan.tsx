import type { RankedRow } from './ranking-rows.ts';

interface RankSpanProps {
  readonly row: RankedRow;
  /** What 5–95 % of the draws say; null: nothing was drawn. */
  readonly plausible: { readonly best: number; readonly worst: number } | null;
  /** The plausible interval is the committed one of a drag under way. */
  readonly old: boolean;
  /** Number of ranks on the axis. */
  readonly ranks: number;
}

/** The rank on an axis from the first to the last: certain bounds thin, plausible ones thick, a mark at the rank. */
export function RankSpan({ row, plausible, old, ranks }: RankSpanProps) {
  const layers = [
    mark(row.rank, ranks),
    plausible === null
      ? 'none'
      : line(
          plausible.best,
          plausible.worst,
          ranks,
          old ? 'var(--accent-soft)' : 'var(--rank-plausible)',
        ),
    line(row.best, row.worst, ranks, 'var(--text-faint)'),
  ];
  return (
    <span className="rank-span" data-hint="rank">
      <span style={{ backgroundImage: layers.join(', ') }} />
    </span>
  );
}

const percent = (share: number) => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;

/** Three pixels in the middle of the rank's field on the axis. */
function mark(rank: number, ranks: number): string {
  const middle = percent((rank - 0.5) / ranks);
  return `linear-gradient(to right, transparent 0 calc(${middle} - 1.5px), var(--text) calc(${middle} - 1.5px) calc(${middle} + 1.5px), transparent 0)`;
}

/** From the left edge of the one rank's field on the axis to the right edge of the other's. */
function line(best: number, worst: number, ranks: number, colour: string): string {
  const [from, to] = [percent((best - 1) / ranks), percent(worst / ranks)];
  return `linear-gradient(to right, transparent 0 ${from}, ${colour} ${from} ${to}, transparent 0)`;
}
