import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatPercent,
  formatRankInterval,
  formatScore,
  formatScoreInterval,
} from '../../../shared/text/numbers.ts';
import { ContributionBar } from './ContributionBar.tsx';
import { CoverageBar } from './CoverageBar.tsx';
import { useAtRest } from '../../ui/use-at-rest.ts';
import { hasInterval, type RankedRow } from './ranking-rows.ts';
import type { ScoreScale } from './score-scale.ts';

interface RankedRowProps {
  readonly row: RankedRow;
  /** Plausible interval to show: the row's own, or, during a drag, the committed one, marked as old. */
  readonly best: number;
  readonly worst: number;
  readonly intervalIsOld: boolean;
  readonly name: string;
  readonly scale: ScoreScale;
  readonly spokenOf: (row: RankedRow) => string;
  /** Weights are being dragged: the spoken text follows when the hand rests. */
  readonly moving: boolean;
  readonly top: number;
  readonly selected: boolean;
  readonly id: string;
}

/** All that is known of one ranked unit, in one line. */
export const RankedRowView = memo(function RankedRowView(props: RankedRowProps) {
  const { row, best, worst, intervalIsOld, name, scale, spokenOf, moving, top, selected, id } =
    props;
  const spoken = useAtRest(moving, () => spokenOf(row));
  return (
    <div
      className="ranking-row"
      role="option"
      aria-selected={selected}
      aria-label={spoken}
      id={id}
      data-unit={row.unit}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className="ranking-rank" data-hint="rank">
        {row.tied ? `${row.rank}=` : row.rank}
      </span>
      <span className="ranking-interval" data-old={intervalIsOld || undefined} data-hint="rank">
        {best === worst ? '' : formatRankInterval(best, worst)}
      </span>
      <Gained places={row.gained} />
      <span className="ranking-name">{name}</span>
      <ContributionBar row={row} scale={scale} />
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
        {t('gained.newMark')}
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
      {up ? '▲' : '▼'}
      {Math.abs(places)}
    </span>
  );
});
