import type { ChartColours } from '../../../charts/colours.ts';
import type { PictureContent } from '../../../charts/PictureMenu.tsx';
import type { CentralWeight } from './central-weights.ts';

interface CentralWords {
  /** Of the nodes, in the order of the weights. */
  readonly nodes: readonly string[];
  readonly declared: string;
  readonly central: string;
  readonly share: (share: number) => string;
}

const BAND = 34;

/** For each node the share that was declared, and below it the share with which the unit wins. */
export function centralWeightsPicture(
  weights: readonly CentralWeight[],
  words: CentralWords,
  colours: ChartColours,
): PictureContent {
  const bars = (name: string, colour: string, shareOf: (weight: CentralWeight) => number) => ({
    type: 'bar' as const,
    name,
    barWidth: 11,
    barGap: '10%',
    itemStyle: { color: colour },
    label: {
      show: true,
      position: 'right' as const,
      color: colours.text,
      fontSize: 11,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const weight = weights[dataIndex];
        return weight === undefined ? '' : words.share(shareOf(weight));
      },
    },
    data: weights.map(shareOf),
  });
  return {
    size: { width: 720, height: 64 + weights.length * BAND },
    option: {
      legend: { top: 0, left: 12 },
      grid: { left: 200, right: 60, top: 30, bottom: 30 },
      xAxis: { type: 'value', min: 0, axisLabel: { formatter: words.share } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: [...words.nodes],
        axisLabel: {
          color: colours.text,
          width: 184,
          overflow: 'truncate',
          ellipsis: '…',
          interval: 0,
        },
      },
      series: [
        bars(words.declared, colours.hatch, ({ declared }) => declared),
        bars(words.central, colours.accent, ({ central }) => central),
      ],
    },
  };
}
