import { formatScore, formatScoreInterval } from '../../../shared/text/numbers.ts';
import { barPicture, type BarSeries, type BarSpan } from '../../charts/bar-picture.ts';
import { type ChartColours, colourNow } from '../../charts/colours.ts';
import type { PictureContent } from '../../charts/PictureMenu.tsx';
import { alignedSpans, stackedSpans } from './part-spans.ts';
import { hasInterval, type RankedRow, type UnrankedRow } from './ranking-rows.ts';
import type { RowLook } from './row-look.ts';
import type { ScoreScale } from './score-scale.ts';

interface RankingWords {
  /** In the order of the breakdown. */
  readonly parts: readonly string[];
  readonly score: string;
  readonly bracket: string;
  readonly rankedAs: (row: RankedRow) => string;
  readonly unranked: (row: UnrankedRow) => string;
  readonly coverage: (row: UnrankedRow) => string;
}

/** The ranking as on screen, with every unit that is shown: bars, score intervals, and those without a rank below. */
export function rankingPicture(
  rows: { readonly ranked: readonly RankedRow[]; readonly unranked: readonly UnrankedRow[] },
  look: RowLook,
  scale: ScoreScale,
  words: RankingWords,
  colours: ChartColours,
): PictureContent {
  const { ranked, unranked } = rows;
  const { parts } = look.breakdown;
  const spans = ranked.map((row) =>
    look.aligned ? alignedSpans(row, scale, parts.length) : stackedSpans(row),
  );
  const partSeries = parts.map(({ colour }, part): BarSeries => ({
    name: words.parts[part] ?? '',
    colour: colourNow(colour),
    shape: 'bar',
    spans: spans.flatMap((of, row): BarSpan[] =>
      of.flatMap((span) => (span.part === part ? [{ row, from: span.from, to: span.to }] : [])),
    ),
  }));
  // Scores that cannot be divided have one bar each.
  const undivided: BarSeries = {
    name: words.score,
    colour: colours.muted,
    shape: 'bar',
    spans: ranked.flatMap(({ parts: divided, score }, row) =>
      divided === null && !look.aligned ? [{ row, from: 0, to: score }] : [],
    ),
  };
  const brackets: BarSeries = {
    name: words.bracket,
    colour: colours.muted,
    shape: 'bracket',
    lane: 1,
    spans: look.aligned
      ? []
      : [...ranked, ...unranked].flatMap((each, row) =>
          hasInterval(each) ? [{ row, from: each.low, to: each.high }] : [],
        ),
  };
  return barPicture(
    {
      rows: [...ranked.map(words.rankedAs), ...unranked.map(words.unranked)],
      texts: [
        ...ranked.map((row) =>
          hasInterval(row)
            ? `${formatScore(row.score)}  ${formatScoreInterval(row.low, row.high)}`
            : formatScore(row.score),
        ),
        ...unranked.map(words.coverage),
      ],
      series: [...partSeries, undivided, brackets].filter((series) => series.spans.length > 0),
      axis: look.aligned ? null : { ...scale, name: words.score, label: String },
    },
    colours,
  );
}
