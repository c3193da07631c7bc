import { type ComponentProps, memo } from 'react';
import { RankedRowView } from './RankedRowView.tsx';
import type { SlottedRow } from './row-slots.ts';
import type { RankedRow } from './ranking-rows.ts';
import type { RankInterval } from './use-rank-intervals.ts';

type RowProps = ComponentProps<typeof RankedRowView>;

interface RankedRowsProps extends Pick<RowProps, 'scale' | 'look' | 'spokenOf' | 'jumps'> {
  readonly rows: readonly SlottedRow[];
  readonly rowHeight: number;
  readonly idOf: (unit: RankedRow['unit']) => string;
  readonly nameOf: (unit: RankedRow['unit']) => string;
  readonly intervalOf: (row: RankedRow) => RankInterval;
  readonly selected: RankedRow['unit'] | null;
  readonly rival: RankedRow['unit'] | null;
  readonly hovered: RankedRow['unit'] | null;
}

/** The ranked units in sight. */
export const RankedRows = memo(function RankedRows(props: RankedRowsProps) {
  const { rows, scale, look, spokenOf, jumps, rowHeight } = props;
  return rows.map(({ row, place, slot }) => (
    <RankedRowView
      key={slot}
      id={props.idOf(row.unit)}
      row={row}
      {...props.intervalOf(row)}
      name={props.nameOf(row.unit)}
      scale={scale}
      look={look}
      spokenOf={spokenOf}
      jumps={jumps}
      selected={row.unit === props.selected}
      rival={row.unit === props.rival}
      hovered={row.unit === props.hovered}
      top={place * rowHeight}
    />
  ));
});
