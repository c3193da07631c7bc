import type { ChartColours } from '../../../charts/colours.ts';
import type { ChartOption } from '../../../charts/drawing.ts';
import type { TornadoMeasure, UnitTornado } from './tornado-rows.ts';

interface TornadoWords {
  readonly nodes: readonly string[];
  readonly down: string;
  readonly up: string;
  readonly axis: string;
  readonly number: (value: number) => string;
  readonly hint: (at: number) => string;
}

const BAND = 22;

export function tornadoHeight(rows: number): number {
  return 72 + rows * BAND;
}

/** Bars from where the unit stands now to where a smaller and a larger weight would bring it. */
export function tornadoOption(
  { nominalScore, nominalRank, rows }: UnitTornado,
  measure: TornadoMeasure,
  words: TornadoWords,
  colours: ChartColours,
): ChartOption {
  const nominal = measure === 'score' ? nominalScore : nominalRank;
  // From or to a place outside the ranking there is no number of ranks.
  const changeOf = (value: number) =>
    measure === 'rank' && (value === 0 || nominal === 0) ? null : value - nominal;
  const series = [
    {
      name: words.down,
      colour: colours.accentSoft,
      data: rows.map((row) => changeOf(measure === 'score' ? row.scoreDown : row.rankDown)),
    },
    {
      name: words.up,
      colour: colours.accent,
      data: rows.map((row) => changeOf(measure === 'score' ? row.scoreUp : row.rankUp)),
    },
  ];
  return {
    legend: { top: 0, left: 0 },
    grid: { left: 132, right: 16, top: 28, bottom: 36 },
    tooltip: {
      trigger: 'item',
      formatter: (item) => words.hint((Array.isArray(item) ? item[0]! : item).dataIndex),
    },
    xAxis: {
      type: 'value',
      name: words.axis,
      nameLocation: 'middle',
      nameGap: 22,
      // A better rank is a smaller number; better stands on the right under either measure.
      inverse: measure === 'rank',
      ...(measure === 'rank' ? { minInterval: 1 } : {}),
      axisLabel: { formatter: (change: number) => words.number(nominal + change) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...words.nodes],
      axisLabel: {
        color: colours.text,
        width: 120,
        overflow: 'truncate',
        ellipsis: '…',
        interval: 0,
      },
      axisLine: { onZero: true, lineStyle: { color: colours.text } },
    },
    series: series.map(({ name, colour, data }) => ({
      type: 'bar',
      name,
      data,
      barGap: '-100%',
      barWidth: 12,
      itemStyle: { color: colour, borderColor: colours.accent, borderWidth: 0.5 },
    })),
  };
}
