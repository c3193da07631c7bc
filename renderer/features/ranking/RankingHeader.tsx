import { CaretDown } from '@blueprintjs/icons';
import { type CSSProperties, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPoints } from '../../../shared/text/numbers.ts';
import { type BreakdownPart, pointsOfParts } from './breakdown.ts';
import { openNode } from './ranking-memory.ts';
import type { RowLook } from './row-look.ts';
import type { RankingSort, SortKey } from './sort-rows.ts';
import type { Ranking } from './use-ranking.ts';
import { usePartNames } from './use-part-names.ts';

interface SortProps {
  readonly sort: RankingSort;
  readonly onSort: (sort: RankingSort) => void;
}

interface RankingHeaderProps extends SortProps {
  readonly ranking: Ranking;
  readonly look: RowLook;
}

/** Names the columns and the colours, and orders the rows. */
export const RankingHeader = memo(function RankingHeader({
  ranking,
  look,
  sort,
  onSort,
}: RankingHeaderProps) {
  const { t } = useTranslation('ranking');
  const column = { sort, onSort };
  return (
    <div className="ranking-header">
      <Column {...column} sortKey="rank" className="ranking-rank" label={t('column.rank')} />
      <span className="ranking-interval">{t('column.interval')}</span>
      {look.ranks !== null && <RankAxis ranks={look.ranks} />}
      <Column {...column} sortKey="gained" className="ranking-gained" label={t('column.gained')} />
      <Column {...column} sortKey="name" className="ranking-name" label={t('column.name')} />
      {look.aligned ? (
        <AlignedColumns {...column} ranking={ranking} />
      ) : (
        <Legend {...column} ranking={ranking} />
      )}
      <Column {...column} sortKey="rank" className="ranking-score" label={t('column.score')} />
      <Column
        {...column}
        sortKey="coverage"
        className="ranking-coverage-head"
        label={t('column.coverage')}
      />
    </div>
  );
});

function RankAxis({ ranks }: { ranks: number }) {
  const { t } = useTranslation('ranking');
  return (
    <span className="rank-axis" title={t('axis', { ranks })}>
      <span>1</span>
      {ranks > 1 && <span>{ranks}</span>}
    </span>
  );
}

function Legend({ ranking, ...column }: SortProps & { ranking: Ranking }) {
  const { t } = useTranslation('ranking');
  const names = usePartNames(ranking.breakdown);
  return (
    <span className="ranking-legend">
      {ranking.breakdown.parts.map((part, at) => (
        <Column key={keyOf(part)} {...column} sortKey={at} label={names[at] ?? ''}>
          <PartSwatch part={part} />
        </Column>
      ))}
      <span className="ranking-legend-bracket" title={t('bracketMeaning')}>
        {t('bracket')}
      </span>
    </span>
  );
}

/** One head a column of the aligned bars: the name, its points, and a way to its children. */
function AlignedColumns({ ranking, ...column }: SortProps & { ranking: Ranking }) {
  const { t } = useTranslation('ranking');
  const { breakdown, result } = ranking;
  const names = usePartNames(breakdown);
  const points = pointsOfParts(breakdown, result);
  return (
    <span
      className="ranking-part-columns"
      style={{ '--parts': breakdown.parts.length } as CSSProperties}
    >
      {breakdown.parts.map((part, at) => {
        const { node } = part;
        return (
          <span key={keyOf(part)} className="ranking-part-column">
            <Column {...column} sortKey={at} label={names[at] ?? ''} />
            <span className="ranking-part-points">
              <PartSwatch part={part} />
              <span title={t('points', { points: pointsText(points[at]) })}>
                {pointsText(points[at])}
              </span>
              {part.opens && node !== null && (
                <button
                  type="button"
                  className="ranking-open"
                  aria-label={t('openPart', { part: names[at] ?? '' })}
                  title={t('openPart', { part: names[at] ?? '' })}
                  onClick={() => openNode(node.code)}
                >
                  <CaretDown size={14} />
                </button>
              )}
            </span>
          </span>
        );
      })}
    </span>
  );
}

function pointsText(points = 0): string {
  return formatPoints(Number(points.toFixed(2)));
}

function keyOf({ node }: BreakdownPart): string {
  return node?.code ?? 'rest';
}

function PartSwatch({ part }: { part: BreakdownPart }) {
  return (
    <span
      className="swatch"
      aria-hidden="true"
      style={{ '--swatch': part.colour } as CSSProperties}
    />
  );
}

interface ColumnProps extends SortProps {
  readonly sortKey: SortKey;
  readonly label: string;
  readonly className?: string;
  readonly children?: ReactNode;
}

function Column({ sort, onSort, sortKey, label, className = '', children }: ColumnProps) {
  const { t } = useTranslation('ranking');
  const active = sort.key === sortKey;
  // Ranks and names are first wanted from the top; everything else from the most.
  const descendingFirst = sortKey !== 'rank' && sortKey !== 'name';
  const order =
    active && sort.key !== 'rank'
      ? t(sort.descending ? 'sorted.descending' : 'sorted.ascending')
      : '';
  return (
    <button
      type="button"
      className={`ranking-column ${className}`}
      aria-pressed={active}
      title={t('sortBy', { column: label })}
      onClick={() =>
        onSort({ key: sortKey, descending: active ? !sort.descending : descendingFirst })
      }
    >
      {children}
      <span className="ranking-column-label">{label}</span>
      {order !== '' && (
        <>
          <span aria-hidden="true">{sort.descending ? '↓' : '↑'}</span>
          <span className="visually-hidden">{order}</span>
        </>
      )}
    </button>
  );
}
