import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnosis } from '../../../shared/model/diagnosis.ts';
import { Chart } from '../../charts/Chart.tsx';
import { useChartColours } from '../../charts/colours.ts';
import type { ChartOption } from '../../charts/drawing.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { selectUnit, useSelection } from '../../stores/selection-store.ts';
import { shortNumber } from '../grid/short-number.ts';

interface PairScatterProps {
  readonly diagnosis: Diagnosis;
  /** Positions of two indicators. */
  readonly one: number;
  readonly other: number;
}

/** The units that have values on both of two indicators, as points. */
export function PairScatter({ diagnosis, one, other }: PairScatterProps) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  const colours = useChartColours();
  const selected = useSelection((state) => state.unit);
  const points = useMemo(() => {
    const { units, values } = diagnosis;
    return units
      .map(({ unit }, at) => ({
        unit,
        x: values[one * units.length + at] ?? NaN,
        y: values[other * units.length + at] ?? NaN,
      }))
      .filter(({ x, y }) => !Number.isNaN(x) && !Number.isNaN(y));
  }, [diagnosis, one, other]);
  const [across, up] = [one, other].map((at) => names.node(diagnosis.indicators[at]!.node)) as [
    string,
    string,
  ];
  const option = useMemo((): ChartOption => {
    const axis = {
      type: 'value' as const,
      scale: true,
      nameLocation: 'middle' as const,
      axisLabel: { formatter: (value: number) => shortNumber(value) },
    };
    return {
      grid: { left: 72, right: 24, top: 12, bottom: 48 },
      tooltip: {
        formatter: (point) => {
          const found = Array.isArray(point) ? undefined : points[point.dataIndex];
          return found === undefined
            ? ''
            : [names.unit(found.unit), shortNumber(found.x), shortNumber(found.y)].join('\n');
        },
      },
      xAxis: { ...axis, name: across, nameGap: 28 },
      yAxis: { ...axis, name: up, nameGap: 52 },
      series: [
        {
          type: 'scatter',
          symbolSize: 9,
          data: points.map(({ unit, x, y }) => ({
            value: [x, y],
            itemStyle: { color: unit === selected ? colours.accent : colours.muted },
          })),
        },
      ],
    };
  }, [points, across, up, names, selected, colours]);
  return (
    <Chart
      title={t('correlation.scatter', { one: across, other: up })}
      summary={t('correlation.scatterSummary', { count: points.length, one: across, other: up })}
      option={option}
      height={240}
      table={{
        columns: [t('availability.column.unit'), across, up],
        rows: points.map(({ unit, x, y }) => [names.unit(unit), x, y]),
      }}
      onSelect={({ dataIndex }) => selectUnit(points[dataIndex]?.unit ?? null)}
    />
  );
}
