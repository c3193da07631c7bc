import { memo, useRef } from 'react';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { CoverageBar } from './CoverageBar.tsx';
import { useAtRest } from '../../ui/use-at-rest.ts';
import type { UnrankedRow } from './ranking-rows.ts';
import { useGlide } from './row-glide.ts';

interface UnrankedRowProps {
  readonly row: UnrankedRow;
  readonly name: string;
  /** Which indicators it lacks, in words. */
  readonly lacksOf: (row: UnrankedRow) => string;
  readonly spokenOf: (row: UnrankedRow) => string;
  /** Weights are being dragged: the texts follow when the hand rests. */
  readonly moving: boolean;
  readonly top: number;
  /** False: it is at its place at once, because too many move. */
  readonly mayGlide: boolean;
  readonly selected: boolean;
  readonly id: string;
}

/** A unit that has too few values for a rank, with what it lacks. */
export const UnrankedRowView = memo(function UnrankedRowView(props: UnrankedRowProps) {
  const { row, name, lacksOf, spokenOf, moving, selected, id } = props;
  const element = useRef<HTMLDivElement>(null);
  useGlide(element, row.unit, props.top, props.mayGlide);
  const lacks = useAtRest(
    moving,
    row.unit,
    () => lacksOf(row),
    () => lacksOf(row),
  );
  const spoken = useAtRest(
    moving,
    row.unit,
    () => spokenOf(row),
    () => name,
  );
  return (
    <div
      ref={element}
      className="ranking-row ranking-row-unranked"
      role="option"
      aria-selected={selected}
      aria-label={spoken}
      id={id}
      data-unit={row.unit}
    >
      <span className="ranking-name">{name}</span>
      <span className="ranking-lacks" data-hint="coverage">
        {lacks}
      </span>
      <CoverageBar coverage={row.coverage} />
      <span className="ranking-coverage">{formatPercent(row.coverage)}</span>
    </div>
  );
});
