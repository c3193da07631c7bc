import type { NodeStanding } from '../../../shared/model/unit-profile.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatScore } from '../../../shared/text/numbers.ts';
import { barPicture } from '../../charts/bar-picture.ts';
import type { ChartColours } from '../../charts/colours.ts';
import type { PictureContent } from '../../charts/PictureMenu.tsx';
import { profileScale } from './profile-scale.ts';

interface ProfileWords {
  readonly score: string;
  readonly median: string;
  readonly best: string;
  readonly noValue: string;
}

/** One bar a dimension, with the median of the others and the best. */
export function profilePicture(
  dimensions: readonly NodeStanding[],
  names: Names,
  words: ProfileWords,
  colours: ChartColours,
): PictureContent {
  const ticks = (valueOf: (standing: NodeStanding) => number) =>
    dimensions.flatMap((standing, row) => {
      const value = valueOf(standing);
      return Number.isNaN(value) ? [] : [{ row, from: value, to: value }];
    });
  return barPicture(
    {
      rows: dimensions.map(({ node }) => names.node(node)),
      texts: dimensions.map(({ value }) =>
        Number.isNaN(value) ? words.noValue : formatScore(value),
      ),
      series: [
        {
          name: words.score,
          colour: colours.accent,
          shape: 'bar',
          spans: dimensions.flatMap(({ value }, row) =>
            Number.isNaN(value) ? [] : [{ row, from: 0, to: value }],
          ),
        },
        {
          name: words.median,
          colour: colours.text,
          shape: 'tick',
          spans: ticks(({ medianOfOthers }) => medianOfOthers),
        },
        {
          name: words.best,
          colour: colours.worse,
          shape: 'tick',
          spans: ticks(({ best }) => best?.value ?? NaN),
        },
      ],
      axis: { ...profileScale(dimensions), label: formatScore },
    },
    colours,
  );
}
