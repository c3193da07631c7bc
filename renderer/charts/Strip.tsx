import { memo } from 'react';
import './strip.css';

interface StripProps {
  /** What it shows, in words. */
  readonly label: string;
  /** NaN is left out. */
  readonly values: ArrayLike<number>;
  /** Position of the value that is marked; −1: none. */
  readonly marked: number;
  /** Positions of values to look at, e.g. outliers. */
  readonly flagged?: ReadonlySet<number>;
  /** In pixels. */
  readonly height?: number;
  /** The ends of the axis; without them those of the values. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Position of the value nearest to where the pointer is or was pressed; −1: it left. */
  readonly onHover?: (position: number) => void;
  readonly onSelect?: (position: number) => void;
}

const WIDTH = 1000;
/** Room at both ends, so that the outermost lines are whole. */
const MARGIN = 12;
/** More lines than this would run into one dark field. */
const MOST_LINES = 150;

/** Whether the strips of so many values have a line for each of them. */
export function hasLines(values: number): boolean {
  return values <= MOST_LINES;
}

/**
 * The values of one column as thin lines on an axis, over a pale histogram; of very many values only the histogram and
 * those that are marked or flagged. Few paths, however many values there are, so that a table can have
 * hundreds of strips.
 */
export const Strip = memo(function Strip(props: StripProps) {
  const { label, values, marked, flagged, height = 20, onHover, onSelect } = props;
  const range = props.range ?? rangeOf(values);
  const places = Array.from(values, (value) => placeOf(value, range));
  const nearest = (event: { clientX: number; currentTarget: Element }) => {
    const box = event.currentTarget.getBoundingClientRect();
    return nearestTo(places, ((event.clientX - box.left) / box.width) * WIDTH);
  };
  const lines = (chosen: (at: number) => boolean) =>
    places
      .map((x, at) =>
        Number.isNaN(x) || !chosen(at) ? '' : `M${x.toFixed(1)} ${height * 0.2}V${height * 0.8}`,
      )
      .join('');
  const isFlagged = (at: number) => flagged?.has(at) ?? false;
  const everyLine = hasLines(values.length);
  const mark = places[marked] ?? NaN;
  return (
    // Pointing is a convenience: what it finds is also in the list of units and in the copied table.
    <div
      className={onSelect === undefined ? 'strip' : 'strip strip-selectable'}
      role="presentation"
      onPointerMove={onHover && ((event) => onHover(nearest(event)))}
      onPointerLeave={onHover && (() => onHover(-1))}
      onClick={
        onSelect &&
        ((event) => {
          const at = nearest(event);
          if (at >= 0) onSelect(at);
        })
      }
    >
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${height}`}
        preserveAspectRatio="none"
        height={height}
      >
        <path
          className={everyLine ? 'strip-bars' : 'strip-bars strip-bars-alone'}
          d={barsOf(places, height)}
        />
        <path className="strip-axis" d={`M0 ${height - 0.5}H${WIDTH}`} />
        {everyLine && <path className="strip-lines" d={lines((at) => !isFlagged(at))} />}
        <path className="strip-lines strip-flagged" d={lines(isFlagged)} />
        {!Number.isNaN(mark) && (
          <path className="strip-mark" d={`M${mark.toFixed(1)} 0V${height}`} />
        )}
      </svg>
    </div>
  );
});

function rangeOf(values: ArrayLike<number>): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const value of Array.from(values)) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** A column whose values are all equal stands in the middle. */
function placeOf(value: number, { low, high }: { low: number; high: number }): number {
  if (Number.isNaN(value)) return NaN;
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return MARGIN + share * (WIDTH - 2 * MARGIN);
}

function nearestTo(places: readonly number[], x: number): number {
  let nearest = -1;
  let least = Infinity;
  places.forEach((place, at) => {
    const distance = Math.abs(place - x);
    if (distance < least) {
      least = distance;
      nearest = at;
    }
  });
  return nearest;
}

const BINS = 16;

function barsOf(places: readonly number[], height: number): string {
  const counts = Array.from({ length: BINS }, () => 0);
  const binWidth = (WIDTH - 2 * MARGIN) / BINS;
  for (const place of places) {
    if (Number.isNaN(place)) continue;
    const bin = Math.min(BINS - 1, Math.floor((place - MARGIN) / binWidth));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  return counts
    .map((count, bin) => {
      if (count === 0) return '';
      const top = height - (count / most) * height;
      return `M${MARGIN + bin * binWidth} ${height}V${top}h${binWidth * 0.94}V${height}z`;
    })
    .join('');
}
