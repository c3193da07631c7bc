import { type ComponentProps, memo, useMemo } from 'react';
import type { UnrankedRow } from './ranking-rows.ts';
import { UnrankedRowView } from './UnrankedRowView.tsx';
import { useRowsInTurn } from './use-rows-in-turn.ts';

type RowProps = ComponentProps<typeof UnrankedRowView>;

interface UnrankedRowsProps extends Pick<RowProps, 'lacksOf' | 'spokenOf' | 'moving' | 'mayGlide'> {
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

/** The coverage, and seldom something else. */
const TEXTS_OF_ROW = 1;

/** The units in sight that are not ranked. */
export const UnrankedRows = memo(function UnrankedRows(props: UnrankedRowsProps) {
  const { rows, from, to, lacksOf, spokenOf, moving, mayGlide, top, rowHeight } = props;
  const placed = useMemo(
    () =>
      rows
        .slice(from, to)
        .map((row, at) => ({ slot: row.unit, row, top: top + (from + at) * rowHeight })),
    [rows, from, to, top, rowHeight],
  );
  return useRowsInTurn(placed, moving, TEXTS_OF_ROW).map(({ row, top: rowTop }) => (
    <UnrankedRowView
      key={row.unit}
      id={props.idOf(row.unit)}
      row={row}
      name={props.nameOf(row.unit)}
      lacksOf={lacksOf}
      spokenOf={spokenOf}
      moving={moving}
      mayGlide={mayGlide}
      selected={row.unit === props.selected}
      top={rowTop}
    />
  ));
});
