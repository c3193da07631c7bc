import { memo } from 'react';
import type { CellGrid } from '../../../shared/contract/evidence-operations.ts';
import { histogram } from './histogram.ts';
import { columnValues } from './sheet.ts';

const BINS = 12;
const HEIGHT = 12;

interface HistogramProps {
  readonly grid: CellGrid;
  readonly indicatorPosition: number;
}

/** How the values of a column are spread; its numbers are in the hint of the header. */
export const Histogram = memo(function Histogram({ grid, indicatorPosition }: HistogramProps) {
  const counts = histogram(columnValues(grid, indicatorPosition), BINS);
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, bin) => {
    const height = count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT);
    return `M${bin} ${HEIGHT}v${-height}h0.8v${height}z`;
  });
  return (
    <svg
      className="sheet-histogram"
      viewBox={`0 0 ${BINS} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={bars.join('')} />
    </svg>
  );
});
