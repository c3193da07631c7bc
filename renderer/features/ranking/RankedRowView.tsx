import { memo, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatPercent,
  formatRankInterval,
  formatScore,
  formatScoreInterval,
} from '../../../shared/text/numbers.ts';
import { AlignedBars, StackedBar } from './ContributionBar.tsx';
import { CoverageBar } from './CoverageBar.tsx';
import { gainedMark, hasInterval, type RankedRow } from './ranking-rows.ts';
import { useGlide } from './row-glide.ts';
import { RankSpan } from './RankSpan.tsx';
import type { RowLook } from './row-look.ts';
import type { RankInterval } from './use-rank-intervals.ts';
import type { ScoreScale } from './score-scale.ts';

interface RankedRowProps extends RankInterval {
  readonly row: RankedRow;
  readonly name: string;
  /** Of the bars as they are drawn. */
  readonly scale: ScoreScale;
  readonly look: RowLook;
  readonly spokenOf: (row: RankedRow) => string;
  readonly top: number;
  /** Whether it is at its place at once, because it is painted meanwhile. */
  readonly jumps: RefObject<boolean>;
  readonly selected: boolean;
  /** The selected unit is compared with it, or would be if the row that is dragged were dropped here. */
  readonly rival: boolean;
  /** The pointer is on this unit, here or in another panel. */
  readonly hovered: boolean;
  readonly id: string;
}

/** All that is known of one ranked unit, in one line. */
export const RankedRowView = memo(function RankedRowView(props: RankedRowProps) {
  const { row, name, scale, look, spokenOf, id } = props;
  const element = useRef<HTMLDivElement>(null);
  useGlide(element, row.unit, props.top, props.jumps);
  const { best, worst, intervalIsDrawn, intervalIsOld, selected, rival, hovered } = props;
  const Bars = look.aligned ? AlignedBars : StackedBar;
  return (
    <div
      ref={element}
      className="ranking-row"
      role="option"
      aria-selected={selected}
      aria-label={spokenOf(row)}
      id={id}
      data-unit={row.unit}
      data-ranked
      data-rival={rival || undefined}
      data-hovered={hovered || undefined}
    >
      <span className="ranking-rank" data-hint="rank">
        {row.tied ? `${row.rank}=` : row.rank}
      </span>
      <span className="ranking-interval" data-old={intervalIsOld || undefined} data-hint="rank">
        {best === worst ? '' : formatRankInterval(best, worst)}
      </span>
      {look.ranks !== null && (
        <RankSpan
          row={row}
          plausible={intervalIsDrawn ? { best, worst } : null}
          old={intervalIsOld}
          ranks={look.ranks}
        />
      )}
      <Gained places={row.gained} />
      <span className="ranking-name">{name}</span>
      <Bars row={row} scale={scale} look={look} />
      <span className="ranking-score" data-hint="score">
        <strong>{formatScore(row.score)}</strong>
        <span>{hasInterval(row) ? formatScoreInterval(row.low, row.high) : ''}</span>
      </span>
      <CoverageBar coverage={row.coverage} />
      <span className="ranking-coverage">{formatPercent(row.coverage)}</span>
    </div>
  );
});

const Gained = memo(function Gained({ places }: { places: RankedRow['gained'] }) {
  const { t } = useTranslation('ranking');
  if (places === 'new') {
    return (
      <span className="ranking-gained" data-direction="up" title={t('gained.new')}>
        {gainedMark(places, t('gained.newMark'))}
      </span>
    );
  }
  if (places === null || places === 0) return <span className="ranking-gained" />;
  const up = places > 0;
  return (
    <span
      className="ranking-gained"
      data-direction={up ? 'up' : 'down'}
      title={t(up ? 'gained.up' : 'gained.down', { places: Math.abs(places) })}
    >
      {gainedMark(places, '')}
    </span>
  );
});
