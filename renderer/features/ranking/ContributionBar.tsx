import { dimensionColour } from '../../ui/dimension-colour.ts';
import type { RankedRow } from './ranking-rows.ts';
import { placeOn, type ScoreScale } from './score-scale.ts';

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** The score as a stack of what each dimension adds, and under it the interval that the gaps allow. */
export function ContributionBar({ row, scale }: { row: RankedRow; scale: ScoreScale }) {
  return (
    <div className="contribution-bar" data-hint="parts">
      {row.parts === null ? (
        <Segment from={0} to={row.score} scale={scale} colour="var(--text-faint)" />
      ) : (
        stack(row.parts).map(({ dimension, from, to }) => (
          <Segment
            key={dimension}
            from={from}
            to={to}
            scale={scale}
            colour={dimensionColour(dimension)}
          />
        ))
      )}
      <Bracket low={row.low} high={row.high} scale={scale} />
    </div>
  );
}

interface SegmentProps {
  readonly from: number;
  readonly to: number;
  readonly scale: ScoreScale;
  readonly colour: string;
}

function Segment({ from, to, scale, colour }: SegmentProps) {
  const start = placeOn(scale, Math.min(from, to));
  const end = placeOn(scale, Math.max(from, to));
  return (
    <span
      className="contribution-segment"
      style={{ left: percent(start), width: percent(end - start), background: colour }}
    />
  );
}

/** A thin bracket from the lowest to the highest score that the gaps allow; none where they allow only one. */
export function Bracket({ low, high, scale }: { low: number; high: number; scale: ScoreScale }) {
  if (!(high > low)) return null;
  const start = placeOn(scale, low);
  return (
    <span
      className="score-bracket"
      style={{ left: percent(start), width: percent(placeOn(scale, high) - start) }}
    />
  );
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
