import { MISSING_MARK } from '../../../shared/text/numbers.ts';
import type { RowLook } from './row-look.ts';
import { hasInterval, type RankedRow } from './ranking-rows.ts';
import { alignedSpans, stackedSpans } from './part-spans.ts';
import { placeOn, type ScoreScale } from './score-scale.ts';

const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

interface ContributionBarProps {
  readonly row: RankedRow;
  readonly scale: ScoreScale;
  readonly look: RowLook;
}

/** The score as a stack of its parts, and under it the interval that the gaps allow. */
export function StackedBar({ row, scale, look }: ContributionBarProps) {
  return (
    <div className="contribution-bar" data-hint="parts">
      <span
        className="contribution-stack"
        style={{ backgroundImage: stackImage(row, scale, look) }}
      />
      <Bracket row={row} scale={scale} />
    </div>
  );
}

/** Every part from its own zero, in the columns that the header names. */
export function AlignedBars({ row, scale, look }: ContributionBarProps) {
  return (
    <div className="contribution-bar" data-hint="parts">
      <span
        className="contribution-stack"
        style={{ backgroundImage: alignedImage(row, scale, look) }}
      />
      {row.parts?.map(
        ({ part, missing }) =>
          missing && (
            <span
              key={part}
              className="part-missing"
              style={{ left: percent(part / look.breakdown.parts.length) }}
            >
              {MISSING_MARK}
            </span>
          ),
      )}
    </div>
  );
}

/** A thin bracket from the lowest to the highest score that the gaps allow. */
function Bracket({ row, scale }: Pick<ContributionBarProps, 'row' | 'scale'>) {
  if (!hasInterval(row)) return <span className="score-bracket" />;
  const { low, high } = row;
  const [from, to] = [percent(placeOn(scale, low)), percent(placeOn(scale, high))];
  const ends = `linear-gradient(to right, transparent 0 ${from}, ${BRACKET} ${from} calc(${from} + 1px), transparent 0 calc(${to} - 1px), ${BRACKET} calc(${to} - 1px) ${to}, transparent 0)`;
  const line = `linear-gradient(to right, transparent 0 ${from}, ${BRACKET} ${from} ${to}, transparent 0)`;
  return <span className="score-bracket" style={{ backgroundImage: `${ends}, ${line}` }} />;
}

const BRACKET = 'var(--text-muted)';

/*
 * Bars are backgrounds: during a drag every bar changes in every frame, and a background is painted without being laid
 * out. Each segment is a layer of its own, because their order along the axis is not the order of the list.
 */

/** A hairline of the surface parts the segments. */
function layer(start: number, end: number, colour: string): string {
  const [from, to] = [percent(Math.min(start, end)), percent(Math.max(start, end))];
  return `linear-gradient(to right, transparent 0 ${from}, ${colour} ${from} calc(${to} - 1px), var(--surface) calc(${to} - 1px) ${to}, transparent 0)`;
}

function stackImage(row: RankedRow, scale: ScoreScale, look: RowLook): string {
  if (row.parts === null)
    return layer(placeOn(scale, 0), placeOn(scale, row.score), 'var(--text-faint)');
  return stackedSpans(row)
    .map(({ part, from, to }) =>
      layer(placeOn(scale, from), placeOn(scale, to), colourOf(look, part)),
    )
    .join(', ');
}

function alignedImage(row: RankedRow, scale: ScoreScale, look: RowLook): string {
  return alignedSpans(row, scale, look.breakdown.parts.length)
    .map(({ part, from, to }) => layer(from, to, colourOf(look, part)))
    .join(', ');
}

function colourOf(look: RowLook, part: number): string {
  return look.breakdown.parts[part]?.colour ?? 'var(--text-faint)';
}
