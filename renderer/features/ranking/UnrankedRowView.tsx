import { memo, useRef } from 'react';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { CoverageBar } from './CoverageBar.tsx';
import type { UnrankedRow } from './ranking-rows.ts';
import { useGlide } from './row-glide.ts';

interface UnrankedRowProps {
  readonly row: UnrankedRow;
  readonly name: string;
  /** Which indicators it lacks, in words. */
  readonly lacksOf: (row: UnrankedRow) => string;
  readonly spokenOf: (row: UnrankedRow) => string;
  readonly top: number;
  readonly selected: boolean;
  readonly id: string;
}

/** A unit that has too few values for a rank, with what it lacks. */
export const UnrankedRowView = memo(function UnrankedRowView(props: UnrankedRowProps) {
  const { row, name, lacksOf, spokenOf, selected, id } = props;
  const element = useRef<HTMLDivElement>(null);
  useGlide(element, row.unit, props.top, null);
  return (
    <div
      ref={element}
      className="ranking-row ranking-row-unranked"
      role="option"
      aria-selected={selected}
      aria-label={spokenOf(row)}
      id={id}
      data-unit={row.unit}
    >
      <span className="ranking-name">{name}</span>
      <span className="ranking-lacks" data-hint="coverage">
        {lacksOf(row)}
      </span>
      <CoverageBar coverage={row.coverage} />
      <span className="ranking-coverage">{formatPercent(row.coverage)}</span>
    </div>
  );
});
