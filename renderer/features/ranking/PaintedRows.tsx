import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { useChartColours } from '../../charts/colours.ts';
import { useShownScores, useWeightsMove } from '../../stores/score-store.ts';
import type { Viewport } from '../../ui/use-viewport.ts';
import type { RankedRow } from './ranking-rows.ts';
import type { RowLook } from './row-look.ts';
import { measureRow, type RowMeasures } from './row-measures.ts';
import type { PaintedRow, RowMark } from './row-painter.ts';
import type { SlottedRow } from './row-slots.ts';
import { createRowsCanvas, type RowsCanvas } from './rows-canvas.ts';
import type { RankingSort } from './sort-rows.ts';
import type { RankInterval } from './use-rank-intervals.ts';
import { type Ranking, useRanking } from './use-ranking.ts';
import { useShownRows } from './use-shown-rows.ts';

interface PaintedRowsProps {
  /** The list whose rows it lies over. */
  readonly list: RefObject<HTMLElement | null>;
  readonly viewport: Viewport;
  /** The rows in sight that it lies over, and of how many. */
  readonly laidOut: readonly SlottedRow[];
  readonly laidOutCount: number;
  readonly rowHeight: number;
  readonly sort: RankingSort;
  readonly look: RowLook;
  readonly intervalOf: (row: RankedRow) => RankInterval;
  readonly nameOf: (unit: UnitCode) => string;
  readonly compareNames: (a: string, b: string) => number;
  readonly selected: UnitCode | null;
  readonly rival: UnitCode | null;
  readonly hovered: UnitCode | null;
  /** The drag is over, and the rows have arrived at their places. */
  readonly onArrived: () => void;
}

/**
 * The ranked rows during a drag, painted on a canvas over those of the document: to lay out a hundred texts takes longer than
 * a frame, to paint them a tenth of one. The document's rows follow when the hand pauses, for who does not see them.
 */
export function PaintedRows(props: PaintedRowsProps) {
  const ranking = useRanking(useShownScores());
  return ranking === null ? null : <PaintedRanking {...props} ranking={ranking} />;
}

/**
 * In a longer list a drag of a weight moves every row in sight at every step: where each comes from cannot be followed.
 */
const MOST_GLIDING = 60;

function PaintedRanking(props: PaintedRowsProps & { readonly ranking: Ranking }) {
  const { ranking, viewport, rowHeight, look, onArrived } = props;
  const { t } = useTranslation('ranking');
  const element = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<RowsCanvas | null>(null);
  const colours = useChartColours();
  const moving = useWeightsMove();
  const measuresOf = useMeasures(props, colours);
  const { ranked } = useShownRows(ranking, props.sort, props.nameOf, props.compareNames);
  const mayGlide = ranked.length <= MOST_GLIDING;
  // Rows of the document that are ranked no more are covered as well.
  const fullHeight = Math.max(ranked.length, props.laidOutCount) * rowHeight;
  const height = Math.min(viewport.height, fullHeight);
  const top = Math.max(0, Math.min(viewport.top, fullHeight - height));
  const firstPlace = mayGlide ? 0 : Math.floor(top / rowHeight);
  const end = mayGlide ? ranked.length : Math.ceil((top + height) / rowHeight);
  const rows = usePaintedRows(ranked, firstPlace, end, props);

  useLayoutEffect(() => {
    const measures = measuresOf();
    if (element.current === null || measures === null) {
      if (!moving) onArrived();
      return;
    }
    canvas.current ??= createRowsCanvas(
      element.current,
      new Map(props.laidOut.map(({ row, place }) => [row.unit, place * rowHeight])),
    );
    const scale = look.aligned ? ranking.partScale : ranking.scale;
    canvas.current.show({
      rows,
      firstPlace,
      how: { measures, look, scale, newMark: t('gained.newMark') },
      top,
      height,
      colours,
      mayGlide,
      onArrived: moving ? null : onArrived,
    });
  });
  useLayoutEffect(() => () => canvas.current?.end(), []);
  return (
    <div className="painted-rows" style={{ height: fullHeight }}>
      <canvas ref={element} aria-hidden />
    </div>
  );
}

/** Reads what the style sheet says of a row, again when that may have changed. null: no ranked row is laid out. */
function useMeasures({ list, viewport, rowHeight, look }: PaintedRowsProps, colours: object) {
  const known = useRef<{ readonly by: readonly unknown[]; readonly measures: RowMeasures }>(null);
  return () => {
    const by = [viewport.width, rowHeight, look.aligned, look.ranks === null, colours];
    if (known.current?.by.every((part, at) => part === by[at])) return known.current.measures;
    const row = list.current?.querySelector<HTMLElement>('.ranking-row[data-ranked]') ?? null;
    known.current = row === null ? null : { by, measures: measureRow(row) };
    return known.current?.measures ?? null;
  };
}

function usePaintedRows(
  ranked: readonly RankedRow[],
  from: number,
  to: number,
  props: PaintedRowsProps,
): readonly PaintedRow[] {
  const { nameOf, intervalOf, selected, rival, hovered } = props;
  return useMemo(() => {
    const markOf = (unit: UnitCode): RowMark => {
      if (unit === selected) return 'selected';
      if (unit === rival) return 'rival';
      return unit === hovered ? 'hovered' : null;
    };
    return ranked.slice(from, to).map((row) => ({
      row,
      name: nameOf(row.unit),
      interval: intervalOf(row),
      mark: markOf(row.unit),
    }));
  }, [ranked, from, to, nameOf, intervalOf, selected, rival, hovered]);
}
