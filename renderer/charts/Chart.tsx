import { Button, ButtonGroup } from '@blueprintjs/core';
import { Maximize, ThList } from '@blueprintjs/icons';
import type { ECharts } from 'echarts/core';
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyTable } from '../ui/CopyTable.tsx';
import type { DataTable } from '../ui/data-table.ts';
import { notifyError } from '../ui/notify.ts';
import { TableOfNumbers } from '../ui/TableOfNumbers.tsx';
import './charts.css';
import { type ChartColours, useChartColours } from './colours.ts';
import type { ChartOption } from './drawing.ts';
import { PictureMenu } from './PictureMenu.tsx';
import { Dialog } from '../ui/Dialog.tsx';

export interface ChartPoint {
  readonly seriesIndex: number;
  readonly dataIndex: number;
  readonly name: string;
}

interface ChartProps {
  readonly title: string;
  /** What the chart shows, in a sentence or two: its text equivalent. */
  readonly summary: string;
  /** Keep the same object while nothing changes. Colours come from `useChartColours`. */
  readonly option: ChartOption;
  /** The numbers that are drawn. */
  readonly table: DataTable;
  /** In pixels; without it the chart fills its place. */
  readonly height?: number;
  readonly onSelect?: ((point: ChartPoint) => void) | undefined;
  /** The pointer is on a point, or on none. */
  readonly onPoint?: ((point: ChartPoint | null) => void) | undefined;
  /** Controls that belong to this chart, before its own. */
  readonly controls?: ReactNode;
}

/** A chart of ECharts with what every chart offers: full screen, pictures, its numbers as a table and for the clipboard. */
export function Chart(props: ChartProps) {
  const { title, summary, option, table, height, onSelect, onPoint, controls } = props;
  const { t } = useTranslation('charts');
  const [asTable, setAsTable] = useState(false);
  const [large, setLarge] = useState(false);
  const colours = useChartColours();
  const place = useRef<HTMLDivElement>(null);
  const drawing = { option, colours, summary, onSelect, onPoint };

  const picture = () => ({
    option,
    size: {
      width: place.current?.clientWidth || 960,
      height: place.current?.clientHeight || height || 540,
    },
  });

  return (
    <figure className="chart" style={height === undefined ? undefined : { height: height + 32 }}>
      <figcaption className="chart-head">
        <h3>{title}</h3>
        <span className="chart-space" />
        {controls}
        <ButtonGroup>
          <CopyTable table={() => table} />
          <Button
            size="small"
            variant="minimal"
            icon={<ThList size={14} />}
            aria-pressed={asTable}
            active={asTable}
            aria-label={t('asTable')}
            title={t('asTable')}
            onClick={() => setAsTable(!asTable)}
          />
          <PictureMenu title={title} picture={picture} />
          <Button
            size="small"
            variant="minimal"
            icon={<Maximize size={14} />}
            aria-label={t('fullScreen')}
            title={t('fullScreen')}
            onClick={() => setLarge(true)}
          />
        </ButtonGroup>
      </figcaption>
      {asTable ? (
        <TableOfNumbers table={table} caption={title} />
      ) : (
        <Canvas {...drawing} place={place} />
      )}
      <Dialog className="full-screen" isOpen={large} onClose={() => setLarge(false)} title={title}>
        <LargeCanvas {...drawing} />
      </Dialog>
    </figure>
  );
}

interface CanvasProps {
  readonly option: ChartOption;
  readonly colours: ChartColours;
  readonly summary: string;
  readonly onSelect: ChartProps['onSelect'];
  readonly onPoint: ChartProps['onPoint'];
}

function LargeCanvas(props: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  return <Canvas {...props} place={place} />;
}

function Canvas(props: CanvasProps & { place: RefObject<HTMLDivElement | null> }) {
  const { option, colours, summary, onSelect, onPoint, place } = props;
  useDrawing(place, option, colours, onSelect, onPoint);
  return <div className="chart-canvas" ref={place} role="img" aria-label={summary} />;
}

interface Drawn {
  readonly chart: ECharts;
  readonly completed: (option: ChartOption) => ChartOption;
}

function useDrawing(
  place: RefObject<HTMLDivElement | null>,
  option: ChartOption,
  colours: ChartColours,
  onSelect: ChartProps['onSelect'],
  onPoint: ChartProps['onPoint'],
): void {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const selected = useEffectEvent((point: ChartPoint) => onSelect?.(point));
  const pointed = useEffectEvent((point: ChartPoint | null) => onPoint?.(point));
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let left = false;
    let chart: ECharts | null = null;
    const observer = new ResizeObserver(() => chart?.resize());
    import('./drawing.ts').then(({ drawOn, completed }) => {
      if (left) return;
      chart = drawOn(element, colours);
      chart.on('click', ({ seriesIndex = 0, dataIndex, name }) =>
        selected({ seriesIndex, dataIndex, name }),
      );
      chart.on('mouseover', ({ seriesIndex = 0, dataIndex, name }) =>
        pointed({ seriesIndex, dataIndex, name }),
      );
      chart.on('mouseout', () => pointed(null));
      chart.on('globalout', () => pointed(null));
      observer.observe(element);
      setDrawn({ chart, completed });
    }, notifyError);
    return () => {
      left = true;
      observer.disconnect();
      // A large chart is painted over many frames; without this the next of them would look for what is gone.
      chart?.clear();
      chart?.dispose();
      setDrawn(null);
    };
  }, [place, colours]);
  useEffect(() => {
    if (drawn === null || drawn.chart.isDisposed()) return;
    drawn.chart.setOption(drawn.completed(option), { notMerge: true });
  }, [drawn, option]);
}
