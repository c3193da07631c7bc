import type { AttainableAnswer } from '../../../../shared/model/weight-analysis.ts';
import type { ChartColours } from '../../../charts/colours.ts';
import type { ChartOption } from '../../../charts/drawing.ts';
import type { PictureContent } from '../../../charts/PictureMenu.tsx';

interface AttainableWords {
  /** Of the units, in the order of the answers. */
  readonly units: readonly string[];
  readonly found: string;
  readonly unproved: string;
  readonly nominal: string;
  readonly axis: string;
}

const BAND = 24;
const BAR = 10;

/** The ranges as on screen: from best to worst, paler where the search excluded nothing, a mark at the rank of now. */
export function attainablePicture(
  answers: readonly AttainableAnswer[],
  nominal: readonly number[],
  words: AttainableWords,
  colours: ChartColours,
): PictureContent {
  // A bar covers its ranks whole: the first one begins half a rank before it.
  const spans = (from: (answer: AttainableAnswer) => number, to: typeof from) =>
    answers.map((answer, at) => [at, from(answer) - 0.5, to(answer) + 0.5]);
  const option: ChartOption = {
    legend: { top: 0, left: 12 },
    grid: { left: 160, right: 24, top: 30, bottom: 44 },
    xAxis: {
      type: 'value',
      name: words.axis,
      nameLocation: 'middle',
      nameGap: 26,
      // Ticks are counted from the beginning of the axis: only from 0 they stand at ranks.
      min: 0,
      max: answers.length + 1,
      interval: Math.max(1, Math.round(answers.length / 10)),
      axisLabel: {
        formatter: (rank: number) => (rank >= 1 && rank <= answers.length ? `${rank}` : ''),
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...words.units],
      axisLabel: {
        color: colours.text,
        width: 144,
        overflow: 'truncate',
        ellipsis: '…',
        interval: 0,
      },
    },
    series: [
      {
        type: 'custom',
        name: words.unproved,
        itemStyle: { color: colours.accentSoft },
        renderItem: span,
        encode: { x: [1, 2], y: 0 },
        data: spans(
          ({ best }) => best.bound,
          ({ worst }) => worst.bound,
        ),
      },
      {
        type: 'custom',
        name: words.found,
        itemStyle: { color: colours.accent },
        renderItem: span,
        encode: { x: [1, 2], y: 0 },
        data: spans(
          ({ best }) => best.rank,
          ({ worst }) => worst.rank,
        ),
      },
      {
        type: 'scatter',
        name: words.nominal,
        symbol: 'rect',
        symbolSize: [3, 16],
        itemStyle: { color: colours.text },
        data: nominal.flatMap((rank, at) => (rank === 0 ? [] : [[rank, at]])),
      },
    ],
  };
  return { option, size: { width: 760, height: 84 + answers.length * BAND } };
}

type RenderItem = NonNullable<
  Extract<
    NonNullable<Extract<ChartOption['series'], readonly unknown[]>>[number],
    { type?: 'custom' }
  >['renderItem']
>;

const span: RenderItem = (_, api) => {
  const [left = 0, middle = 0] = api.coord([api.value(1), api.value(0)]);
  const [right = 0] = api.coord([api.value(2), api.value(0)]);
  return {
    type: 'rect',
    shape: { x: left, y: middle - BAR / 2, width: right - left, height: BAR },
    style: { fill: `${api.visual('color') ?? ''}` },
  };
};
