import type { PairedResult } from '../../../shared/model/scenario-comparison.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { barPicture, type BarSeries } from '../../charts/bar-picture.ts';
import type { ChartColours } from '../../charts/colours.ts';
import type { PictureContent } from '../../charts/PictureMenu.tsx';

interface PairedWords {
  readonly better: string;
  readonly equal: string;
  readonly worse: string;
  readonly ranks: (before: number, after: number) => string;
}

/** The shares of the draws in which each unit ranks better, the same or worse; best first in the second scenario. */
export function pairedPicture(
  result: PairedResult,
  names: Names,
  words: PairedWords,
  colours: ChartColours,
): PictureContent {
  const order = rowsBySecondRank(result);
  const better = (at: number) => result.better[at] ?? 0;
  const notWorse = (at: number) => better(at) + (result.equal[at] ?? 0);
  const bars = (
    name: string,
    colour: string,
    from: (at: number) => number,
    to: (at: number) => number,
  ): BarSeries => ({
    name,
    colour,
    shape: 'bar',
    spans: order.map(({ at }, row) => ({ row, from: from(at), to: to(at) })),
  });
  return barPicture(
    {
      rows: order.map(({ unit }) => names.unit(unit)),
      texts: order.map(({ at }) =>
        words.ranks(result.nominalRankFirst[at] ?? 0, result.nominalRankSecond[at] ?? 0),
      ),
      series: [
        bars(words.better, colours.better, () => 0, better),
        bars(words.equal, colours.hatch, better, notWorse),
        bars(words.worse, colours.worse, notWorse, () => 1),
      ],
      axis: { from: 0, to: 1, label: formatPercent },
    },
    colours,
  );
}

/** The units with their positions in the result, the best rank in the second scenario first. */
export function rowsBySecondRank({ units, nominalRankSecond }: PairedResult) {
  return units
    .map((unit, at) => ({ unit, at, rank: nominalRankSecond[at] ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank);
}
