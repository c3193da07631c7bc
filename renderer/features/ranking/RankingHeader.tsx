import { useTranslation } from 'react-i18next';
import { useNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { Swatch } from '../../ui/Swatch.tsx';
import type { RankingSort, SortKey } from './sort-rows.ts';

interface RankingHeaderProps {
  readonly sort: RankingSort;
  readonly onSort: (sort: RankingSort) => void;
}

/** Names the columns and the colours, and orders the rows. */
export function RankingHeader({ sort, onSort }: RankingHeaderProps) {
  const { t } = useTranslation('ranking');
  const index = useWorkbook((state) => state.index);
  const nameOf = useNames();
  const column = { sort, onSort };
  return (
    <div className="ranking-header">
      <Column {...column} sortKey="rank" className="ranking-rank" label={t('column.rank')} />
      <span className="ranking-interval">{t('column.interval')}</span>
      <Column {...column} sortKey="gained" className="ranking-gained" label={t('column.gained')} />
      <Column {...column} sortKey="name" className="ranking-name" label={t('column.name')} />
      <span className="ranking-legend">
        {index?.dimensions.map(({ code, name }, dimension) => (
          <Column key={code} {...column} sortKey={dimension} label={nameOf(name)}>
            <Swatch dimension={dimension} />
          </Column>
        ))}
      </span>
      <Column {...column} sortKey="rank" className="ranking-score" label={t('column.score')} />
      <Column
        {...column}
        sortKey="coverage"
        className="ranking-coverage-head"
        label={t('column.coverage')}
      />
    </div>
  );
}

interface ColumnProps extends RankingHeaderProps {
  readonly sortKey: SortKey;
  readonly label: string;
  readonly className?: string;
  readonly children?: React.ReactNode;
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
