import { dimensionColour } from '../../ui/dimension-colour.ts';
import { hasInterval, type RankedRow } from './ranking-rows.ts';
import { placeOn, type ScoreScale } from './score-scale.ts';

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** The score as a stack of what each dimension adds, and under it the interval that the gaps allow. */
export function ContributionBar({ row, scale }: { row: RankedRow; scale: ScoreScale }) {
  return (
    <div className="contribution-bar" data-hint="parts">
      <span className="contribution-stack" style={{ backgroundImage: stackImage(row, scale) }} />
      {hasInterval(row) && <Bracket low={row.low} high={row.high} scale={scale} />}
    </div>
  );
}

/** A thin bracket from the lowest to the highest score that the gaps allow. */
function Bracket({ low, high, scale }: { low: number; high: number; scale: ScoreScale }) {
  const start = placeOn(scale, low);
  return (
    <span
      className="score-bracket"
      style={{ left: percent(start), width: percent(placeOn(scale, high) - start) }}
    />
  );
}

/**
 * The stack as one background: during a drag every bar changes in every frame, and a background is painted without
 * being laid out. A hairline of the surface parts the segments.
 */
function stackImage(row: RankedRow, scale: ScoreScale): string {
  const segments =
    row.parts === null
      ? [{ from: 0, to: row.score, colour: 'var(--text-faint)' }]
      : stack(row.parts).map(({ dimension, from, to }) => ({
          from,
          to,
          colour: dimensionColour(dimension),
        }));
  const stops = segments
    .map(({ from, to, colour }) => ({
      start: percent(placeOn(scale, Math.min(from, to))),
      end: percent(placeOn(scale, Math.max(from, to))),
      colour,
    }))
    .map(
      ({ start, end, colour }) =>
        `transparent 0 ${start}, ${colour} ${start} calc(${end} - 1px), var(--surface) calc(${end} - 1px) ${end}`,
    );
  // Each segment is a layer of its own, because their order along the axis is not the order of the list.
  return stops.map((stop) => `linear-gradient(to right, ${stop}, transparent 0)`).join(', ');
}

/** Positive parts stack to the right of zero, negative ones to the left. */
function stack(parts: NonNullable<RankedRow['parts']>) {
  let right = 0;
  let left = 0;
  return (
    parts
      // Thinner than a pixel of the widest screen.
      .filter(({ contribution }) => Math.abs(contribution) > 0.02)
      .map(({ dimension, contribution }) => {
        const from = contribution > 0 ? right : left;
        const to = from + contribution;
        if (contribution > 0) right = to;
        else left = to;
        return { dimension, from, to };
      })
  );
}
