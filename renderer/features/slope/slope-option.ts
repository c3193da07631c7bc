import type { CustomSeriesOption } from 'echarts/charts';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { ChartColours } from '../../charts/colours.ts';
import type { ChartOption } from '../../charts/drawing.ts';
import { layOutSlope, type SlopeLayout, type SlopeScale } from './slope-layout.ts';
import type { Move, SlopeLine, Standing } from './slope-lines.ts';

export interface SlopePicture {
  readonly lines: readonly SlopeLine[];
  readonly scale: SlopeScale;
  /** Above the two sides. */
  readonly headings: { readonly before: string; readonly after: string };
  readonly unrankedHeading: string;
  readonly nameOf: (unit: UnitCode) => string;
  /** Rank or score beside a name. */
  readonly valueOf: (standing: Standing) => string;
  /** A mark of the direction, so that colour is not alone. */
  readonly markOf: (line: SlopeLine) => string;
  readonly selected: UnitCode | null;
  readonly hovered: UnitCode | null;
  readonly colours: ChartColours;
}

const TOP = 40;
const BOTTOM = 16;
const TEXT_HEIGHT = 13;
/** From the ends of the lines to their labels. */
const LABEL_OFFSET = 10;

/** Lines between the ranks (or scores) of the units on two sides. */
export function slopeOption(picture: SlopePicture): ChartOption {
  const layouts = new Map<number, SlopeLayout>();
  const layoutOf = (height: number) => {
    const known = layouts.get(height);
    if (known !== undefined) return known;
    const layout = layOutSlope(picture.lines, picture.scale, TOP, height - BOTTOM);
    layouts.set(height, layout);
    return layout;
  };
  const unit = { type: 'custom', coordinateSystem: 'none', z: 2 } as const;
  return {
    series: [
      {
        ...unit,
        silent: true,
        data: [0],
        renderItem: (_, api) => frame(picture, layoutOf(api.getHeight()), api.getWidth()),
      },
      {
        ...unit,
        data: picture.lines.map((line) => ({ name: line.unit, value: 0 })),
        renderItem: ({ dataIndex }, api) =>
          drawnLine(picture, layoutOf(api.getHeight()), dataIndex, api.getWidth()),
      },
    ],
  };
}

type Drawn = ReturnType<NonNullable<CustomSeriesOption['renderItem']>>;

/** Left and right end of the lines; the labels have the rest. */
function sidesOf(width: number): { left: number; right: number } {
  const margin = Math.min(210, width * 0.36);
  return { left: margin, right: width - margin };
}

function frame(
  { headings, unrankedHeading, colours }: SlopePicture,
  layout: SlopeLayout,
  width: number,
): Drawn {
  const { left, right } = sidesOf(width);
  const heading = (text: string, x: number, y: number, align: 'left' | 'right') => ({
    type: 'text' as const,
    style: {
      text,
      x,
      y,
      fill: colours.muted,
      fontSize: 12,
      fontFamily: colours.fontFamily,
      textAlign: align,
      textVerticalAlign: 'middle' as const,
      width: left - LABEL_OFFSET,
      overflow: 'truncate' as const,
      ellipsis: '…',
    },
  });
  const { before, after } = layout.unranked;
  return {
    type: 'group',
    children: [
      ...[left, right].map((x) => ({
        type: 'line' as const,
        shape: { x1: x, x2: x, y1: TOP - 8, y2: lowest(layout) + 8 },
        style: { stroke: colours.hairline, lineWidth: 1 },
      })),
      heading(headings.before, left - LABEL_OFFSET, 14, 'right'),
      heading(headings.after, right + LABEL_OFFSET, 14, 'left'),
      ...(before === null
        ? []
        : [heading(unrankedHeading, left - LABEL_OFFSET, before - layout.gap, 'right')]),
      ...(after === null
        ? []
        : [heading(unrankedHeading, right + LABEL_OFFSET, after - layout.gap, 'left')]),
    ],
  };
}

function lowest({ before, after }: SlopeLayout): number {
  return Math.max(TOP, ...before.map(({ labelY }) => labelY), ...after.map(({ labelY }) => labelY));
}

function drawnLine(picture: SlopePicture, layout: SlopeLayout, at: number, width: number): Drawn {
  const line = picture.lines[at];
  const [before, after] = [layout.before[at], layout.after[at]];
  if (line === undefined || before === undefined || after === undefined) return null;
  const { colours, selected, hovered } = picture;
  const { left, right } = sidesOf(width);
  const isMarked = line.unit === selected || line.unit === hovered;
  const opacity = isMarked || (selected === null && hovered === null) ? 1 : 0.4;
  const colour = colourOf(line.move, colours);
  const everyLabel = Math.ceil(TEXT_HEIGHT / layout.gap);
  const labelled = isMarked || at % everyLabel === 0;
  const shape = { x1: left, y1: before.y, x2: right, y2: after.y };
  const label = (x: number, y: number, align: 'left' | 'right', text: string) => ({
    type: 'text' as const,
    style: {
      text,
      x,
      y,
      // Dimmed by colour, not by opacity: it stays readable.
      fill: opacity < 1 ? colours.muted : colours.text,
      fontSize: 12,
      fontWeight: isMarked ? (600 as const) : (400 as const),
      fontFamily: colours.fontFamily,
      textAlign: align,
      textVerticalAlign: 'middle' as const,
      width: left - LABEL_OFFSET - 4,
      overflow: 'truncate' as const,
      ellipsis: '…',
    },
  });
  const name = picture.nameOf(line.unit);
  const dot = (x: number, y: number) => ({
    type: 'circle' as const,
    shape: { cx: x, cy: y, r: isMarked ? 4 : 3 },
    style: { fill: colour, opacity },
  });
  return {
    type: 'group',
    children: [
      // Wide and unseen, so that a pointer finds the line without aiming.
      { type: 'line', shape, style: { stroke: colours.panel, opacity: 0, lineWidth: 12 } },
      {
        type: 'line',
        shape,
        style: {
          stroke: colour,
          opacity,
          lineWidth: isMarked ? 3 : 1.5,
          lineDash: line.move === 'in' || line.move === 'out' ? [4, 3] : 'solid',
        },
      },
      dot(left, before.y),
      dot(right, after.y),
      ...(labelled
        ? [
            label(
              left - LABEL_OFFSET,
              before.labelY,
              'right',
              `${name}  ${picture.valueOf(line.before)}`,
            ),
            label(
              right + LABEL_OFFSET,
              after.labelY,
              'left',
              `${picture.valueOf(line.after)}  ${name}  ${picture.markOf(line)}`,
            ),
          ]
        : []),
    ],
  };
}

function colourOf(move: Move, { better, worse, muted }: ChartColours): string {
  if (move === 'up' || move === 'in') return better;
  return move === 'same' ? muted : worse;
}
