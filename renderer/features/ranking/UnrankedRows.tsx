import { type ComponentProps, memo } from 'react';
import type { UnrankedRow } from './ranking-rows.ts';
import { UnrankedRowView } from './UnrankedRowView.tsx';

type RowProps = ComponentProps<typeof UnrankedRowView>;

interface UnrankedRowsProps extends Pick<RowProps, 'lacksOf' | 'spokenOf'> {
  readonly rows: readonly UnrankedRow[];
  /** Half-open range of those in sight. */
  readonly from: number;
  readonly to: number;
  /** Of the first row. */
  readonly top: number;
  readonly rowHeight: number;
  readonly idOf: (unit: UnrankedRow['unit']) => string;
  readonly nameOf: (unit: UnrankedRow['unit']) => string;
  readonly selected: UnrankedRow['unit'] | null;
}

/** The units in sight that are not ranked. */
export const UnrankedRows = memo(function UnrankedRows(props: UnrankedRowsProps) {
  const { rows, from, to, top, rowHeight } = props;
  return rows
    .slice(from, to)
    .map((row, at) => (
      <UnrankedRowView
        key={row.unit}
        id={props.idOf(row.unit)}
        row={row}
        name={props.nameOf(row.unit)}
        lacksOf={props.lacksOf}
        spokenOf={props.spokenOf}
        selected={row.unit === props.selected}
        top={top + (from + at) * rowHeight}
      />
    ));
});
