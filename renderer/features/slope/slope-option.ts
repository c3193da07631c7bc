import type { CustomSeriesOption } from 'echarts/charts';
import type { UnitCode } from '../../../shared/model/ids.ts';
import type { ChartColours } from '../../charts/colours.ts';
import type { ChartOption } from '../../charts/drawing.ts';
import { labelHeights, layOutSlope, type SlopeLayout, type SlopeScale } from './slope-layout.ts';
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
/** From the ends of the lines to their labels. */
const LABEL_OFFSET = 10;
const DIGIT_WIDTH = 7;
/** Between the column of values and the names. */
const VALUE_GAP = 6;

/** Lines between the ranks (or scores) of the units on two sides. */
export function slopeOption(picture: SlopePicture): ChartOption {
  const layouts = new Map<number, LabelledLayout>();
  const layoutOf = (height: number) => {
    const known = layouts.get(height);
    if (known !== undefined) return known;
    const layout = labelledLayout(picture, height);
    layouts.set(height, layout);
    return layout;
  };
  const valueWidth = widestValue(picture) * DIGIT_WIDTH + VALUE_GAP;
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
          drawnLine(picture, layoutOf(api.getHeight()), dataIndex, api.getWidth(), valueWidth),
      },
    ],
  };
}

interface LabelledLayout extends SlopeLayout {
  /** Of each line the heights of its two labels; null where there is no room for one. */
  readonly labels: {
    readonly before: readonly (number | null)[];
    readonly after: readonly (number | null)[];
  };
}

function labelledLayout(picture: SlopePicture, height: number): LabelledLayout {
  const [top, bottom] = [TOP, height - BOTTOM];
  const layout = layOutSlope(picture.lines, picture.scale, top, bottom);
  const marked = picture.lines.flatMap((line, at) => (isMarked(line, picture) ? [at] : []));
  return {
    ...layout,
    labels: {
      before: labelHeights(layout.before, marked, top, bottom),
      after: labelHeights(layout.after, marked, top, bottom),
    },
  };
}

/** Selected, or under the pointer. */
function isMarked({ unit }: SlopeLine, { selected, hovered }: SlopePicture): boolean {
  return unit === selected || unit === hovered;
}

/** Characters of the longest rank or score. */
function widestValue({ lines, valueOf }: SlopePicture): number {
  return lines.reduce(
    (most, { before, after }) => Math.max(most, valueOf(before).length, valueOf(after).length),
    1,
  );
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

function drawnLine(
  picture: SlopePicture,
  layout: LabelledLayout,
  at: number,
  width: number,
  valueWidth: number,
): Drawn {
  const line = picture.lines[at];
  const [before, after] = [layout.before[at], layout.after[at]];
  if (line === undefined || before === undefined || after === undefined) return null;
  const { colours, selected, hovered } = picture;
  const { left, right } = sidesOf(width);
  const marked = isMarked(line, picture);
  // Lines that stand closer than they are thick would run into one black field.
  const crowding = Math.min(1, Math.max(0.05, layout.gap / 6));
  const isDimmed = !marked && (selected !== null || hovered !== null);
  const opacity = marked ? 1 : crowding * (isDimmed ? 0.4 : 1);
  const colour = colourOf(line.move, colours);
  const [labelBefore, labelAfter] = [layout.labels.before[at], layout.labels.after[at]];
  const shape = { x1: left, y1: before.y, x2: right, y2: after.y };
  const text = (x: number, y: number, align: 'left' | 'right', words: string, room: number) => ({
    type: 'text' as const,
    style: {
      text: words,
      x,
      y,
      // Dimmed by colour, not by opacity: it stays readable.
      fill: isDimmed ? colours.muted : colours.text,
      fontSize: 12,
      fontWeight: marked ? (600 as const) : (400 as const),
      fontFamily: colours.fontFamily,
      textAlign: align,
      textVerticalAlign: 'middle' as const,
      width: room,
      overflow: 'truncate' as const,
      ellipsis: '…',
    },
  });
  const room = left - LABEL_OFFSET - valueWidth - 4;
  const name = picture.nameOf(line.unit);
  const dot = (x: number, y: number) => ({
    type: 'circle' as const,
    shape: { cx: x, cy: y, r: marked ? 4 : 1 + 2 * crowding },
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
          lineWidth: marked ? 3 : 1.5 * Math.max(0.5, crowding),
          lineDash: line.move === 'in' || line.move === 'out' ? [4, 3] : 'solid',
        },
      },
      dot(left, before.y),
      dot(right, after.y),
      // The value has a column of its own, so that a long name never pushes it out.
      ...(typeof labelBefore === 'number'
        ? [
            text(
              left - LABEL_OFFSET,
              labelBefore,
              'right',
              picture.valueOf(line.before),
              valueWidth,
            ),
            text(left - LABEL_OFFSET - valueWidth, labelBefore, 'right', name, room),
          ]
        : []),
      ...(typeof labelAfter === 'number'
        ? [
            text(right + LABEL_OFFSET, labelAfter, 'left', picture.valueOf(line.after), valueWidth),
            text(
              right + LABEL_OFFSET + valueWidth,
              labelAfter,
              'left',
              `${name}  ${picture.markOf(line)}`,
              room,
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
